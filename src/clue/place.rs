use std::ops::Range;

use crate::article::PlaceKind;

/// A place named in the text, with every unit of the administration that the words can mean.
#[derive(Clone, Debug)]
pub(crate) struct PlaceClue {
    /// The rule that read it.
    pub(crate) rule: &'static str,
    /// Its words, with the kind where that stands right before the name: `tỉnh Cao Bằng`.
    pub(crate) tokens: Range<usize>,
    /// The words of the name alone: `Cao Bằng`.
    pub(crate) name: Range<usize>,
    /// What kind of place it is.
    pub(crate) kind: PlaceKind,
    /// The word for its kind, in full: `thành phố` for `TP.`; nothing where none is said.
    pub(crate) word: Option<&'static str>,
    /// Its name in the usual spelling, where it is no unit of the administration: `Hoa Kỳ` for `Mỹ`.
    pub(crate) known: Option<&'static str>,
    /// The units it can mean.
    pub(crate) units: Vec<PlaceUnit>,
    /// Whether the text says that it means the place as it was or as it now is: `Hà Giang (cũ)`.
    pub(crate) era: Option<Era>,
}

/// A unit of the administration that a name can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PlaceUnit {
    /// Its code: `040`.
    pub(crate) code: &'static str,
    /// The word for its kind: `thành phố`.
    pub(crate) word: &'static str,
    /// Its name: `Cao Bằng`.
    pub(crate) name: &'static str,
    /// The code of the unit it lies in; empty for a province.
    pub(crate) parent: &'static str,
    /// The code of the province it lies in; a province's own.
    pub(crate) province: &'static str,
    /// The code of the province that its own went into; empty where that still is.
    pub(crate) heir: &'static str,
    /// Its first day, `2025-07-01`; empty where that is long ago.
    pub(crate) from: &'static str,
    /// Its last day; empty where it still is.
    pub(crate) to: &'static str,
    /// The code of the one unit it went into; empty where there is none.
    pub(crate) successor: &'static str,
}

/// Which of two states of a place the text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Era {
    /// As it was: `cũ`, `trước khi sáp nhập`.
    Old,
    /// As it is since: `mới`.
    New,
}
