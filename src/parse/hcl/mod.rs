//! Terraform's syntaxes, native and JSON, read into one tree.

pub mod ast;
