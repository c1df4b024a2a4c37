//! The one integration test binary; each module is one question asked of the whole library.

mod architecture;
mod articles;
mod encodings;
mod invariants;
mod phrases;
mod profiles;
mod readme;
#[cfg(feature = "schema")]
mod schema;
