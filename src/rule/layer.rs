/// What an earlier stratum of rules found, by kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Layer {
    /// Numbers in digits or words.
    Number,
    /// Times of day: `20h`, `14:32`.
    Clock,
    /// Symbols of documents: `281/QĐ-TTg`.
    Symbol,
    /// Points of the calendar, before the words around them are read: `02/12`, `quý I/2021`.
    Point,
    /// Dates.
    Date,
    /// Names that a place bears, before it is known whether a place is meant; one may begin inside another.
    PlaceName,
    /// Places.
    Place,
}

impl Layer {
    const COUNT: usize = 7;
}

/// The places of what was found, by kind. Finds of one kind do not overlap.
#[derive(Debug)]
pub(crate) struct Layers {
    ends: [Vec<(u32, u32)>; Layer::COUNT],
    starts: [Vec<u32>; Layer::COUNT],
    /// For each token the layers with a find that begins there, as bits.
    masks: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Layers {
    /// No finds yet in a text of `tokens` tokens.
    pub(crate) fn new(tokens: usize) -> Self {
        Self { ends: Default::default(), starts: std::array::from_fn(|_| vec![NONE; tokens]), masks: vec![0; tokens] }
    }

    /// Notes the finds of a kind, in order, by their tokens; a find's number is its place in that order.
    pub(crate) fn put(&mut self, layer: Layer, finds: impl IntoIterator<Item = std::ops::Range<usize>>) {
        let (ends, starts) = (&mut self.ends[layer as usize], &mut self.starts[layer as usize]);
        for find in finds {
            if let (Some(start), Some(mask)) = (starts.get_mut(find.start), self.masks.get_mut(find.start)) {
                *start = ends.len() as u32;
                *mask |= 1 << (layer as u32);
            }
            ends.push((find.start as u32, find.end as u32));
        }
    }

    /// The number of the find that begins at `token`, and the token after it.
    pub(crate) fn at(&self, layer: Layer, token: usize) -> Option<(usize, usize)> {
        let number = *self.starts[layer as usize].get(token)?;
        let &(_, end) = self.ends[layer as usize].get(number as usize)?;
        Some((number as usize, end as usize))
    }

    /// The layers with a find that begins at `token`, as bits by their numbers.
    pub(crate) fn mask(&self, token: usize) -> u32 {
        self.masks.get(token).copied().unwrap_or(0)
    }
}
