//! What a file that is not Terraform's own brings into its expressions: names and functions.

use super::error::Outcome;
use crate::evaluate::Value;
use crate::source::Span;

/// Names and functions beside Terraform's.
pub(super) trait Host {
    /// What a name at the start of a traversal stands for, if it is one of these.
    fn value(&self, name: &str, span: Span) -> Option<Value>;

    /// What a function gives, if it is one of these.
    fn call(&self, name: &str, args: &[Value], span: Span) -> Option<Outcome<Value>>;
}
