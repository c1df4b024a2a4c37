use std::io;

/// `rows` as lines of a CSV (RFC 4180): cells that hold a comma, a quote or a line end stand in quotes.
pub(crate) fn lines<C: AsRef<[u8]>>(rows: impl IntoIterator<Item = Vec<C>>) -> io::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row)?;
    }
    writer.into_inner().map_err(|error| error.into_error())
}
