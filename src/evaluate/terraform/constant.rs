//! Expressions where nothing is in sight: the values in a tfvars file and in `--var` texts may compute, but not
//! refer to anything and not call a function.

use super::error::{Outcome, refuse};
use crate::parse::hcl::ast::{Expr, ExprKind};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Refuses what Terraform refuses there.
pub(super) fn check(expr: &Expr) -> Outcome<()> {
    check_calls(expr)?;
    check_names(expr, &BTreeSet::new())
}

/// Refuses a template that refers to anything but its variables, even where it would not be evaluated.
pub(super) fn check_template<'n>(
    template: &Expr,
    variables: impl Iterator<Item = &'n Arc<str>>,
) -> Outcome<()> {
    check_names(template, &variables.collect())
}

fn check_names(expr: &Expr, known: &BTreeSet<&Arc<str>>) -> Outcome<()> {
    expr.free_names(&mut |name, _, span| match known.contains(name) {
        true => Ok(()),
        false => refuse(span, format!("variables are not allowed here: `{name}` is not a value")),
    })
}

fn check_calls(expr: &Expr) -> Outcome<()> {
    if let ExprKind::Call(call) = &expr.kind {
        return refuse(expr.span, format!("functions are not allowed here: {}()", call.name.text));
    }
    expr.children().into_iter().try_for_each(check_calls)
}
