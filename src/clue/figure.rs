use std::ops::Range;

use rust_decimal::Decimal;

use crate::article::Edtf;

/// What concerns results on indices, in reading order.
#[derive(Debug, Default)]
pub(crate) struct FigureClues {
    /// Names, figures and the words between them. They do not overlap.
    pub(crate) clues: Vec<FigureClue>,
    /// Names of provinces and countries, wherever they stand: those whom `tỉnh` or `nước ta` can mean.
    pub(crate) homes: Vec<Home>,
    /// Headers of tables: `STT | Cơ quan | Điểm | Hạng`.
    pub(crate) headers: Vec<Header>,
}

/// One thing seen at some tokens.
#[derive(Clone, Debug)]
pub(crate) struct FigureClue {
    /// Where.
    pub(crate) tokens: Range<usize>,
    /// By which rule or table.
    pub(crate) rule: &'static str,
    /// What.
    pub(crate) what: Figure,
    /// How many words that mean nothing to us stand between the clue before and this one.
    pub(crate) gap: usize,
}

/// What was seen.
#[derive(Clone, Debug)]
pub(crate) enum Figure {
    /// An index: `Chỉ số cải cách hành chính (PAR INDEX)`.
    Index(IndexClue),
    /// Whose result it may be: `tỉnh Cao Bằng`.
    Subject(SubjectClue),
    /// One score or several in a row: `81,2 điểm; 79,4 điểm và 77,05 điểm`.
    Scores(Vec<ScoreClue>),
    /// One rank or several in a row: `thứ 2 và 3`.
    Ranks(Vec<RankClue>),
    /// One change or several in a row: `tăng 1,82 điểm`.
    Changes(Vec<ChangeClue>),
    /// Where something stood before: `từ vị trí thứ 40`.
    From(FromClue),
    /// The scale: `trên thang điểm 100`.
    Scale(Decimal),
    /// A period in itself: `năm 2021`, `quý III/2019`.
    Period(Edtf),
    /// The year before the one spoken of: `năm trước`.
    YearBefore,
    /// The number before an item of a list: `1.`
    Item(u32),
    /// A word that says how others stand to one another.
    Hinge(Hinge),
    /// A comma, a bracket.
    Point(char),
}

/// An index that is named.
#[derive(Clone, Debug)]
pub(crate) struct IndexClue {
    /// The same for all names of one index: `PAR INDEX`; the folded name where no table knows it.
    pub(crate) key: String,
    /// Its name without the abbreviation.
    pub(crate) name: Range<usize>,
    /// Its abbreviation, where it stands with it.
    pub(crate) code: Option<Range<usize>>,
    /// What kind of index it is.
    pub(crate) kind: IndexKind,
    /// The index that this is a part of, where only that one makes it a name: lower case, without `chỉ số`.
    pub(crate) part_of: Option<&'static str>,
    /// Whether only `về` before it makes it a name: it is one where a figure stands before that.
    pub(crate) weak: bool,
    /// Whom it ranks, as the table says: `bộ, tỉnh`.
    pub(crate) ranks: &'static str,
    /// The highest score possible, where the table knows it.
    pub(crate) scale: Option<Decimal>,
    /// Whether its scores are given in per cent, as far as the table knows.
    pub(crate) percent: bool,
    /// The year that closes the name: `PCI 2022`.
    pub(crate) period: Option<Edtf>,
}

/// What kind of index is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IndexKind {
    /// One of the table.
    Known,
    /// One that only its form gives away: `chỉ số …`.
    Unknown,
    /// A part of another: `Chi phí thời gian`.
    Component,
    /// One whose figures are no results: `VN-Index`.
    Barred,
}

/// Whose result it may be.
#[derive(Clone, Debug)]
pub(crate) struct SubjectClue {
    /// What kind of name it is.
    pub(crate) kind: SubjectKind,
    /// How high its kind of place stands, where the name says: `xã` 1, `huyện` 2, `tỉnh` 3.
    pub(crate) level: Option<u8>,
    /// Whether it is a region, which may only say where: `Đông Nam Á`.
    pub(crate) region: bool,
}

/// How a unit is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SubjectKind {
    /// By a name with a head, or one of a table: `Sở Nội vụ`, `Cao Bằng`.
    Named,
    /// By capitals alone: `Vietravel`.
    Capitals,
    /// By a word for one that was named before: `tỉnh`.
    Same,
    /// Several at once: `các huyện`, `khối sở, ngành`.
    Group,
    /// A person, who is not ranked.
    Person,
}

