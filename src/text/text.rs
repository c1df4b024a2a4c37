use std::ops::Range;

use super::{Sentence, Token, Vocabulary, sentence, token};
use crate::article::{Block, BlockKind, Span};

/// The article's text with its blocks, sentences and tokens: the one view that all finders share.
#[derive(Debug, Default)]
pub(crate) struct Text {
    /// The whole readable text, one block a line.
    pub(crate) text: String,
    /// Its blocks in order.
    pub(crate) blocks: Vec<Block>,
    /// Its tokens in order.
    pub(crate) tokens: Vec<Token>,
    /// Its sentences in order; each token is in exactly one.
    pub(crate) sentences: Vec<Sentence>,
}

impl Text {
    /// The place from the first to the last token of `tokens`; empty where the range is.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens) {
            Some([first, .., last]) => first.span().cover(last.span()),
            Some([one]) => one.span(),
            _ => Span::default(),
        }
    }

    /// The words from the first to the last token of `tokens`.
    pub(crate) fn slice(&self, tokens: Range<usize>) -> &str {
        self.span(tokens).of(&self.text)
    }

    /// The words of one token; nothing past the end.
    pub(crate) fn word(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| t.span().of(&self.text))
    }
}

/// Joins blocks into one text.
#[derive(Debug, Default)]
pub(crate) struct TextBuilder {
    text: String,
    blocks: Vec<Block>,
}

impl TextBuilder {
    /// Adds a block on a line of its own and says where it stands; an empty one adds nothing.
    pub(crate) fn push(&mut self, kind: BlockKind, text: &str) -> Span {
        let text = text.trim();
        if text.is_empty() {
            return Span::new(self.text.len(), self.text.len());
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.text.push_str(text);
        let span = Span::new(start, self.text.len());
        self.blocks.push(Block::new(kind, span));
        span
    }

    /// Cuts the text into tokens and sentences.
    pub(crate) fn finish(self, vocabulary: &Vocabulary) -> Text {
        let Self { text, blocks } = self;
        let (mut tokens, mut sentences) = (Vec::with_capacity(text.len() / 5), Vec::new());
        for (number, block) in blocks.iter().enumerate() {
            let from = tokens.len();
            token::tokenise(&text[..block.span.end], block.span.start, vocabulary, &mut tokens);
            sentence::split(&text, &tokens, from, number, &mut sentences);
        }
        Text { text, blocks, tokens, sentences }
    }
}
