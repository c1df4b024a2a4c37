use crate::{
    article::{OrganisationKind, RoleStatus},
    clue::{Cue, Mark, PostClass},
    lexicon::{Hit, Lexicon, Row, Table, words},
    rule::{Layer, Scene},
    text::{Shape, Text, fold},
};

/// What the tables of officials say, typed once; each list is in the order of its table's rows.
pub(crate) struct OfficialWords {
    posts: Vec<PostHead>,
    modifiers: Vec<PostModifier>,
    organisations: Vec<OrganisationHead>,
    fields: Vec<Field>,
    organisation_words: Vec<bool>,
    geography: Vec<bool>,
    surnames: Vec<bool>,
    honorifics: Vec<bool>,
    stops: Vec<NameStop>,
    cues: Vec<Cue>,
}

/// The head of a post.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PostHead {
    /// What kind of post.
    pub(crate) class: PostClass,
    /// What may follow besides its organisation.
    pub(crate) tail: PostTail,
    /// Whether only capitals are meant: `CT`.
    pub(crate) upper: bool,
}

/// What may follow the head of a post besides its organisation and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PostTail {
    /// Nothing.
    Organisation,
    /// A field of work: `Bộ trưởng Y tế`.
    Field,
    /// Words in lower case: `Trưởng phòng quản lý đất đai`.
    Content,
    /// `tại` and a place: `Đại sứ Việt Nam tại Lào`.
    At,
    /// A place by its bare name: `Trưởng thôn Nà Rị`.
    Place,
    /// Another post: `thư ký Bộ trưởng`.
    Post,
}

/// A word that qualifies the head of a post.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PostModifier {
    /// Whether it stands before the head.
    pub(crate) before: bool,
    /// What it says of the holder.
    pub(crate) status: RoleStatus,
    /// Whether it speaks of the moment and is no part of the post: `tân`.
    pub(crate) passing: bool,
}

/// The head of an organisation's name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OrganisationHead {
    /// What kind of organisation; none where it makes posts only: `Giám đốc Dự án X`.
    pub(crate) kind: Option<OrganisationKind>,
    /// What follows it.
    pub(crate) tail: OrganisationTail,
    /// How large it is: a smaller one may name the larger one it belongs to after a comma. Zero is left to what the head of a post names: `Trưởng phòng`.
    pub(crate) level: u8,
    case: HeadCase,
}

impl OrganisationHead {
    /// Whether the head written small is rather a verb, and with a capital at the begin of a sentence too: `tổ chức`.
    pub(crate) fn is_verb(&self) -> bool {
        self.case == HeadCase::Capital
    }
}

/// How the head of an organisation's name must be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HeadCase {
    Any,
    /// With a capital but after a post: `Tổ chức`, where `tổ chức` is rather the verb.
    Capital,
    /// In capitals throughout.
    Upper,
}

/// What follows the head of an organisation's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OrganisationTail {
    /// Nothing: `Quốc hội`.
    Whole,
    /// A place: `UBND tỉnh Cao Bằng`.
    Place,
    /// A field of work: `Sở Nội vụ`.
    Field,
    /// Any proper name, a person's too: `Trường THPT Lê Hồng Phong`.
    Name,
}

/// Why a capitalised word is no part of a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameStop {
    /// It begins a sentence: `Sáng`.
    First,
    /// It never is one: `Theo`.
    Any,
    /// It makes the whole a thing: `Bank`.
    Thing,
}

/// A field of work.
#[derive(Clone, Copy, Debug)]
struct Field {
    upper: bool,
}

