//! What Terraform would refuse.

use crate::evaluate::Reason;
use crate::source::Span;

/// An expression or declaration that Terraform would refuse, and where. The configuration's mistake.
#[derive(Clone, Debug)]
pub(super) struct EvaluationError {
    /// The place Terraform would name.
    pub(super) span: Span,
    /// What is wrong.
    pub(super) message: String,
    /// Why the value that was asked for is unknown.
    pub(super) reason: Reason,
    /// A diagnostic has been written for it already: passing it on must not write another.
    pub(super) reported: bool,
}

/// A result whose error is small enough to pass around.
pub(super) type Outcome<T> = Result<T, Box<EvaluationError>>;

/// An error at a place.
pub(super) fn refuse<T>(span: Span, message: impl Into<String>) -> Outcome<T> {
    refuse_because(span, message, Reason::Error)
}

/// An error at a place, for a reason other than a mistake in the expression.
pub(super) fn refuse_because<T>(span: Span, message: impl Into<String>, reason: Reason) -> Outcome<T> {
    Err(Box::new(EvaluationError { span, message: message.into(), reason, reported: false }))
}
