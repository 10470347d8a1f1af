//! The real binary in a scrubbed environment: what it prints, what it returns, what it does with bad input.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and reads and runs what it has to"
)]

mod arguments;
mod bad_input;
mod determinism;
mod exit_codes;
mod handed_files;
mod output;
mod run;
