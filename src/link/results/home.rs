use super::frame::Holder;
use crate::{
    article::BlockKind,
    clue::{FigureClues, Home},
    text::{Text, fold},
};

/// The provinces and countries of a page: those whom `tỉnh` or `nước ta` can mean.
pub(super) struct Homes<'a> {
    text: &'a Text,
    homes: &'a [Home],
}

impl<'a> Homes<'a> {
    /// Those of `text`.
    pub(super) fn new(text: &'a Text, clues: &'a FigureClues) -> Self {
        Self { text, homes: &clues.homes }
    }

    /// The name of `holder`; a word for one named before gives that one's fullest name, or nothing where none is sure.
    pub(super) fn name(&self, holder: &Holder, at: usize) -> Option<String> {
        let words = self.text.slice(holder.tokens.clone());
        if !holder.same {
            return Some(words.to_owned());
        }
        let folded = fold(words);
        let kind = folded.split(' ').next_back().unwrap_or_default();
        if !folded.is_empty() && !matches!(kind, "tỉnh" | "phố" | "tp" | "phương" | "ta" | "nhà" | "nước") {
            return None;
        }
        let wanted = |home: &&Home| match folded.split(' ').next().unwrap_or_default() {
            _ if holder.abroad => fold(self.text.slice(home.name.clone())) == "việt nam",
            "nước" => home.kind == "quốc gia",
            _ => home.kind != "quốc gia" && home.kind != "vùng",
        };
        let title = self.homes.iter().filter(|home| self.in_title(home)).filter(wanted);
        let home = single(self.text, title).or_else(|| {
            let mut before = self.homes.iter().filter(|home| home.tokens.start < at).filter(wanted);
            // One named later is meant only where the page names no other.
            before.next().or_else(|| single(self.text, self.homes.iter().filter(wanted)).filter(|_| folded.is_empty()))
        })?;
        Some(self.fullest(home))
    }

    fn in_title(&self, home: &Home) -> bool {
        let title = self.text.blocks.first().filter(|block| block.kind == BlockKind::Title);
        title.is_some_and(|title| title.span.contains(self.text.span(home.tokens.clone())))
    }

    /// `Hà Nam` as `tỉnh Hà Nam`, where the page says so anywhere.
    fn fullest(&self, home: &Home) -> String {
        let name = fold(self.text.slice(home.name.clone()));
        let mut mentions = self.homes.iter().filter(|other| fold(self.text.slice(other.name.clone())) == name);
        let full = mentions.find(|other| other.tokens.len() > other.name.len()).unwrap_or(home);
        self.text.slice(full.tokens.clone()).to_owned()
    }
}

/// The one home among `homes`, if all mentions are of one.
fn single<'a>(text: &Text, homes: impl Iterator<Item = &'a Home>) -> Option<&'a Home> {
    let mut found: Option<&Home> = None;
    for home in homes {
        match found {
            Some(first) if fold(text.slice(first.name.clone())) != fold(text.slice(home.name.clone())) => return None,
            Some(_) => {}
            None => found = Some(home),
        }
    }
    found
}
