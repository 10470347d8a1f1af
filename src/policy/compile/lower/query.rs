//! Statements, in an order in which each finds its variables bound.

use super::super::PolicyError;
use super::super::program::{Pattern, Step, Term};
use super::super::syntax::{AssignOp, CompareOp, Expr, Literal, Query, Statement};
use super::super::variables;
use super::Scope;
use std::collections::{BTreeMap, BTreeSet};

/// What a statement needs bound, and what it binds.
struct Needs<'m> {
    statement: &'m Statement,
    uses: BTreeSet<&'m str>,
    binds: BTreeSet<&'m str>,
}

impl<'m> Scope<'_, 'm> {
    /// Appends the steps of a query. Its variables belong to the innermost names.
    pub(super) fn query(&mut self, query: &'m Query, steps: &mut Vec<Step>) -> Result<(), PolicyError> {
        for statement in &query.stmts {
            if let Literal::SomeVars { vars } = &statement.literal {
                self.declared.extend(vars.iter().map(|place| place.of(&self.module.text)));
            }
        }
        let mut left = self.needs(query);
        let mut open: BTreeSet<&str> = left.iter().flat_map(|one| one.binds.iter().copied()).collect();
        while !left.is_empty() {
            let ready = |one: &Needs<'m>| one.uses.difference(&one.binds).all(|name| !open.contains(name));
            let Some(at) = left.iter().position(ready) else {
                self.line = left.first().map_or(self.line, |one| one.statement.span.line);
                let names: Vec<String> = open.iter().map(|name| format!("`{name}`")).collect();
                return Err(self.error(format!("{} cannot be worked out", names.join(" and "))));
            };
            let one = left.remove(at);
            self.statement(one.statement, steps)?;
            one.binds.iter().for_each(|name| {
                open.remove(name);
            });
        }
        Ok(())
    }

    fn needs(&self, query: &'m Query) -> Vec<Needs<'m>> {
        let text = &self.module.text;
        let mut all: Vec<Needs<'m>> = Vec::new();
        for statement in &query.stmts {
            let mut uses = BTreeSet::new();
            let mut binds = BTreeSet::new();
            match &statement.literal {
                Literal::SomeVars { .. } => continue,
                Literal::SomeIn { key, value, collection } => {
                    variables::in_pattern(value, &mut binds);
                    key.iter().for_each(|key| variables::in_pattern(key, &mut binds));
                    variables::free(text, collection, &mut uses);
                }
                Literal::Expr { expr: Expr::AssignExpr { op: AssignOp::ColEq, lhs, rhs } } => {
                    variables::in_pattern(lhs, &mut binds);
                    variables::free(text, rhs, &mut uses);
                }
                Literal::Expr { expr: Expr::AssignExpr { op: AssignOp::Eq, lhs, rhs } } => {
                    let mut names = BTreeSet::new();
                    [lhs, rhs].into_iter().for_each(|side| variables::in_pattern(side, &mut names));
                    binds.extend(names.into_iter().filter(|name| self.is_new(name)));
                    [lhs, rhs].into_iter().for_each(|side| variables::free(text, side, &mut uses));
                }
                Literal::Expr { expr } => variables::free(text, expr, &mut uses),
                Literal::NotExpr { expr } => variables::free(text, expr, &mut uses),
                Literal::Every { .. } => variables::free_in_statement(text, statement, &mut uses),
            }
            all.push(Needs { statement, uses, binds });
        }
        self.bind_indices(&mut all);
        all
    }

    /// A variable that nothing else gives a value to goes through what it is an index of. The first statement that has
    /// it for an index binds it.
    fn bind_indices(&self, all: &mut [Needs<'m>]) {
        let given: BTreeSet<&str> = all.iter().flat_map(|one| one.binds.iter().copied()).collect();
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, one) in all.iter().enumerate() {
            let mut indices = BTreeSet::new();
            match &one.statement.literal {
                Literal::Expr { expr } => variables::indices(expr, &mut indices),
                Literal::SomeIn { collection, .. } => variables::indices(collection, &mut indices),
                Literal::Every { domain, .. } => variables::indices(domain, &mut indices),
                Literal::NotExpr { .. } | Literal::SomeVars { .. } => {}
            }
            for name in indices.into_iter().filter(|name| !given.contains(name) && self.is_new(name)) {
                first.entry(name).or_insert(at);
            }
        }
        for (name, at) in first {
            if let Some(one) = all.get_mut(at) {
                one.binds.insert(name);
            }
        }
    }

    fn statement(&mut self, statement: &'m Statement, steps: &mut Vec<Step>) -> Result<(), PolicyError> {
        self.line = statement.span.line;
        if !statement.with_mods.is_empty() {
            return Err(self.error("`with` is not compiled"));
        }
        let text = &self.module.text;
        match &statement.literal {
            Literal::SomeVars { .. } => {}
            Literal::SomeIn { key, value, collection } => {
                let of = self.term(collection, steps)?;
                let key = key.as_ref().map_or(Ok(Pattern::Any), |key| self.pattern(key, true))?;
                let value = self.pattern(value, true)?;
                steps.push(Step::Each { key, value, of });
            }
            Literal::Expr { expr: Expr::AssignExpr { op, lhs, rhs } } => {
                self.assignment(*op, lhs, rhs, steps)?;
            }
            Literal::Expr { expr } => {
                let term = self.term(expr, steps)?;
                steps.push(Step::Holds(term));
            }
            Literal::NotExpr { expr } => {
                self.names.push(BTreeMap::new());
                let mut inner = Vec::new();
                let term = self.term(expr, &mut inner)?;
                inner.push(Step::Holds(term));
                self.names.pop();
                steps.push(Step::Fails(inner));
            }
            Literal::Every { key, value, domain, query } => {
                let of = self.term(domain, steps)?;
                self.names.push(BTreeMap::new());
                let mut bind = |name: &'m str| {
                    if name == "_" { Ok(Pattern::Any) } else { self.declare(name).map(Pattern::Bind) }
                };
                let key = key.as_ref().map_or(Ok(Pattern::Any), |key| bind(key.of(text)))?;
                let value = bind(value.of(text))?;
                let mut inner = Vec::new();
                self.query(query, &mut inner)?;
                self.names.pop();
                steps.push(Step::Every { key, value, of, steps: inner });
            }
        }
        Ok(())
    }

    fn assignment(
        &mut self,
        op: AssignOp,
        lhs: &'m Expr,
        rhs: &'m Expr,
        steps: &mut Vec<Step>,
    ) -> Result<(), PolicyError> {
        let is_open = |side: &'m Expr| {
            let mut names = BTreeSet::new();
            variables::in_pattern(side, &mut names);
            names.iter().any(|name| self.is_new(name))
        };
        let (pattern, value) = match op {
            AssignOp::ColEq => (lhs, rhs),
            AssignOp::Eq if is_open(lhs) => (lhs, rhs),
            AssignOp::Eq if is_open(rhs) => (rhs, lhs),
            AssignOp::Eq => {
                let (lhs, rhs) = (self.term(lhs, steps)?, self.term(rhs, steps)?);
                steps.push(Step::Holds(Term::Compare(CompareOp::Eq, Box::new(lhs), Box::new(rhs))));
                return Ok(());
            }
        };
        let value = self.term(value, steps)?;
        let pattern = self.pattern(pattern, op == AssignOp::ColEq)?;
        steps.push(Step::Match(pattern, value));
        Ok(())
    }
}
