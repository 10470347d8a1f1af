//! Values that exist only while Terraform runs: those of variables marked `ephemeral`, and what is made of them.
//! Nothing that Terraform keeps may hold one.

use super::error::refuse;
use super::evaluator::Evaluator;
use crate::evaluate::{Data, Origin, Value};
use crate::source::Span;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Links of a value's way that are followed before it counts as not ephemeral.
const LINKS: usize = 10_000;

/// Where the values of ephemeral variables are written.
#[derive(Default)]
pub(super) struct Ephemeral(RefCell<BTreeSet<Span>>);

impl Ephemeral {
    /// Notes the value of an ephemeral variable.
    pub(super) fn note(&self, value: &Value) {
        self.0.borrow_mut().insert(value.origin.span());
    }

    /// Whether a value, or a part of it, was made from one of them.
    pub(super) fn reaches(&self, value: &Value) -> bool {
        !self.0.borrow().is_empty() && self.any_part(value)
    }

    fn any_part(&self, value: &Value) -> bool {
        self.any_link(&value.origin)
            || match &value.data {
                Data::Sequence(_, items) => items.iter().any(|item| self.any_part(item)),
                Data::Mapping(_, entries) => entries.values().any(|entry| self.any_part(entry)),
                _ => false,
            }
    }

    fn any_link(&self, origin: &Origin) -> bool {
        let noted = self.0.borrow();
        let mut pending = vec![origin];
        let mut left = LINKS;
        while let Some(origin) = pending.pop() {
            if noted.contains(&origin.span()) {
                return true;
            }
            left = left.saturating_sub(1);
            if left == 0 {
                return false;
            }
            pending.extend(&origin.link().from);
        }
        false
    }
}

impl Evaluator<'_> {
    /// Reports a value that Terraform would have to keep but must not.
    pub(super) fn refuse_ephemeral(&self, value: &Value, span: Span, what: &str) {
        if self.strict && self.ephemeral.reaches(value) {
            self.settle(refuse(span, format!("{what} cannot hold an ephemeral value")), span);
        }
    }
}
