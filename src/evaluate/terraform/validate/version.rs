//! `required_version`: whether a configuration is for the version of Terraform that is modelled here.

use super::{Block, argument};
use crate::evaluate::terraform::error::{Outcome, refuse};
use crate::parse::hcl::ast::ExprKind;

/// The version whose behaviour is modelled.
const MODELLED: [u64; 3] = [1, 11, 4];

/// Checks the `required_version` of a `terraform` block.
///
/// # Errors
/// A constraint that excludes the version, or is none.
pub(super) fn required(block: &Block) -> Outcome<()> {
    let Some(expr) = argument(block, "required_version").filter(|_| &*block.kind.text == "terraform") else {
        return Ok(());
    };
    let ExprKind::String(text) = &expr.kind else {
        return refuse(expr.span, "a version constraint is a string that stands for itself");
    };
    match text.split(',').map(|part| allows(part.trim())).collect::<Option<Vec<bool>>>() {
        Some(parts) if parts.iter().all(|allowed| *allowed) => Ok(()),
        Some(_) => {
            let [major, minor, patch] = MODELLED;
            refuse(expr.span, format!("this is not for Terraform {major}.{minor}.{patch}: {text}"))
        }
        None => refuse(expr.span, format!("\"{text}\" is not a version constraint")),
    }
}

/// Whether one constraint holds; none where it cannot be read.
fn allows(constraint: &str) -> Option<bool> {
    let operators = [">=", "<=", "~>", "!=", "=", ">", "<", ""];
    let operator = operators.into_iter().find(|operator| constraint.starts_with(operator))?;
    let text = constraint.strip_prefix(operator)?.trim();
    // Terraform's own releases are never asked for by their pre-releases here.
    let numbers = text.strip_prefix('v').unwrap_or(text).split(['-', '+']).next()?;
    let given: Vec<u64> = numbers.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let mut full = [0; 3];
    for (slot, number) in full.iter_mut().zip(&given) {
        *slot = *number;
    }
    Some(match operator {
        ">=" => MODELLED >= full,
        "<=" => MODELLED <= full,
        ">" => MODELLED > full,
        "<" => MODELLED < full,
        "!=" => MODELLED != full,
        "~>" => {
            // All but the last number given must be equal.
            let fixed = given.len().saturating_sub(1).clamp(1, 2);
            MODELLED >= full && MODELLED.iter().take(fixed).eq(full.iter().take(fixed))
        }
        _ => MODELLED == full,
    })
}
