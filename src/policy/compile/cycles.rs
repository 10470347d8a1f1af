//! Finds variables that are defined by each other. regorus has no error for them: it writes to standard error and
//! runs the statements as they stand.

use super::PolicyError;
use super::syntax::{Expr, Head, Literal, Module, Query, Rule, Statement};
use super::variables;
use std::collections::BTreeSet;

/// Looks through every body of a module.
pub(super) fn check(path: &str, module: &Module) -> Result<(), PolicyError> {
    let check = Check { path, text: &module.text };
    for rule in &module.rules {
        match rule {
            Rule::Default { value, .. } => check.expr(value)?,
            Rule::Spec { head, bodies, .. } => {
                check.head(head)?;
                for body in bodies {
                    check.query(&body.query)?;
                    body.assign.iter().try_for_each(|assign| check.expr(&assign.value))?;
                }
            }
        }
    }
    Ok(())
}

struct Check<'m> {
    path: &'m str,
    text: &'m str,
}

/// A statement that gives variables their values: which ones, and from which.
struct Definition<'m> {
    defines: BTreeSet<&'m str>,
    uses: BTreeSet<&'m str>,
    line: u32,
}

impl<'m> Check<'m> {
    fn head(&self, head: &'m Head) -> Result<(), PolicyError> {
        match head {
            Head::Set { key, .. } => key.iter().try_for_each(|key| self.expr(key)),
            Head::Compr { assign, .. } | Head::Func { assign, .. } => {
                assign.iter().try_for_each(|assign| self.expr(&assign.value))
            }
        }
    }

    fn query(&self, query: &'m Query) -> Result<(), PolicyError> {
        for statement in &query.stmts {
            match &statement.literal {
                Literal::SomeVars { .. } => {}
                Literal::SomeIn { collection, .. } => self.expr(collection)?,
                Literal::Expr { expr } | Literal::NotExpr { expr } => self.expr(expr)?,
                Literal::Every { domain, query, .. } => {
                    self.expr(domain)?;
                    self.query(query)?;
                }
            }
        }
        let mut left: Vec<Definition<'m>> =
            query.stmts.iter().filter_map(|statement| self.definition(statement)).collect();
        loop {
            let before = left.len();
            let pending: BTreeSet<&str> = left.iter().flat_map(|one| one.defines.iter().copied()).collect();
            left.retain(|one| one.uses.iter().any(|name| pending.contains(name)));
            let Some(first) = left.first() else { return Ok(()) };
            if left.len() == before {
                let names: Vec<String> = pending.iter().map(|name| format!("`{name}`")).collect();
                let message = format!("{} cannot be worked out: each needs the other", names.join(" and "));
                return Err(PolicyError::new(self.path, first.line, message));
            }
        }
    }

    fn definition(&self, statement: &'m Statement) -> Option<Definition<'m>> {
        let (defines, value) = variables::defined(statement)?;
        let mut uses = BTreeSet::new();
        variables::free(self.text, value, &mut uses);
        Some(Definition { defines, uses, line: statement.span.line })
    }

    fn expr(&self, expr: &'m Expr) -> Result<(), PolicyError> {
        match expr {
            Expr::ArrayCompr { term, query } | Expr::SetCompr { term, query } => {
                self.query(query)?;
                self.expr(term)
            }
            Expr::ObjectCompr { key, value, query } => {
                self.query(query)?;
                self.expr(key)?;
                self.expr(value)
            }
            other => other.parts().into_iter().try_for_each(|part| self.expr(part)),
        }
    }
}
