//! The real binary in a scrubbed environment: what it prints, what it returns, what it does with bad input.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails loudly, and reads and runs what lies in this repository"
)]

mod arguments;
mod audit;
mod baseline;
mod bad_input;
mod configuration;
mod credentials;
mod decisions;
mod determinism;
mod drift;
mod environments;
mod exit_codes;
mod explain;
mod graph;
mod groups;
mod handed_files;
mod inputs;
mod json_syntax;
mod kubernetes;
mod model;
mod modules;
mod mutation;
mod new;
mod output;
mod overlays;
mod plans;
mod presence;
mod releases;
mod retrain;
mod run;
mod suppression;
mod terraform_objects;
mod terragrunt;
mod whatif;
