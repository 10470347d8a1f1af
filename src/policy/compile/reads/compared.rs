//! Comparisons: of a value that is compared with texts of the policy, no more matters than whether it is one of them.

use super::super::footprint::Depth;
use super::super::syntax::{CompareOp, Expr};
use super::super::value::Abstract;
use super::{Analysis, Scope};

impl<'a> Analysis<'a> {
    /// Both sides of a comparison. Whether there is anything at all is all that `count(x) == 0` asks.
    pub(super) fn compared(&mut self, op: CompareOp, lhs: &'a Expr, rhs: &'a Expr, scope: &mut Scope<'a>) {
        let counts = |expr: &Expr| match expr {
            Expr::Call { fcn, .. } => fcn.static_path().is_some_and(|path| path == ["count"]),
            _ => false,
        };
        if matches!(op, CompareOp::Eq | CompareOp::Ne) && !counts(lhs) && !counts(rhs) {
            return self.equated(lhs, rhs, scope);
        }
        for (one, other) in [(lhs, rhs), (rhs, lhs)] {
            match (one, other) {
                (Expr::Call { fcn, params }, Expr::Number { value })
                    if value.as_u64() == Some(0)
                        && fcn.static_path().is_some_and(|path| path == ["count"]) =>
                {
                    for param in params {
                        let counted = self.value(param, scope);
                        self.read(&counted.each());
                    }
                }
                _ => self.used(one, scope),
            }
        }
    }

    /// Both sides of an equation.
    pub(super) fn equated(&mut self, lhs: &'a Expr, rhs: &'a Expr, scope: &mut Scope<'a>) {
        let (lhs, rhs) = (self.value(lhs, scope), self.value(rhs, scope));
        self.read_compared(&lhs, &rhs);
        self.read_compared(&rhs, &lhs);
    }

    /// Takes note that a value is compared with another: where that one is a text of the policy, no more matters than
    /// whether the value is this text.
    pub(super) fn read_compared(&mut self, value: &Abstract, other: &Abstract) {
        let Some(texts) = other.constants().filter(|_| value.fields.is_empty() && value.element.is_none())
        else {
            return self.read_deep(value);
        };
        for place in &value.places {
            let depth = Depth::Compared(texts.clone());
            self.reads.entry(place.clone()).or_insert(Depth::Seen).join(depth);
        }
        if !value.keys_of.is_empty() {
            let keys = Abstract { keys_of: value.keys_of.clone(), ..Abstract::default() };
            self.read_deep(&keys);
        }
    }
}