/// A score as stated.
#[derive(Clone, Debug)]
pub(crate) struct ScoreClue {
    /// The figure.
    pub(crate) value: Decimal,
    /// The highest possible.
    pub(crate) out_of: Option<Decimal>,
    /// What it is counted in.
    pub(crate) unit: ScoreUnit,
}

/// What a score is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScoreUnit {
    /// `điểm`
    Points,
    /// `%`
    Percent,
    /// Nothing: `0,6612`.
    Bare,
}

/// A rank as stated.
#[derive(Clone, Debug, Default)]
pub(crate) struct RankClue {
    /// The place; none where the text only says that it is the last.
    pub(crate) position: Option<u32>,
    /// Of how many.
    pub(crate) out_of: Option<u32>,
    /// Among whom.
    pub(crate) among: Option<Range<usize>>,
    /// Whether the words name the holder of the place, who may follow at once: `á quân`, `hạng nhì`.
    pub(crate) title: bool,
    /// Whether the place is among a region or a group only: `đứng thứ ba khu vực Tây Bắc`.
    pub(crate) regional: bool,
    /// Whether nothing but the number says that it is a rank: `4/63`, `thứ ba`.
    pub(crate) weak: bool,
    /// Whether words without a number say that it is the first: `dẫn đầu`. Of several units so called one only is the first.
    pub(crate) leads: bool,
    /// Whether the place is as before: `giữ nguyên vị trí thứ 15`.
    pub(crate) unchanged: bool,
    /// Whether others hold the place too: `đồng hạng 30/121`.
    pub(crate) tied: bool,
    /// The place before, where the same words say it: `từ 88 lên 83`.
    pub(crate) previous: Option<u32>,
}

/// A change as stated, with its sign.
#[derive(Clone, Debug)]
pub(crate) struct ChangeClue {
    /// By how much; a rank that worsens is negative.
    pub(crate) amount: Decimal,
    /// Its unit.
    pub(crate) unit: ChangeUnit,
    /// Its unit in the text.
    pub(crate) word: Option<Range<usize>>,
    /// Whether it is one only against an earlier period: `cao hơn 1,2%`.
    pub(crate) relative: bool,
    /// The year that its words compare with: `nhiều hơn năm 2018 1,3 điểm`.
    pub(crate) since: Option<Edtf>,
}

/// What a change is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChangeUnit {
    /// `điểm`
    Points,
    /// `%`, `điểm phần trăm`
    Percent,
    /// `bậc`, `hạng`, `vị trí`
    Places,
}

/// Where something stood before.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FromClue {
    /// `từ vị trí thứ 40`
    Rank(u32),
    /// `từ 0,655`
    Score(Decimal),
}

/// A word that says how others stand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hinge {
    /// From here on goals: `phấn đấu`.
    Target,
    /// `trung bình`
    Average,
    /// `khoảng cách`
    Gap,
    /// `cao hơn mặt bằng chung`: the next figure says by how much.
    Beyond,
    /// The figure is of something else: `tỷ lệ`.
    Measure,
    /// `lần lượt`
    Each,
    /// `cùng`
    Together,
    /// `là`, `thuộc về`
    Copula,
    /// `theo sau là`
    Next,
    /// `theo`
    Source,
    /// `so với`
    Compare,
    /// `của`
    Of,
    /// `về`
    About,
    /// `với`
    With,
    /// `nhưng`
    But,
    /// `và`
    And,
    /// `chỉ số thành phần`
    Parts,
    /// The unit before it is not ranked but says who is: `công bố`.
    Publish,
    /// Words between a unit and its figure: `đạt`.
    Verb,
}

/// A province or a country that is named.
#[derive(Clone, Debug)]
pub(crate) struct Home {
    /// Where, with its kind word.
    pub(crate) tokens: Range<usize>,
    /// The name alone.
    pub(crate) name: Range<usize>,
    /// `tỉnh`, `thành phố`, `quốc gia`
    pub(crate) kind: &'static str,
}

/// The first row of a table, read.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    /// The sentence that it is.
    pub(crate) sentence: usize,
    /// What each column holds.
    pub(crate) columns: Vec<Column>,
}

/// A column of a table, by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// What it holds.
    pub(crate) kind: ColumnKind,
    /// Of which year: `Xếp hạng năm 2023`.
    pub(crate) year: Option<i32>,
}

/// What a column of a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColumnKind {
    /// Whose row it is.
    Subject,
    /// Its score.
    Score,
    /// Its score as a percentage.
    Percent,
    /// Its rank.
    Rank,
    /// By how much its score changed: `+1,2`.
    ScoreChange,
    /// By how many places its rank changed: `-3`.
    RankChange,
    /// Something else.
    Other,
}
