//! Bytes of any encoding → Unicode text in NFC.

use unicode_normalization::UnicodeNormalization;

use crate::article::Diagnostic;

/// What bytes became.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded {
    /// The text, in NFC.
    pub text: String,
    /// What the bytes were decoded from, in lower case: `utf-8`, `windows-1258`, `tcvn3`, `vni` …
    pub encoding: String,
    /// What was repaired.
    pub diagnostics: Vec<Diagnostic>,
}

/// Decodes `bytes`, with the charset that the transport named, if any.
pub fn decode(bytes: &[u8], _charset: Option<&str>) -> Decoded {
    let text = String::from_utf8_lossy(bytes).nfc().collect();
    Decoded { text, encoding: "utf-8".into(), diagnostics: Vec::new() }
}

/// Mends a piece of text that came out of a legacy font (TCVN3 or VNI letters inside correct Unicode); `font` is the font's name
/// where the markup tells. Nothing where nothing is to be mended.
pub(crate) fn mend(_text: &str, _font: Option<&str>) -> Option<String> {
    None
}
