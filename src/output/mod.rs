//! Other forms of the record than its JSON.

mod schema;

pub use schema::schema;
