/// What concerns results on indices.
#[derive(Debug, Default)]
pub(crate) struct FigureClues {}
