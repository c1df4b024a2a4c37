//! Which encoding bytes are in: what the transport and the document say, weighed against what the bytes show.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1258, X_USER_DEFINED};

use super::{
    evidence::{self, Evidence},
    legacy::{Legacy, western_char},
    normal,
    syllable::is_syllable,
    unicode::Fit,
};

/// How many bytes are looked at where the content must tell.
const SAMPLE: usize = 256 << 10;

/// A text with this many letters of several bytes, all of them right, is UTF-8 whatever East Asian charset it says it is in.
const PLENTY: usize = 12;

/// An encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charset {
    /// One that browsers know.
    Web(&'static Encoding),
    /// A Vietnamese one that they do not.
    Legacy(Legacy),
}

impl Charset {
    pub(super) const UTF_8: Self = Self::Web(UTF_8);

    /// The encoding that a label names: `UTF8`, `latin1`, `TCVN-5712`. Nothing for `x-user-defined`: pages said so when their font knew better.
    pub(super) fn from_label(label: &str) -> Option<Self> {
        match Encoding::for_label(label.as_bytes()) {
            Some(web) if web == X_USER_DEFINED || web == REPLACEMENT => None,
            Some(web) => Some(Self::Web(web)),
            None => Legacy::from_label(label).map(Self::Legacy),
        }
    }

    /// Its name in the record: `utf-8`, `windows-1258`, `tcvn3`.
    pub(super) fn name(self) -> String {
        match self {
            Self::Web(web) => web.name().to_ascii_lowercase(),
            Self::Legacy(legacy) => legacy.name().to_owned(),
        }
    }

    /// Whether it writes Chinese, Japanese or Korean.
    fn is_east_asian(self) -> bool {
        matches!(self, Self::Web(web) if !web.is_single_byte() && web != UTF_8 && web != UTF_16LE && web != UTF_16BE)
    }
}

/// The encoding of `bytes`, which have no byte order mark; `declared` is what the transport or the document says.
pub(super) fn of(bytes: &[u8], declared: Option<Charset>) -> Charset {
    // A document cannot declare UTF-16 in letters of one byte.
    let declared =
        declared.filter(|charset| !matches!(charset, Charset::Web(web) if *web == UTF_16LE || *web == UTF_16BE));
    if bytes.is_ascii() {
        // Some East Asian encodings shift within ASCII.
        return declared.filter(|charset| charset.is_east_asian()).unwrap_or(Charset::UTF_8);
    }
    let fit = Fit::of(bytes);
    let said = declared.is_none_or(|charset| !charset.is_east_asian()) || fit.letters >= PLENTY;
    if fit.is_likely() && said {
        return Charset::UTF_8;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if let Some(vietnamese) = vietnamese(sample) {
        return vietnamese;
    }
    declared.unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(sample, true);
        Charset::Web(detector.guess(None, Utf8Detection::Deny))
    })
}

/// The encoding in which `bytes` are Vietnamese beyond doubt.
fn vietnamese(bytes: &[u8]) -> Option<Charset> {
    let western: String = bytes.iter().copied().map(western_char).collect();
    let legacy = evidence::best(&western).map(|(legacy, evidence)| (Charset::Legacy(legacy), evidence.score()));
    let (text, _) = WINDOWS_1258.decode_without_bom_handling(bytes);
    let text = normal::compose(&text).map_or(text, |(composed, _)| Cow::Owned(composed));
    let windows = windows_1258(&text).map(|score| (Charset::Web(WINDOWS_1258), score));
    // Of equals the last wins, and windows-1258 is likelier than a font.
    legacy.into_iter().chain(windows).max_by_key(|(_, score)| *score).map(|(charset, _)| charset)
}

/// How well `text` makes sense in Vietnamese as it stands, if it does beyond doubt.
fn windows_1258(text: &str) -> Option<isize> {
    let (mut right, mut wrong) = (0_isize, 0_isize);
    let mut first = "";
    let mut different = false;
    for word in text.split(|c: char| !c.is_alphabetic() && !('\u{300}'..='\u{36F}').contains(&c)) {
        if word.is_ascii() {
            continue;
        }
        if is_syllable(word) {
            right += 1;
            if first.is_empty() {
                first = word;
            }
            different |= word != first;
        } else {
            wrong += 1;
        }
    }
    (different && right >= 3 && wrong * 4 <= right).then_some(right - 2 * wrong)
}

/// `bytes` in `charset` as text, and how many places could not be read; what they held is U+FFFD.
pub(super) fn read(bytes: &[u8], charset: Charset) -> (String, usize) {
    match charset {
        Charset::Web(web) if web == UTF_8 => match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), 0),
            Err(_) => (String::from_utf8_lossy(bytes).into_owned(), Fit::of(bytes).broken),
        },
        Charset::Web(web) => {
            let (text, broken) = web.decode_without_bom_handling(bytes);
            let places = if broken { text.matches('\u{FFFD}').count() } else { 0 };
            (text.into_owned(), places)
        }
        Charset::Legacy(legacy) => {
            let western: String = bytes.iter().copied().map(western_char).collect();
            let evidence = Evidence::weigh(&western, legacy);
            (super::font::convert(&western, legacy, &evidence), 0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detected(bytes: &[u8], declared: Option<&str>) -> String {
        of(bytes, declared.and_then(Charset::from_label)).name()
    }

    #[test]
    fn content_and_label() {
        let cases: [(&[u8], Option<&str>, &str); 12] = [
            (b"plain", Some("windows-1258"), "utf-8"),
            ("Cao Bằng".as_bytes(), Some("iso-8859-1"), "utf-8"),
            (b"th\xC3\xA1ng n\xC4\x83m \xFF", Some("utf-8"), "utf-8"),
            (b"one \xFF byte", Some("utf-8"), "utf-8"),
            (b"H\xB5 N\xE9i, th\xB8ng n\xA8m", Some("utf-8"), "tcvn3"),
            (b"H\xB5 N\xE9i, th\xB8ng n\xA8m", Some("x-user-defined"), "tcvn3"),
            (b"Ha\xF8 No\xE4i, tha\xF9ng na\xEAm", Some("iso-8859-1"), "vni"),
            (b"H\xE0 N\xB5i, th\xE1ng, Vi\xAEt Nam", None, "viscii"),
            (b"H\xE0 N\xB6i, th\xE1ng, Vi\x8Ct Nam", None, "vps"),
            (b"Ha\xCC N\xF4\xF2i, tha\xECng n\xE3m", None, "windows-1258"),
            (b"d\xE9j\xE0 \xE9lu \xE0 N\xEEmes", Some("iso-8859-1"), "windows-1252"),
            (b"Gr\xFC\xDFe aus K\xF6ln und D\xFCsseldorf", None, "windows-1252"),
        ];
        for (bytes, declared, charset) in cases {
            assert_eq!(detected(bytes, declared), charset, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
