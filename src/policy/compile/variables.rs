//! Which variables expressions and statements use and give values to.

use super::syntax::{Expr, Literal, Query, Statement};
use std::collections::BTreeSet;

/// Variables that a pattern gives values to.
pub(super) fn in_pattern<'m>(pattern: &'m Expr, found: &mut BTreeSet<&'m str>) {
    match pattern {
        Expr::Var { value } if value != "_" => {
            found.insert(value);
        }
        Expr::Array { items } => items.iter().for_each(|item| in_pattern(item, found)),
        Expr::Object { fields } => fields.iter().for_each(|(_, _, item)| in_pattern(item, found)),
        _ => {}
    }
}

/// Variables that an expression looks something up under, outside of what it has comprehensions for.
pub(super) fn indices<'m>(expr: &'m Expr, found: &mut BTreeSet<&'m str>) {
    if let Expr::RefBrack { index, .. } = expr
        && let Expr::Var { value } = &**index
        && value != "_"
    {
        found.insert(value);
    }
    expr.parts().into_iter().for_each(|part| indices(part, found));
}

/// What a statement gives values to, and from which expression; nothing where it only tests.
pub(super) fn defined(statement: &Statement) -> Option<(BTreeSet<&str>, &Expr)> {
    let (pattern, value) = match &statement.literal {
        Literal::Expr { expr: Expr::AssignExpr { lhs, rhs, .. } } => (&**lhs, &**rhs),
        Literal::SomeIn { value, collection, .. } => (value, collection),
        _ => return None,
    };
    let mut defined = BTreeSet::new();
    in_pattern(pattern, &mut defined);
    if let Literal::SomeIn { key: Some(key), .. } = &statement.literal {
        in_pattern(key, &mut defined);
    }
    Some((defined, value))
}

/// Variables of an expression that it does not bind itself. `text` is that of the module.
pub(super) fn free<'m>(text: &'m str, expr: &'m Expr, found: &mut BTreeSet<&'m str>) {
    let (terms, query) = match expr {
        Expr::Var { value } => {
            found.insert(value);
            return;
        }
        Expr::ArrayCompr { term, query } | Expr::SetCompr { term, query } => (vec![&**term], query),
        Expr::ObjectCompr { key, value, query } => (vec![&**key, &**value], query),
        other => return other.parts().into_iter().for_each(|part| free(text, part, found)),
    };
    let mut inner = BTreeSet::new();
    terms.into_iter().for_each(|term| free(text, term, &mut inner));
    let mut bound = BTreeSet::new();
    free_in(text, query, &mut inner, &mut bound);
    found.extend(inner.difference(&bound));
}

/// The same of a statement, without what it gives values to.
pub(super) fn free_in_statement<'m>(text: &'m str, statement: &'m Statement, found: &mut BTreeSet<&'m str>) {
    match &statement.literal {
        Literal::SomeVars { .. } => {}
        Literal::SomeIn { collection, .. } => free(text, collection, found),
        Literal::Expr { expr: Expr::AssignExpr { lhs, rhs, .. } } => {
            [lhs, rhs].into_iter().for_each(|side| free(text, side, found));
        }
        Literal::Expr { expr } | Literal::NotExpr { expr } => free(text, expr, found),
        Literal::Every { key, value, domain, query } => {
            free(text, domain, found);
            let mut inner = BTreeSet::new();
            let mut own: BTreeSet<&str> = key.iter().chain([value]).map(|place| place.of(text)).collect();
            free_in(text, query, &mut inner, &mut own);
            found.extend(inner.difference(&own));
        }
    }
}

fn free_in<'m>(
    text: &'m str,
    query: &'m Query,
    found: &mut BTreeSet<&'m str>,
    bound: &mut BTreeSet<&'m str>,
) {
    for statement in &query.stmts {
        if let Some((defined, _)) = defined(statement) {
            bound.extend(defined);
        }
        if let Literal::SomeVars { vars } = &statement.literal {
            bound.extend(vars.iter().map(|place| place.of(text)));
        }
        free_in_statement(text, statement, found);
    }
}
