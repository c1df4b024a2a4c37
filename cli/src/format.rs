use std::io;

use thongcao::Article;

use crate::{arguments::Format, markdown};

/// How records are written: the form, and whether one stands alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Writer {
    /// The form.
    pub(crate) format: Format,
    /// One input, on a terminal: JSON is indented.
    pub(crate) pretty: bool,
    /// Several inputs: forms that do not name their input get a line that does.
    pub(crate) several: bool,
}

impl Writer {
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
