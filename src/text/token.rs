use super::{Vocabulary, WordId};
use crate::article::Span;

/// A syllable, a run of digits or one mark. `7.020,15km` is `7` `.` `020` `,` `15` `km`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    start: u32,
    end: u32,
    /// The folded word's number.
    pub(crate) word: WordId,
    /// What it looks like.
    pub(crate) shape: Shape,
}

impl Token {
    /// Its place in the text.
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape(u8);

impl Shape {
    const LETTERS: u8 = 1;
    const DIGITS: u8 = 2;
    const MARK: u8 = 4;
    const CAPITAL: u8 = 8;
    const UPPER: u8 = 16;
    const GLUED: u8 = 32;

    /// Every shape there can be.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (0..64).map(Self)
    }

    /// The shape as a number below 64.
    pub(crate) const fn bits(self) -> u32 {
        self.0 as u32
    }

    /// A run of letters.
    pub(crate) const fn is_word(self) -> bool {
        self.0 & Self::LETTERS != 0
    }

    /// A run of digits.
    pub(crate) const fn is_digits(self) -> bool {
        self.0 & Self::DIGITS != 0
    }

    /// One mark that is neither letter nor digit.
    pub(crate) const fn is_mark(self) -> bool {
        self.0 & Self::MARK != 0
    }

    /// A word that begins with a capital.
    pub(crate) const fn is_capital(self) -> bool {
        self.0 & Self::CAPITAL != 0
    }

    /// A word all in capitals, of one letter or more.
    pub(crate) const fn is_upper(self) -> bool {
        self.0 & Self::UPPER != 0
    }

    /// No white space stands before it.
    pub(crate) const fn is_glued(self) -> bool {
        self.0 & Self::GLUED != 0
    }
}

/// Cuts `text` from byte `from` on into tokens.
///
/// Combining marks stay with their letter; white space only parts.
pub(crate) fn tokenise(text: &str, from: usize, vocabulary: &Vocabulary, out: &mut Vec<Token>) {
    let mut buffer = String::new();
    let mut chars = text[from..].char_indices().map(|(at, c)| (at + from, c)).peekable();
    let mut glued = 0;
    while let Some((start, c)) = chars.next() {
        if is_space(c) {
            glued = 0;
            continue;
        }
        let mut end = start + c.len_utf8();
        let mut flags = glued;
        if c.is_ascii_digit() {
            flags |= Shape::DIGITS;
            while let Some(&(at, _)) = chars.peek().filter(|(_, c)| c.is_ascii_digit()) {
                end = at + 1;
                chars.next();
            }
        } else if c.is_alphabetic() {
            flags |= Shape::LETTERS;
            let mut upper = c.is_uppercase();
            if upper {
                flags |= Shape::CAPITAL;
            }
            while let Some(&(at, c)) = chars.peek().filter(|(_, c)| c.is_alphabetic() || is_combining(*c)) {
                end = at + c.len_utf8();
                upper &= !c.is_lowercase();
                chars.next();
            }
            if upper {
                flags |= Shape::UPPER;
            }
        } else {
            flags |= Shape::MARK;
        }
        out.push(Token {
            start: clamp(start),
            end: clamp(end),
            word: vocabulary.look_up(&text[start..end], &mut buffer),
            shape: Shape(flags),
        });
        glued = Shape::GLUED;
    }
}

/// Texts are limited to 4 GiB by [`crate::Builder::max_bytes`]; the cast cannot lose anything.
fn clamp(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\u{ad}')
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}