impl OfficialWords {
    /// Types the rows.
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        fn typed<T>(lexicon: &Lexicon, table: Table, read: impl Fn(&Row) -> T) -> Vec<T> {
            lexicon.rows(table).iter().map(read).collect()
        }
        Self {
            posts: typed(lexicon, Table::Posts, |row| PostHead {
                class: class(row.cell("class")),
                tail: match row.cell("tail") {
                    "field" => PostTail::Field,
                    "content" | "delegation" | "bar" => PostTail::Content,
                    "at" => PostTail::At,
                    "place" => PostTail::Place,
                    "post" => PostTail::Post,
                    _ => PostTail::Organisation,
                },
                upper: row.cell("case") == "upper",
            }),
            modifiers: typed(lexicon, Table::PostModifiers, |row| PostModifier {
                before: row.cell("place") == "before",
                status: match row.cell("status") {
                    "former" => RoleStatus::Former,
                    "acting" => RoleStatus::Acting,
                    _ => RoleStatus::Current,
                },
                passing: row.cell("status") == "passing",
            }),
            organisations: typed(lexicon, Table::Organisations, |row| OrganisationHead {
                kind: kind(row.cell("kind")),
                tail: match row.cell("tail") {
                    "whole" => OrganisationTail::Whole,
                    "place" => OrganisationTail::Place,
                    "field" => OrganisationTail::Field,
                    _ => OrganisationTail::Name,
                },
                level: match row.cell("level") {
                    "sub" => 1,
                    "unit" => 2,
                    _ => 3,
                },
                case: match row.cell("case") {
                    "upper" => HeadCase::Upper,
                    "capital" => HeadCase::Capital,
                    _ => HeadCase::Any,
                },
            }),
            fields: typed(lexicon, Table::Fields, |row| Field {
                upper: row.phrases().all(|phrase| !phrase.chars().any(char::is_lowercase)),
            }),
            organisation_words: typed(lexicon, Table::OrganisationWords, |row| row.cell("kind") == "end"),
            geography: typed(lexicon, Table::Geography, |row| row.cell("kind") == "country"),
            surnames: typed(lexicon, Table::Surnames, |row| row.cell("weight") == "common"),
            honorifics: typed(lexicon, Table::Honorifics, |row| row.cell("kind") == "address"),
            stops: typed(lexicon, Table::NameStops, |row| match row.cell("where") {
                "first" => NameStop::First,
                "thing" => NameStop::Thing,
                _ => NameStop::Any,
            }),
            cues: typed(lexicon, Table::OfficialCues, |row| cue(row.cell("cue"))),
        }
    }
}

fn class(cell: &str) -> PostClass {
    match cell {
        "office" => PostClass::Office,
        "top" => PostClass::Top,
        "member" => PostClass::Member,
        "event" => PostClass::Event,
        "work" => PostClass::Work,
        _ => PostClass::Vague,
    }
}

fn kind(cell: &str) -> Option<OrganisationKind> {
    Some(match cell {
        "none" => return None,
        "state" => OrganisationKind::State,
        "party" => OrganisationKind::Party,
        "mass" => OrganisationKind::Mass,
        "court" => OrganisationKind::Court,
        "military" => OrganisationKind::Military,
        "school" => OrganisationKind::School,
        "health" => OrganisationKind::Health,
        "company" => OrganisationKind::Company,
        "media" => OrganisationKind::Media,
        "foreign" => OrganisationKind::Foreign,
        _ => OrganisationKind::Other,
    })
}

fn cue(cell: &str) -> Cue {
    match cell {
        "and" => Cue::And,
        "also" => Cue::Also,
        "is" => Cue::Is,
        "was" => Cue::Was,
        "serves" => Cue::Serves,
        "holds" => Cue::Holds,
        "left" => Cue::Left,
        "many" => Cue::Many,
        "among" => Cue::Among,
        "by" => Cue::By,
        "replaces" => Cue::Replaces,
        "to" => Cue::To,
        "side" => Cue::Side,
        "appoints" => Cue::Appoints,
        "credit" => Cue::Credit,
        "says" => Cue::Says,
        _ => Cue::Behalf,
    }
}

/// A sentence's tokens with what the tables say of them. Every reader of officials looks through it.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    scene: Scene<'a>,
    words: &'a OfficialWords,
    /// The token after the sentence's last.
    pub(crate) end: usize,
}

/// What a table says at a token, and the token after it.
pub(crate) type Read<T> = Option<(T, usize)>;

impl<'a> Reader<'a> {
    /// Looks at the sentence that ends before token `end`.
    pub(crate) fn new(scene: Scene<'a>, words: &'a OfficialWords, end: usize) -> Self {
        Self { scene, words, end }
    }

