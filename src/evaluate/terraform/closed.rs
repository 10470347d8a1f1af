//! Expressions that do not depend on the instance or the element they are evaluated for. Where there are many of
//! those, such an expression is worked out once: `element(aws_subnet.all[*].id, count.index)` would otherwise walk
//! over every subnet for every instance.

use super::error::{Outcome, refuse};
use super::evaluator::Evaluator;
use super::scope::Scope;
use crate::evaluate::Value;
use crate::parse::hcl::ast::{Expr, ExprKind, For, TemplatePart, Traversal, TraversalKind};
use std::sync::Arc;

impl<'p> Evaluator<'p> {
    /// The result of `work`, which evaluates `expr`; an earlier one where it must be the same.
    pub(super) fn once(
        &self,
        expr: &Expr,
        scope: &Scope<'p>,
        work: impl FnOnce() -> Outcome<Value>,
    ) -> Outcome<Value> {
        if !scope.is_crowded() || !may_be_costly(expr) || !(Names { scope, own: Vec::new() }).closed(expr) {
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

/// Tells names that mean the same everywhere in a module instance from those that do not.
struct Names<'s, 'p> {
    scope: &'s Scope<'p>,
    /// Loop variables of the expression itself.
    own: Vec<Arc<str>>,
}

impl Names<'_, '_> {
    /// Whether no name in the expression depends on where it is evaluated.
    fn closed(&mut self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Template(template) => self.closed_parts(&template.parts),
            ExprKind::Array(items) => items.iter().all(|item| self.closed(item)),
            ExprKind::Object(items) => {
                items.iter().all(|item| self.closed(&item.key) && self.closed(&item.value))
            }
            ExprKind::Variable(name) => self.is_fixed(name),
            ExprKind::Traversal(base, steps) => self.closed(base) && self.closed_steps(steps),
            ExprKind::Call(call) => call.args.iter().all(|arg| self.closed(arg)),
            ExprKind::Unary(_, operand) | ExprKind::Parens(operand) => self.closed(operand),
            ExprKind::Binary(_, operands) => self.closed(&operands.0) && self.closed(&operands.1),
            ExprKind::Conditional(conditional) => {
                self.closed(&conditional.condition)
                    && self.closed(&conditional.then)
                    && self.closed(&conditional.otherwise)
            }
            ExprKind::For(repeated) => self.closed_for(repeated),
            ExprKind::Null
            | ExprKind::Bool(_)
            | ExprKind::Number(_)
            | ExprKind::String(_)
            | ExprKind::Invalid => true,
        }
    }

    fn is_fixed(&self, name: &Arc<str>) -> bool {
        let moves = matches!(&**name, "each" | "count" | "self") || self.scope.bound(name).is_some();
        !moves || self.own.contains(name)
    }

    fn closed_steps(&mut self, steps: &[Traversal]) -> bool {
        steps.iter().all(|step| match &step.kind {
            TraversalKind::Index(key) => self.closed(key),
            _ => true,
        })
    }

    fn closed_for(&mut self, repeated: &For) -> bool {
        if !self.closed(&repeated.collection) {
            return false;
        }
        let names = repeated.key_var.iter().chain([&repeated.value_var]).map(|name| name.text.clone());
        self.within(names.collect(), |names| {
            let parts = repeated.key.iter().chain([&repeated.value]).chain(&repeated.condition);
            parts.into_iter().all(|part| names.closed(part))
        })
    }

    fn closed_parts(&mut self, parts: &[TemplatePart]) -> bool {
        parts.iter().all(|part| match part {
            TemplatePart::Literal(..) => true,
            TemplatePart::Interpolation(expr) => self.closed(expr),
            TemplatePart::If { condition, then, otherwise } => {
                self.closed(condition) && self.closed_parts(then) && self.closed_parts(otherwise)
            }
            TemplatePart::For { key_var, value_var, collection, body } => {
                let names = key_var.iter().chain([value_var]).map(|name| name.text.clone()).collect();
                self.closed(collection) && self.within(names, |names| names.closed_parts(body))
            }
        })
    }

    /// Looks at something that sees further loop variables.
    fn within(&mut self, names: Vec<Arc<str>>, look: impl FnOnce(&mut Self) -> bool) -> bool {
        let outer = self.own.len();
        self.own.extend(names);
        let found = look(self);
        self.own.truncate(outer);
        found
    }
}
