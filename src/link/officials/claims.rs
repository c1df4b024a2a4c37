use std::{collections::HashSet, ops::Range};

use crate::{
    article::RoleStatus,
    clue::{NameClue, NameEvidence, PostClue},
};

/// What the sentences claim: names in reading order, and which posts each is said to hold.
#[derive(Debug, Default)]
pub(crate) struct Claims<'a> {
    /// Every name, also those without a post.
    pub(crate) names: Vec<Named<'a>>,
    /// Posts between two names that may be either's.
    pub(crate) open: Vec<Range<usize>>,
    /// Posts without a name that speak of who holds them.
    pub(crate) spoken: Vec<&'a PostClue>,
    /// Where each post begins that some name of the sentence holds.
    held: HashSet<usize>,
    sentence: usize,
}

/// A name with the posts it is said to hold there.
#[derive(Debug)]
pub(crate) struct Named<'a> {
    /// The name.
    pub(crate) clue: &'a NameClue,
    /// The posts.
    pub(crate) posts: Vec<Held<'a>>,
    /// Ranks that stand before the posts before it.
    pub(crate) ranks: Vec<Range<usize>>,
    /// Whether it stands right after an organisation, whose name it may end.
    pub(crate) after_organisation: bool,
    /// Whether it is the maker's of a picture.
    pub(crate) credited: bool,
    /// The number of the name of which it is another spelling.
    pub(crate) alias: Option<usize>,
}

/// A post said to be held.
#[derive(Clone, Debug)]
pub(crate) struct Held<'a> {
    /// The post.
    pub(crate) post: &'a PostClue,
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Whether it is held.
    pub(crate) status: RoleStatus,
    /// The shape in which it was tied: the rule's name.
    pub(crate) rule: &'static str,
}

impl<'a> Claims<'a> {
    /// Begins a sentence.
    pub(crate) fn begin(&mut self) {
        self.sentence = self.names.len();
        self.held.clear();
    }

    /// Notes a name.
    pub(crate) fn name(&mut self, clue: &'a NameClue) {
        self.names.push(Named {
            clue,
            posts: Vec::new(),
            ranks: Vec::new(),
            after_organisation: false,
            credited: false,
            alias: None,
        });
    }

    /// Says what stands before the name `number`.
    pub(crate) fn named(&mut self, number: usize, after_organisation: bool) {
        if let Some(named) = self.names.get_mut(number) {
            named.after_organisation = after_organisation;
        }
    }

    /// Says that a name is a picture's maker.
    pub(crate) fn credit(&mut self, clue: &NameClue) {
        if let Some(named) = self.number(&clue.name).and_then(|number| self.names.get_mut(number)) {
            named.credited = true;
        }
    }

    /// Says that a name is another spelling of the name `of`.
    pub(crate) fn alias(&mut self, clue: &NameClue, of: Option<usize>) {
        let Some(named) = self.number(&clue.name).and_then(|number| self.names.get_mut(number)) else { return };
        named.alias = of;
        // `Lý Văn Hoa (Li Wenhua) được bầu làm …`: what a verb gave it is that person's.
        let posts = std::mem::take(&mut named.posts);
        for (number, post) in of.into_iter().flat_map(|number| posts.iter().map(move |post| (number, post.clone()))) {
            self.hold(number, post);
        }
    }

    /// The number of the name that an earlier sentence spoke of last.
    pub(crate) fn topic(&self) -> Option<usize> {
        let last = |said: bool| {
            (0..self.sentence).rev().find(|&number| {
                let named = &self.names[number];
                let fair = named.clue.evidence >= NameEvidence::Fair;
                let told = named.clue.addressed || !named.posts.is_empty() || fair && !named.clue.titles.is_empty();
                let person = told || !said && fair;
                person && !named.credited && named.alias.is_none()
            })
        };
        // `Ông A … ở số 106 Nguyễn Văn B`: who is called a person goes before who only looks like one.
        last(true).or_else(|| last(false))
    }

    /// Says that ranks before the posts that led to the name `number` are its own.
    pub(crate) fn ranks(&mut self, number: usize, ranks: Vec<Range<usize>>) {
        if let Some(named) = self.names.get_mut(number) {
            named.ranks.extend(ranks);
        }
    }

    /// Whether some name of the sentence holds the post that begins at `token`.
    pub(crate) fn is_held(&self, token: usize) -> bool {
        self.held.contains(&token)
    }

    /// Whether the name `number` holds no post so far.
    pub(crate) fn is_free(&self, number: usize) -> bool {
        self.names.get(number).is_some_and(|named| named.posts.is_empty())
    }

    /// The number of the name at `tokens` in the sentence under way.
    pub(crate) fn number(&self, tokens: &Range<usize>) -> Option<usize> {
        let named = self.names.get(self.sentence..)?;
        let at = named.binary_search_by_key(&tokens.start, |named| named.clue.name.start).ok()?;
        Some(self.sentence + at)
    }

    /// Says that the name `number` holds a post, once.
    pub(crate) fn hold(&mut self, number: usize, held: Held<'a>) {
        let Some(named) = self.names.get_mut(number) else { return };
        if number >= self.sentence {
            self.held.insert(held.tokens.start);
        }
        match named.posts.iter_mut().find(|other| other.tokens == held.tokens) {
            Some(other) if held.status != RoleStatus::Current => other.status = held.status,
            Some(_) => {}
            None => named.posts.push(held),
        }
    }
}
