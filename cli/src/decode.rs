use std::io::{self, Write};

use crate::{Outcome, arguments::Decode, inputs::Source, print, sink::about};

/// `thongcao decode`: bytes of any encoding → UTF-8 text in NFC.
pub(crate) fn run(arguments: &Decode) -> io::Result<Outcome> {
    let source = Source::new(&arguments.input);
    let bytes = source.read(u64::MAX).map_err(|error| about(&arguments.input, "read", error))?;
    let decoded = thongcao::decode(&bytes, arguments.charset.as_deref());
    print(|out| {
        if !arguments.json {
            return out.write_all(decoded.text.as_bytes());
        }
        let line = serde_json::json!({"encoding": decoded.encoding, "text": decoded.text});
        writeln!(out, "{line}")
    })
}
