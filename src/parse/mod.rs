//! Text to trees with a span on every node. Never fails: a tree of what could be read, plus diagnostics.

pub mod tree;
pub mod hcl;
pub mod json;
pub mod yaml;
pub mod outline;
