//! The real binary in a scrubbed environment: what it prints, what it returns, what it does with bad input.

mod arguments;
mod bad_input;
mod determinism;
mod exit_codes;
mod handed_files;
mod output;
mod run;
