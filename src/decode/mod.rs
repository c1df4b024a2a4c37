//! Bytes of any encoding → Unicode text in NFC.
//!
//! The encoding is told by a byte order mark, the transport, the document (`<meta>`, XML), and always by the content: which reading
//! gives Vietnamese syllables. Then what earlier hands spoilt is mended where that is certain: UTF-8 encoded twice, letters of legacy
//! fonts inside Unicode, letters that stand in for others.

mod charset;
mod declared;
mod evidence;
mod font;
mod legacy;
mod normal;
mod part;
mod standin;
mod syllable;
mod twice;
mod unicode;

use encoding_rs::Encoding;

use crate::article::Diagnostic;
use charset::Charset;

pub(crate) use part::{mend, move_spans};

/// What bytes became.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded {
    /// The text, in NFC.
    pub text: String,
    /// What the bytes were decoded from, in lower case: `utf-8`, `windows-1258`, `tcvn3`, `vni`, `viscii`, `vps`, or the web's name of any other.
    ///
    /// Bare text that is UTF-8 but was set in a legacy font throughout is named after the font's encoding.
    pub encoding: String,
    /// What was repaired: `bytes-replaced`, `charset-unknown`, `charset-mislabelled`, `double-encoding-mended`, `font-mended`,
    /// `letters-mended`, `marks-mended`.
    pub diagnostics: Vec<Diagnostic>,
}

/// Decodes `bytes`, with the charset that the transport named, if any.
///
/// Never fails: where the bytes fit no encoding, the places that cannot be read are U+FFFD, and [`Decoded::diagnostics`] says so.
/// A wrong byte in a UTF-8 text stays local.
///
/// ```
/// // “Hà Nội, ngày 5 tháng 6” in TCVN3 (ABC), which no header names rightly.
/// let decoded = thongcao::decode(b"H\xB5 N\xE9i, ng\xB5y 5 th\xB8ng 6", Some("iso-8859-1"));
/// assert_eq!(decoded.text, "Hà Nội, ngày 5 tháng 6");
/// assert_eq!(decoded.encoding, "tcvn3");
/// assert_eq!(decoded.diagnostics[0].code, "charset-mislabelled");
///
/// // The same text, set in a VNI font and saved as UTF-8.
/// let decoded = thongcao::decode("Haø Noäi, ngaøy 5 thaùng 6".as_bytes(), None);
/// assert_eq!(decoded.text, "Hà Nội, ngày 5 tháng 6");
/// assert_eq!(decoded.encoding, "vni");
/// ```
pub fn decode(bytes: &[u8], charset: Option<&str>) -> Decoded {
    let mut diagnostics = Vec::new();
    let (charset, bytes) = detect(bytes, charset, &mut diagnostics);
    let (text, broken) = charset::read(bytes, charset);
    if broken > 0 {
        let places = if broken == 1 { "1 place was".to_owned() } else { format!("{broken} places were") };
        diagnostics
            .push(Diagnostic::new("bytes-replaced", format!("{places} not {}; U+FFFD stands there", charset.name())));
    }
    let mut decoded = Decoded { text, encoding: charset.name(), diagnostics };
    decoded.mend();
    decoded
}

/// The encoding, and the bytes without a byte order mark.
fn detect<'a>(bytes: &'a [u8], given: Option<&str>, diagnostics: &mut Vec<Diagnostic>) -> (Charset, &'a [u8]) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return (Charset::Web(encoding), &bytes[length..]);
    }
    if let Some(encoding) = unicode::unmarked_utf16(bytes) {
        return (Charset::Web(encoding), bytes);
    }
    let label = given.map(str::to_owned).or_else(|| declared::label(bytes));
    let declared = label.as_deref().and_then(Charset::from_label);
    let found = charset::of(bytes, declared);
    if let Some(label) = label.as_deref().filter(|_| !bytes.is_ascii()) {
        if declared.is_some_and(|declared| declared != found) {
            let message = format!("the page says that it is in {label}; its bytes show {}", found.name());
            diagnostics.push(Diagnostic::new("charset-mislabelled", message));
        } else if declared.is_none() {
            let message =
                format!("the page says that it is in {label}, which says nothing; its bytes show {}", found.name());
            diagnostics.push(Diagnostic::new("charset-unknown", message));
        }
    }
    (found, bytes)
}

impl Decoded {
    /// Mends what earlier hands spoilt.
    fn mend(&mut self) {
        if let Some((text, marks)) = normal::compose(&self.text) {
            self.text = text;
            if marks > 0 {
                self.note("marks-mended", format!("{marks} marks stood beside their letter"));
            }
        }
        // Twice encoded twice occurs as well; more does not.
        for _ in 0..2 {
            let Some((text, letters)) = twice::mend(&self.text) else { break };
            self.text = normal::compose(&text).map_or(text, |(composed, _)| composed);
            self.note("double-encoding-mended", format!("{letters} letters had been encoded twice"));
        }
        let markup = has_markup(&self.text);
        // In a page each part is mended by itself, with the font that its markup names.
        if !markup && font::is_suspicious(&self.text) {
            self.mend_fonts();
        }
        if let Some((text, words)) = standin::mend(&self.text, markup) {
            self.text = text;
            self.note("letters-mended", format!("{words} words had letters that stand in for Vietnamese ones"));
        }
        if let Some((text, _)) = normal::compose(&self.text) {
            self.text = text;
        }
    }

    /// Mends bare text that was set in legacy fonts, as a whole or in some lines.
    fn mend_fonts(&mut self) {
        if let Some((encoding, text)) = font::mend_whole(&self.text) {
            if self.encoding == "utf-8" {
                encoding.name().clone_into(&mut self.encoding);
            }
            self.text = text;
            self.note("font-mended", format!("the letters of {} fonts were read as Unicode", encoding.name()));
            return;
        }
        let mut mended = String::with_capacity(self.text.len());
        let mut lines = 0;
        for line in self.text.split_inclusive('\n') {
            let read = font::mend(line, None);
            lines += usize::from(read.is_some());
            mended.push_str(read.as_deref().unwrap_or(line));
        }
        if lines > 0 {
            self.text = mended;
            self.note("font-mended", format!("the letters of legacy fonts were read as Unicode in {lines} lines"));
        }
    }

    fn note(&mut self, code: &'static str, message: String) {
        self.diagnostics.push(Diagnostic::new(code, message));
    }
}

/// Whether `text` has tags.
fn has_markup(text: &str) -> bool {
    let last = text.rfind('>').unwrap_or(0);
    text[..last].match_indices('<').any(|(at, _)| {
        let rest = &text[at + 1..];
        let doctype = rest.get(..8).is_some_and(|head| head.eq_ignore_ascii_case("!doctype"));
        doctype
            || rest.starts_with("!--")
            || rest.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic())
    })
}
