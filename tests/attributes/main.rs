//! Attributes are called what the providers and Kubernetes call them, and lie where they lie there: those that
//! policies and the tables of `src/graph` read, and those that cases and test data set. What is true is in `schemas/`.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails loudly, and reads and runs what lies in this repository"
)]

mod configurations;
mod findings;
mod json;
mod kinds;
mod objects;
mod policies;
mod schema;
mod tables;
