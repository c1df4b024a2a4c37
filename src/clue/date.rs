/// A time expression, not yet resolved.
#[derive(Clone, Debug)]
pub(crate) struct DateClue {}