    /// The text.
    pub(crate) fn text(&self) -> &'a Text {
        self.scene.text
    }

    /// What the token `at` looks like; nothing past the sentence's end.
    pub(crate) fn shape(&self, at: usize) -> Option<Shape> {
        (at < self.end).then(|| self.scene.text.tokens.get(at).map(|token| token.shape)).flatten()
    }

    /// Whether a capitalised word stands at `at`.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.shape(at).is_some_and(|shape| shape.is_word() && shape.is_capital())
    }

    /// Whether a word in lower case stands at `at`.
    pub(crate) fn is_lower(&self, at: usize) -> bool {
        self.shape(at).is_some_and(|shape| shape.is_word() && !shape.is_capital())
    }

    /// Whether digits stand at `at`.
    pub(crate) fn is_digits(&self, at: usize) -> bool {
        self.shape(at).is_some_and(Shape::is_digits)
    }

    /// Whether no white space stands before `at`.
    pub(crate) fn is_glued(&self, at: usize) -> bool {
        self.shape(at).is_some_and(Shape::is_glued)
    }

    /// The word at `at`; empty past the sentence's end.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        if at < self.end { self.scene.text.word(at) } else { "" }
    }

    /// Whether the mark at `at` is an apostrophe of any glyph.
    pub(crate) fn is_apostrophe(&self, at: usize) -> bool {
        matches!(self.word(at), "'" | "’" | "‘" | "ʼ" | "`" | "´" | "′")
    }

    /// The mark between posts and names at `at`.
    pub(crate) fn mark(&self, at: usize) -> Option<Mark> {
        Some(match self.word(at) {
            "," => Mark::Comma,
            ";" => Mark::Semicolon,
            ":" => Mark::Colon,
            "-" | "‐" | "‑" | "‒" | "–" | "—" | "―" | "−" => Mark::Dash,
            "(" => Mark::Open,
            ")" => Mark::Close,
            "/" => Mark::Slash,
            _ => return None,
        })
    }

    /// Whether the mark at `at` stands between white space on both sides or on none.
    pub(crate) fn is_even(&self, at: usize) -> bool {
        self.is_glued(at) == self.is_glued(at + 1)
    }

    fn hit(&self, at: usize, table: Table) -> Option<(Hit, usize)> {
        let hit = (at < self.end).then(|| self.scene.hits.longest(at, table)).flatten()?;
        let end = at + hit.len as usize;
        (end <= self.end).then_some((hit, end))
    }

    /// The hits of `table` at `at`, the longest first.
    fn hits(&self, at: usize, table: Table) -> impl Iterator<Item = (Hit, usize)> {
        let found = if at < self.end { self.scene.hits.at(at) } else { &[] };
        let end = self.end;
        found
            .iter()
            .filter(move |hit| hit.table == table)
            .map(move |hit| (*hit, at + hit.len as usize))
            .filter(move |(_, stop)| *stop <= end)
    }

    /// Where the longest row of `table` at `at` ends.
    pub(crate) fn table(&self, at: usize, table: Table) -> Option<usize> {
        self.hit(at, table).map(|(_, end)| end)
    }

    /// Whether a word with which a clause goes on stands at `at`.
    pub(crate) fn clause(&self, at: usize) -> bool {
        self.table(at, Table::ClauseWords).is_some()
    }

    /// Whether every word of `at..end` is in capitals.
    fn is_upper(&self, at: usize, end: usize) -> bool {
        (at..end).all(|i| self.shape(i).is_some_and(|shape| !shape.is_word() || shape.is_upper()))
    }

    /// The head of a post.
    pub(crate) fn post_head(&self, at: usize) -> Read<PostHead> {
        self.hits(at, Table::Posts).find_map(|(hit, end)| {
            let head = *self.words.posts.get(hit.row as usize)?;
            (!head.upper || self.is_upper(at, end)).then_some((head, end))
        })
    }

    /// A word that qualifies a post.
    pub(crate) fn modifier(&self, at: usize, before: bool) -> Read<PostModifier> {
        // `chính quyền Tổng thống`
        if self.word(at) == "quyền" && matches!(at.checked_sub(1).map(|i| self.word(i)), Some("chính" | "Chính")) {
            return None;
        }
        self.hits(at, Table::PostModifiers).find_map(|(hit, end)| {
            let modifier = *self.words.modifiers.get(hit.row as usize)?;
            (modifier.before == before).then_some((modifier, end))
        })
    }

    /// The head of an organisation's name, its row's first spelling, and the token after it.
    pub(crate) fn organisation_head(&self, at: usize) -> Read<OrganisationHead> {
        // `hội nghị` is no `hội`.
        let other = self.table(at, Table::NotOrganisations).unwrap_or(at);
        self.hits(at, Table::Organisations).filter(|(_, end)| *end > other).find_map(|(hit, end)| {
            let head = *self.words.organisations.get(hit.row as usize)?;
            let written = match head.case {
                HeadCase::Any | HeadCase::Capital => true,
                HeadCase::Upper => self.is_upper(at, end),
            };
            (written && self.is_spelt(hit, at) && !self.is_surname(hit, at)).then_some((head, end))
        })
    }

    /// Whether the one word of a row is a surname here: `Đoàn Hồng Phúc`.
    fn is_surname(&self, hit: Hit, at: usize) -> bool {
        let name = |at: usize| {
            self.is_capital(at)
                && !self.is_upper(at, at + 1)
                && self.field(at, false).is_none()
                && self.geography(at).is_none()
                && self.table(at, Table::PlaceHeads).is_none()
                && self.table(at, Table::Organisations).is_none()
        };
        hit.len == 1 && self.surname(at).is_some_and(|(common, _)| common) && name(at + 1) && name(at + 2)
    }

    /// Whether a row of one word stands as the table writes it: `Tư` is not the abbreviation `TƯ`.
    fn is_spelt(&self, hit: Hit, at: usize) -> bool {
        if hit.len > 1 || self.is_upper(at, at + 1) {
            return true;
        }
        let word = fold(self.word(at));
        let row = self.scene.lexicon.row(hit);
        row.phrases().any(|phrase| phrase.chars().any(char::is_lowercase) && fold(phrase) == word)
    }

    /// A field of work that begins with a capital, or with any letter where `any_case`.
    pub(crate) fn field(&self, at: usize, any_case: bool) -> Option<usize> {
        self.hits(at, Table::Fields).find_map(|(hit, end)| {
            let field = self.words.fields.get(hit.row as usize)?;
            let fits = if field.upper { self.is_upper(at, end) } else { any_case || self.is_capital(at) };
            fits.then_some(end)
        })
    }

    /// A word of organisations' names in lower case, and whether it may end a complete one: `quốc gia`.
    pub(crate) fn organisation_word(&self, at: usize) -> Read<bool> {
        self.hit(at, Table::OrganisationWords)
            .and_then(|(hit, end)| Some((*self.words.organisation_words.get(hit.row as usize)?, end)))
    }

    /// A place by its bare name, and whether it is a country.
    pub(crate) fn geography(&self, at: usize) -> Read<bool> {
        // `châu Á` is written small.
        let continent = self.word(at) == "châu" && self.is_capital(at + 1);
        if !self.is_capital(at) && !continent {
            return None;
        }
        self.hit(at, Table::Geography).and_then(|(hit, end)| Some((*self.words.geography.get(hit.row as usize)?, end)))
    }

    /// Where the name of a unit of the administration that begins at `at` ends: `Hàm Thuận Nam`.
    pub(crate) fn unit(&self, at: usize) -> Option<usize> {
        let (_, end) = self.scene.layers.at(Layer::PlaceName, at)?;
        (at < self.end && end <= self.end).then_some(end)
    }

    /// Where the place that begins at `at`, told by what stands around it, ends.
    pub(crate) fn found_place(&self, at: usize) -> Option<usize> {
        let (_, end) = self.scene.layers.at(Layer::Place, at)?;
        (at < self.end && end <= self.end).then_some(end)
    }

    /// Whether the head of an organisation or a word before a place's name begins at `at`.
    pub(crate) fn head_begins(&self, at: usize) -> bool {
        self.organisation_head(at).is_some() || self.table(at, Table::PlaceHeads).is_some()
    }

    /// A surname, and whether it is a common one.
    pub(crate) fn surname(&self, at: usize) -> Read<bool> {
        if !self.is_capital(at) {
            return None;
        }
        self.hit(at, Table::Surnames).and_then(|(hit, end)| Some((*self.words.surnames.get(hit.row as usize)?, end)))
    }

    /// A word of address, and whether it says no more than that.
    pub(crate) fn honorific(&self, at: usize) -> Read<bool> {
        self.hit(at, Table::Honorifics)
            .and_then(|(hit, end)| Some((*self.words.honorifics.get(hit.row as usize)?, end)))
    }

    /// Why the capitalised word at `at` is no part of a name.
    pub(crate) fn name_stop(&self, at: usize) -> Option<NameStop> {
        self.hit(at, Table::NameStops).and_then(|(hit, _)| self.words.stops.get(hit.row as usize).copied())
    }

    /// A word that ties.
    pub(crate) fn cue(&self, at: usize) -> Read<Cue> {
        self.hit(at, Table::OfficialCues).and_then(|(hit, end)| Some((*self.words.cues.get(hit.row as usize)?, end)))
    }

    /// The words of `tokens` in one spelling each, without words that only fill: `UBND tỉnh` gives `ủy ban nhân dân`, `tỉnh`.
    pub(crate) fn key(&self, tokens: std::ops::Range<usize>) -> Vec<String> {
        let mut key = self.spelling(tokens);
        key.retain(|word| !FILLERS.contains(&word.as_str()));
        key
    }

    /// The words of `tokens` in one spelling each: `UBND tỉnh` gives `ủy ban nhân dân`, `tỉnh`.
    pub(crate) fn spelling(&self, tokens: std::ops::Range<usize>) -> Vec<String> {
        let mut key = Vec::new();
        let mut at = tokens.start;
        while at < tokens.end {
            let row = [Table::Posts, Table::Organisations, Table::Fields, Table::Geography, Table::PlaceHeads]
                .into_iter()
                .filter_map(|table| self.hit(at, table))
                .filter(|(_, end)| *end <= tokens.end)
                .max_by_key(|(_, end)| *end);
            if let Some((hit, end)) = row {
                let first = self.scene.lexicon.row(hit).phrases().next().unwrap_or_default();
                key.extend(words(first).map(fold));
                at = end;
            } else {
                key.push(fold(self.word(at)));
                at += 1;
            }
        }
        key
    }
}

/// Words and marks that do not tell one post from another.
const FILLERS: &[&str] = &[
    ",", "-", "(", ")", "&", ".", "và", "của", "thuộc", "trực", "tỉnh", "thành", "phố", "tp", "nước", "nguyên", "cựu",
    "tân",
];
