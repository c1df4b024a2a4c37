//! UTF-8 and UTF-16: byte order marks, damage that stays where it is, UTF-16 without a mark.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// How far UTF-16 without a mark is looked for.
const SAMPLE: usize = 4096;

/// How well bytes fit UTF-8.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fit {
    /// Letters of more than one byte.
    pub(super) letters: usize,
    /// Places that are not UTF-8.
    pub(super) broken: usize,
}

impl Fit {
    /// Counts in `bytes`.
    pub(super) fn of(bytes: &[u8]) -> Self {
        bytes.utf8_chunks().fold(Self::default(), |fit, chunk| Self {
            letters: fit.letters + chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count(),
            broken: fit.broken + usize::from(!chunk.invalid().is_empty()),
        })
    }

    /// Whether the bytes are UTF-8 with some damage rather than something else: hardly any other text has letters of several bytes.
    pub(super) const fn is_likely(self) -> bool {
        self.letters > 2 * self.broken
    }
}

/// The UTF-16 that `bytes` are in without saying so: every other byte of much of the text is zero.
pub(super) fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let pairs = sample.chunks_exact(2);
    let total = pairs.len();
    let (mut first, mut second) = (0, 0);
    for pair in pairs {
        first += usize::from(pair[0] == 0 && pair[1] != 0);
        second += usize::from(pair[1] == 0 && pair[0] != 0);
    }
    let encoding = match total {
        0 | 1 => return None,
        _ if second * 3 > total && first * 20 < total => UTF_16LE,
        _ if first * 3 > total && second * 20 < total => UTF_16BE,
        _ => return None,
    };
    let (_, broken) = encoding.decode_without_bom_handling(&sample[..total * 2]);
    (!broken || sample.len() < bytes.len()).then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_told_from_another_encoding() {
        assert!(Fit::of(b"Th\xC3\xA1ng 5 \xFF n\xC4\x83m nay, \xC3\xB4ng").is_likely());
        assert!(!Fit::of(b"H\xB5 N\xE9i, ng\xB5y 5 th\xB8ng 6").is_likely());
    }

    #[test]
    fn utf16_shows_in_its_zeros() {
        let wide = |order: fn(u16) -> [u8; 2]| "Sở Nội vụ tỉnh".encode_utf16().flat_map(order).collect::<Vec<u8>>();
        assert_eq!(unmarked_utf16(&wide(u16::to_le_bytes)), Some(UTF_16LE));
        assert_eq!(unmarked_utf16(&wide(u16::to_be_bytes)), Some(UTF_16BE));
        assert_eq!(unmarked_utf16("Sở Nội vụ tỉnh".as_bytes()), None);
        assert_eq!(unmarked_utf16(&[0; 64]), None);
    }
}
