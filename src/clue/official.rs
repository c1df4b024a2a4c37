use std::ops::Range;

use crate::article::{OrganisationKind, RoleStatus};

/// What concerns officials and organisations.
#[derive(Debug, Default)]
pub(crate) struct OfficialClues {
    /// Posts, names and the words and marks that tie them, in reading order and without overlap; other words are left out.
    pub(crate) sequence: Vec<OfficialClue>,
    /// Organisations named, also inside posts.
    pub(crate) organisations: Vec<OrganisationClue>,
}

/// One link of the chain that ties posts to persons.
#[derive(Clone, Debug)]
pub(crate) struct OfficialClue {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// The number of its sentence.
    pub(crate) sentence: usize,
    /// What it is.
    pub(crate) kind: ClueKind,
}

/// What a link of the chain is.
#[derive(Clone, Debug)]
pub(crate) enum ClueKind {
    /// A post: `Phó Chủ tịch UBND tỉnh`.
    Post(PostClue),
    /// A name: `Thượng tướng Tô Lâm`.
    Name(NameClue),
    /// An organisation outside a post.
    Organisation,
    /// A word of address without a name of its own: `đồng chí` of `đồng chí Bí thư`.
    Address,
    /// A rank or degree parted from the name by a post: `Thượng tướng, Thứ trưởng`.
    Rank,
    /// A word that ties: `kiêm`, `làm`, `các`.
    Cue(Cue),
    /// A mark.
    Mark(Mark),
}

impl ClueKind {
    /// Whether it is the mark `mark`.
    pub(crate) fn is_mark(&self, mark: Mark) -> bool {
        matches!(self, Self::Mark(other) if *other == mark)
    }
}

/// A post without its holder.
#[derive(Clone, Debug)]
pub(crate) struct PostClue {
    /// The office without its organisation: `Phó Chủ tịch`.
    pub(crate) title: Range<usize>,
    /// The organisation as far as stated: `UBND tỉnh Cao Bằng`.
    pub(crate) organisation: Option<Range<usize>>,
    /// What its own words say of the holder.
    pub(crate) status: RoleStatus,
    /// What kind of post.
    pub(crate) class: PostClass,
    /// Its words: what follows them in the clue (`nhiệm kỳ 2021-2026`, the abbreviation in brackets) is no part of the post.
    pub(crate) words: Range<usize>,
    /// The organisation's abbreviation in brackets, folded.
    pub(crate) short: Option<String>,
    /// Whether the organisation has a name, not only words in lower case: `chuyên gia kinh tế` has none.
    pub(crate) named: bool,
    /// Its words in one spelling and without filling words, to tell two wordings of one post: `UBND` is `ủy ban nhân dân`.
    pub(crate) key: Vec<String>,
    /// How many of them are the title's.
    pub(crate) key_title: usize,
}

/// What kind of post it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum PostClass {
    /// An office: `Bộ trưởng`.
    Office,
    /// An office of which there is one: `Thủ tướng`.
    Top,
    /// Membership of a body: `Ủy viên Trung ương Đảng`.
    Member,
    /// An office for the occasion: `Trưởng đoàn`.
    Event,
    /// Work that is a post only with its organisation: `giảng viên Trường Đại học X`.
    Work,
    /// No post of its own: `lãnh đạo Sở`, a coach, a prince.
    Vague,
}

/// A name with what stands before it.
#[derive(Clone, Debug)]
pub(crate) struct NameClue {
    /// The name without honorific and title.
    pub(crate) name: Range<usize>,
    /// Whether its words are not Vietnamese.
    pub(crate) foreign: bool,
    /// Ranks, degrees and honours before it.
    pub(crate) titles: Vec<Range<usize>>,
    /// Whether an honorific stands before it.
    pub(crate) addressed: bool,
    /// How sure its own form makes it.
    pub(crate) evidence: NameEvidence,
}

/// How sure the form of a name makes it that a person is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameEvidence {
    /// Capitalised words, no more.
    Loose,
    /// A rare surname or a foreign form.
    Fair,
    /// A common surname with two more syllables.
    Sure,
}

/// A word that ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Cue {
    /// `và`
    And,
    /// `kiêm`: a further post of the same person.
    Also,
    /// `là`
    Is,
    /// `từng là`
    Was,
    /// `làm`
    Serves,
    /// `giữ chức`
    Holds,
    /// `thôi giữ chức`
    Left,
    /// `các`: of several.
    Many,
    /// `gồm`: a list follows.
    Among,
    /// `do`
    By,
    /// `thay`
    Replaces,
    /// `đối với`
    To,
    /// `về phía`
    Side,
    /// `bổ nhiệm`
    Appoints,
    /// `thay mặt`
    Behalf,
    /// `Ảnh`: who made a picture follows.
    Credit,
    /// `theo`: whose words follow.
    Says,
    /// The colon after a span of years: `4/1985-7/1988:`.
    Years,
}

/// A mark between links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Mark {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// `-`
    Dash,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `/`
    Slash,
}

/// An organisation named in the text.
#[derive(Clone, Debug)]
pub(crate) struct OrganisationClue {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Words of a list's head that belong before it: `Sở` of `các Sở: Nội vụ, Tài chính`.
    pub(crate) head: Option<String>,
    /// What kind of organisation.
    pub(crate) kind: OrganisationKind,
    /// The abbreviation that the text gives it in brackets.
    pub(crate) short: Option<Range<usize>>,
    /// Its name without the place at its end, in one spelling, to tell two wordings of one body: `UBND` is `ủy ban nhân dân`.
    pub(crate) key: Vec<String>,
    /// The place at its end.
    pub(crate) place: Option<OrganisationPlace>,
    /// The row of the head, as the rule's name.
    pub(crate) rule: &'static str,
}

/// The place at the end of an organisation's name, in one spelling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OrganisationPlace {
    /// The word for its kind; empty where none is said: `tỉnh`.
    pub(crate) kind: String,
    /// Its name; empty in `UBND tỉnh`.
    pub(crate) name: String,
}
