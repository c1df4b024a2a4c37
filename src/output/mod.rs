//! Other forms of the record than its JSON.

mod columns;
#[cfg(feature = "schema")]
mod schema;
mod table;

#[cfg(feature = "schema")]
pub use schema::schema;
pub use table::Table;
