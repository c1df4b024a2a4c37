use std::io;

use thongcao::{Article, Table};

use crate::{arguments::Format, csv_lines, markdown};

/// How records are written: the form, and whether one stands alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Writer {
    /// The form.
    pub(crate) format: Format,
    /// One input, on a terminal: JSON is indented.
    pub(crate) pretty: bool,
    /// Several inputs: forms that do not name their input get a line that does.
    pub(crate) several: bool,
    /// Which facts the rows of a CSV are.
    pub(crate) table: Option<Table>,
}

impl Writer {
    /// What stands before the first record: the names of a CSV's columns.
    pub(crate) fn header(self) -> io::Result<Vec<u8>> {
        self.table.map_or_else(|| Ok(Vec::new()), |table| csv_lines::lines([table.columns()]))
    }

    /// `article` in the form asked for, ending in a line end.
    pub(crate) fn write(self, article: &Article) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        match self.format {
            Format::Json if self.pretty => serde_json::to_writer_pretty(&mut out, article)?,
            Format::Json | Format::Jsonl => serde_json::to_writer(&mut out, article)?,
            Format::Markdown => {
                self.name(article, &mut out);
                markdown::write(article, &mut out);
            }
            // An article without such facts adds no line.
            Format::Csv => return csv_lines::lines(self.table.map(|table| table.rows(article)).into_iter().flatten()),
            Format::Text => {
                self.name(article, &mut out);
                out.extend(article.text.bytes());
            }
        }
        if out.last() != Some(&b'\n') {
            out.push(b'\n');
        }
        Ok(out)
    }

    /// `==> pages/a.html <==`, as `head` and `tail` name their files.
    fn name(self, article: &Article, out: &mut Vec<u8>) {
        if let (true, Some(input)) = (self.several, &article.source.input) {
            out.extend(format!("==> {input} <==\n").bytes());
        }
    }
}
