/// What concerns officials, organisations and places.
#[derive(Debug, Default)]
pub(crate) struct OfficialClues {}
