//! The names that an expression uses without binding them itself.

use super::ast::{Expr, ExprKind, Name, TemplatePart, Traversal, TraversalKind};
use crate::source::Span;
use std::sync::Arc;

/// Takes a free name, the steps that follow it, and the place of both.
type Visit<'v, E> = &'v mut dyn FnMut(&Arc<str>, &[Traversal], Span) -> Result<(), E>;

impl Expr {
    /// Visits every name that is no loop variable of the expression itself, in source order.
    ///
    /// # Errors
    /// The first one that `visit` gives.
    pub fn free_names<E>(&self, visit: Visit<'_, E>) -> Result<(), E> {
        expression(self, &mut Vec::new(), visit)
    }
}

/// The tree is no deeper than the parser makes it.
fn expression<E>(expr: &Expr, bound: &mut Vec<Arc<str>>, visit: Visit<'_, E>) -> Result<(), E> {
    let is_free = |name: &Arc<str>, bound: &[Arc<str>]| !bound.contains(name);
    match &expr.kind {
        ExprKind::Variable(name) if is_free(name, bound) => visit(name, &[], expr.span),
        ExprKind::Traversal(base, steps) => {
            match &base.kind {
                ExprKind::Variable(name) if is_free(name, bound) => visit(name, steps, expr.span)?,
                _ => expression(base, bound, visit)?,
            }
            steps.iter().try_for_each(|step| match &step.kind {
                TraversalKind::Index(index) => expression(index, bound, visit),
                _ => Ok(()),
            })
        }
        ExprKind::Template(template) => parts(&template.parts, bound, visit),
        ExprKind::For(repeated) => {
            expression(&repeated.collection, bound, visit)?;
            let before = bind(bound, repeated.key_var.as_ref(), &repeated.value_var);
            let inner = repeated.key.iter().chain([&repeated.value]).chain(&repeated.condition);
            let outcome = inner.into_iter().try_for_each(|part| expression(part, bound, visit));
            bound.truncate(before);
            outcome
        }
        _ => expr.children().into_iter().try_for_each(|part| expression(part, bound, visit)),
    }
}

fn parts<E>(template: &[TemplatePart], bound: &mut Vec<Arc<str>>, visit: Visit<'_, E>) -> Result<(), E> {
    template.iter().try_for_each(|part| match part {
        TemplatePart::Literal(..) => Ok(()),
        TemplatePart::Interpolation(expr) => expression(expr, bound, visit),
        TemplatePart::If { condition, then, otherwise } => {
            expression(condition, bound, visit)?;
            parts(then, bound, visit)?;
            parts(otherwise, bound, visit)
        }
        TemplatePart::For { key_var, value_var, collection, body } => {
            expression(collection, bound, visit)?;
            let before = bind(bound, key_var.as_ref(), value_var);
            let outcome = parts(body, bound, visit);
            bound.truncate(before);
            outcome
        }
    })
}

/// Adds the loop variables; gives how many names were bound before.
fn bind(bound: &mut Vec<Arc<str>>, key: Option<&Name>, value: &Name) -> usize {
    let before = bound.len();
    bound.extend(key.into_iter().chain([value]).map(|name| name.text.clone()));
    before
}
