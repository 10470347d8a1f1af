//! Purlin: a linter for infrastructure as code that names the one line to change and why it matters.
//!
//! The modules stand in the order of the layers: each may use only those above it.

pub mod source;
pub mod parse;
pub mod evaluate;
pub mod graph;
pub mod policy;
pub mod risk;
pub mod finding;
pub mod report;
pub mod lint;
pub mod train;
pub mod cli;
