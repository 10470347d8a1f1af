//! Finds variables that are defined by each other. regorus has no error for them: it writes to standard error and
//! runs the statements as they stand.

use super::PolicyError;
use super::syntax::{Expr, Head, Literal, Module, Query, Rule, Statement};
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
        let (pattern, value) = match &statement.literal {
            Literal::Expr { expr: Expr::AssignExpr { lhs, rhs, .. } } => (&**lhs, &**rhs),
            Literal::SomeIn { value, collection, .. } => (value, collection),
            _ => return None,
        };
        let mut defines = BTreeSet::new();
        pattern_variables(pattern, &mut defines);
        if let Literal::SomeIn { key: Some(key), .. } = &statement.literal {
            pattern_variables(key, &mut defines);
        }
        let mut uses = BTreeSet::new();
        self.free(value, &mut uses);
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

    /// Variables of an expression that it does not bind itself.
    fn free(&self, expr: &'m Expr, found: &mut BTreeSet<&'m str>) {
        let (terms, query) = match expr {
            Expr::Var { value } => {
                found.insert(value);
                return;
            }
            Expr::ArrayCompr { term, query } | Expr::SetCompr { term, query } => (vec![&**term], query),
            Expr::ObjectCompr { key, value, query } => (vec![&**key, &**value], query),
            other => return other.parts().into_iter().for_each(|part| self.free(part, found)),
        };
        let mut inner = BTreeSet::new();
        terms.into_iter().for_each(|term| self.free(term, &mut inner));
        let mut bound = BTreeSet::new();
        self.free_in(query, &mut inner, &mut bound);
        found.extend(inner.difference(&bound));
    }

    fn free_in(&self, query: &'m Query, found: &mut BTreeSet<&'m str>, bound: &mut BTreeSet<&'m str>) {
        for statement in &query.stmts {
            if let Some(definition) = self.definition(statement) {
                bound.extend(definition.defines);
                found.extend(definition.uses);
            }
            match &statement.literal {
                Literal::SomeVars { vars } => bound.extend(vars.iter().map(|place| place.of(self.text))),
                Literal::SomeIn { .. } => {}
                Literal::Expr { expr } | Literal::NotExpr { expr } => self.free(expr, found),
                Literal::Every { key, value, domain, query } => {
                    self.free(domain, found);
                    let mut inner = BTreeSet::new();
                    let mut own: BTreeSet<&str> =
                        key.iter().chain([value]).map(|place| place.of(self.text)).collect();
                    self.free_in(query, &mut inner, &mut own);
                    found.extend(inner.difference(&own));
                }
            }
        }
    }
}

/// Variables that a pattern gives values to.
fn pattern_variables<'m>(pattern: &'m Expr, found: &mut BTreeSet<&'m str>) {
    match pattern {
        Expr::Var { value } if value != "_" => {
            found.insert(value);
        }
        Expr::Array { items } => items.iter().for_each(|item| pattern_variables(item, found)),
        Expr::Object { fields } => fields.iter().for_each(|(_, _, item)| pattern_variables(item, found)),
        _ => {}
    }
}
