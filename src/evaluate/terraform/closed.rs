//! Expressions that do not depend on the instance or the element they are evaluated for. Where there are many of
//! those, such an expression is worked out once: `element(aws_subnet.all[*].id, count.index)` would otherwise walk
//! over every subnet for every instance.

use super::error::{Outcome, refuse};
use super::evaluator::Evaluator;
use super::scope::Scope;
use crate::evaluate::Value;
use crate::parse::hcl::ast::{Expr, ExprKind, TraversalKind};
use std::sync::Arc;

impl<'p> Evaluator<'p> {
    /// The result of `work`, which evaluates `expr`; an earlier one where it must be the same.
    pub(super) fn once(
        &self,
        expr: &Expr,
        scope: &Scope<'p>,
        work: impl FnOnce() -> Outcome<Value>,
    ) -> Outcome<Value> {
        if !scope.is_crowded() || !may_be_costly(expr) || !is_closed(expr, scope) {
            return work();
        }
        let kept = scope.instance.closed.get(&expr.span, work);
        kept.unwrap_or_else(|| refuse(expr.span, "this expression refers to itself"))
    }
}

/// Whether the work may grow with the size of a collection.
fn may_be_costly(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Call(_) | ExprKind::For(_) => true,
        ExprKind::Traversal(_, steps) => {
            steps.iter().any(|step| matches!(step.kind, TraversalKind::FullSplat | TraversalKind::AttrSplat))
        }
        _ => false,
    }
}

/// Whether every name in the expression means the same everywhere in a module instance.
fn is_closed(expr: &Expr, scope: &Scope<'_>) -> bool {
    let fixed =
        |name: &Arc<str>| !matches!(&**name, "each" | "count" | "self") && scope.bound(name).is_none();
    expr.free_names(&mut |name, _, _| if fixed(name) { Ok(()) } else { Err(()) }).is_ok()
}
