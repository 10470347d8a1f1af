//! Expressions where nothing is in sight: the values in a tfvars file and in `--var` texts may compute, but not
//! refer to anything and not call a function.

use super::error::{Outcome, refuse};
use crate::parse::hcl::ast::{Call, Expr, ExprKind, For, Name, Template, TemplatePart, TraversalKind};
use std::sync::Arc;

/// Refuses what Terraform refuses there, at the first place.
pub(super) fn check(expr: &Expr) -> Outcome<()> {
    Bound::default().expression(expr)
}

/// Refuses a template that refers to anything but its variables, even where it would not be evaluated.
pub(super) fn check_template<'n>(
    template: &Expr,
    variables: impl Iterator<Item = &'n Arc<str>>,
) -> Outcome<()> {
    Bound { names: variables.cloned().collect(), functions: true }.expression(template)
}

/// The names in sight.
#[derive(Default)]
struct Bound {
    names: Vec<Arc<str>>,
    /// Functions may be called.
    functions: bool,
}

impl Bound {
    /// The tree is no deeper than the parser makes it.
    fn expression(&mut self, expr: &Expr) -> Outcome<()> {
        match &expr.kind {
            ExprKind::Variable(name) if !self.names.contains(name) => {
                refuse(expr.span, format!("variables are not allowed here: `{name}` is not a value"))
            }
            ExprKind::Call(call) if self.functions => {
                call.args.iter().try_for_each(|argument| self.expression(argument))
            }
            ExprKind::Call(call) => {
                let Call { name, .. } = &**call;
                refuse(expr.span, format!("functions are not allowed here: {}()", name.text))
            }
            ExprKind::Null
            | ExprKind::Bool(_)
            | ExprKind::Number(_)
            | ExprKind::String(_)
            | ExprKind::Variable(_)
            | ExprKind::Invalid => Ok(()),
            ExprKind::Template(template) => {
                let Template { parts } = &**template;
                self.parts(parts)
            }
            ExprKind::Array(items) => items.iter().try_for_each(|item| self.expression(item)),
            ExprKind::Object(items) => items.iter().try_for_each(|item| {
                self.expression(&item.key)?;
                self.expression(&item.value)
            }),
            ExprKind::Traversal(base, steps) => {
                self.expression(base)?;
                steps.iter().try_for_each(|step| match &step.kind {
                    TraversalKind::Index(index) => self.expression(index),
                    _ => Ok(()),
                })
            }
            ExprKind::Unary(_, operand) | ExprKind::Parens(operand) => self.expression(operand),
            ExprKind::Binary(_, operands) => {
                self.expression(&operands.0)?;
                self.expression(&operands.1)
            }
            ExprKind::Conditional(conditional) => {
                self.expression(&conditional.condition)?;
                self.expression(&conditional.then)?;
                self.expression(&conditional.otherwise)
            }
            ExprKind::For(repeated) => self.repeated(repeated),
        }
    }

    fn repeated(&mut self, repeated: &For) -> Outcome<()> {
        self.expression(&repeated.collection)?;
        let inner = [repeated.key.as_ref(), Some(&repeated.value), repeated.condition.as_ref()];
        self.within(&[repeated.key_var.as_ref(), Some(&repeated.value_var)], |bound| {
            inner.into_iter().flatten().try_for_each(|expr| bound.expression(expr))
        })
    }

    fn parts(&mut self, parts: &[TemplatePart]) -> Outcome<()> {
        parts.iter().try_for_each(|part| match part {
            TemplatePart::Literal(..) => Ok(()),
            TemplatePart::Interpolation(expr) => self.expression(expr),
            TemplatePart::If { condition, then, otherwise } => {
                self.expression(condition)?;
                self.parts(then)?;
                self.parts(otherwise)
            }
            TemplatePart::For { key_var, value_var, collection, body } => {
                self.expression(collection)?;
                self.within(&[key_var.as_ref(), Some(value_var)], |bound| bound.parts(body))
            }
        })
    }

    /// Walks what lies in sight of more loop variables.
    fn within(
        &mut self,
        names: &[Option<&Name>],
        walk: impl FnOnce(&mut Bound) -> Outcome<()>,
    ) -> Outcome<()> {
        let before = self.names.len();
        self.names.extend(names.iter().flatten().map(|name| name.text.clone()));
        let outcome = walk(self);
        self.names.truncate(before);
        outcome
    }
}
