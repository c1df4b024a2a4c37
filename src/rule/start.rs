use super::{Scene, compile::Piece};
use crate::{
    lexicon::Table,
    text::{Shape, WordId},
};

const _: () = assert!(Table::ALL.len() <= u128::BITS as usize, "a table is one bit of `Start::tables`");

/// How a pattern can begin: with which words, tables, shapes and finds. Sets are bits, so that most tokens cost one look.
#[derive(Default)]
pub(crate) struct Start {
    /// Words.
    pub(crate) words: Vec<WordId>,
    /// Tables by their number.
    tables: u128,
    /// Layers by their number.
    layers: u32,
    /// Shapes by their bits.
    shapes: u64,
    /// Without reading anything.
    empty: bool,
}

/// What stands at a token, in the same bits.
#[derive(Clone, Copy)]
pub(crate) struct Here {
    tables: u128,
    layers: u32,
    shape: u64,
}

impl Here {
    /// What stands at `token`.
    pub(crate) fn new(scene: Scene<'_>, token: usize) -> Self {
        let tables = scene.hits.at(token).iter().fold(0, |bits, hit| bits | 1 << (hit.table as u32));
        let shape = scene.text.tokens.get(token).map_or(0, |token| 1 << token.shape.bits());
        Self { tables, layers: scene.layers.mask(token), shape }
    }
}

impl Start {
    /// How `pieces` can begin.
    pub(crate) fn of(pieces: &[Piece]) -> Self {
        let mut start = Self::default();
        start.empty = start.pieces(pieces);
        start
    }

    /// Whether the pattern can begin with anything but its words.
    pub(crate) fn has_others(&self) -> bool {
        self.empty || self.tables != 0 || self.layers != 0 || self.shapes != 0
    }

    /// Adds the beginnings of `other`, its words aside.
    pub(crate) fn add_others(&mut self, other: &Self) {
        self.tables |= other.tables;
        self.layers |= other.layers;
        self.shapes |= other.shapes;
        self.empty |= other.empty;
    }

    /// Whether the pattern can begin with what stands `here`, words aside.
    pub(crate) fn fits(&self, here: Here) -> bool {
        self.empty || self.tables & here.tables != 0 || self.layers & here.layers != 0 || self.shapes & here.shape != 0
    }

    /// Adds the beginnings of `pieces`; says whether they can match without reading anything.
    fn pieces(&mut self, pieces: &[Piece]) -> bool {
        pieces.iter().all(|piece| self.piece(piece))
    }

    fn piece(&mut self, piece: &Piece) -> bool {
        match piece {
            Piece::Any(phrases) => {
                self.words.extend(phrases.iter().filter_map(|phrase| phrase.first()));
                false
            }
            Piece::Table(table) => {
                self.tables |= 1 << (*table as u32);
                false
            }
            Piece::Is(shape) => {
                self.shapes |= Shape::all().filter(|one| shape(*one)).fold(0, |bits, one| bits | 1 << one.bits());
                false
            }
            Piece::Found(layer) => {
                self.layers |= 1 << (*layer as u32);
                false
            }
            Piece::Maybe(inner) | Piece::Many(inner) => {
                self.pieces(inner);
                true
            }
            Piece::OneOf(choices) => {
                let mut empty = false;
                for inner in choices {
                    empty |= self.pieces(inner);
                }
                empty
            }
            Piece::As(_, inner) => self.pieces(inner),
            Piece::Glued | Piece::Not(_) | Piece::NotAfter(_) => true,
        }
    }
}
