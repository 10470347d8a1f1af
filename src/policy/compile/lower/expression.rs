//! Expressions and patterns.

use super::super::PolicyError;
use super::super::builtin::{Builtin, is_interpreted};
use super::super::program::{Collect, Constant, Pattern, RuleKind, Step, Term};
use super::super::syntax::Expr;
use super::Scope;

/// What follows the name in a reference.
enum Accessor<'m> {
    Field(&'m str),
    Index(&'m Expr),
}

impl<'m> Scope<'_, 'm> {
    /// The term; what it iterates over comes first, as steps.
    pub(super) fn term(&mut self, expr: &'m Expr, steps: &mut Vec<Step>) -> Result<Term, PolicyError> {
        Ok(match expr {
            Expr::String { value } | Expr::RawString { value } => {
                self.constant(Constant::String(value.clone()))
            }
            Expr::Number { value } => self.constant(Constant::Number(value.to_string())),
            Expr::Bool { value } => self.constant(Constant::Bool(*value)),
            Expr::Null {} => self.constant(Constant::Null),
            Expr::Var { .. } | Expr::RefDot { .. } | Expr::RefBrack { .. } => self.reference(expr, steps)?,
            Expr::Array { items } => {
                let terms = self.terms(items, steps)?;
                match constants(&terms) {
                    Some(parts) => self.constant(Constant::Array(parts)),
                    None => Term::Array(terms),
                }
            }
            Expr::Set { items } => {
                let terms = self.terms(items, steps)?;
                match constants(&terms) {
                    Some(parts) => self.constant(Constant::Set(parts)),
                    None => Term::Set(terms),
                }
            }
            Expr::Object { fields } => {
                let field = |(_, key, value): &'m (_, Expr, Expr)| {
                    Ok((self.term(key, steps)?, self.term(value, steps)?))
                };
                let terms = fields.iter().map(field).collect::<Result<Vec<_>, PolicyError>>()?;
                let both = |(key, value): &(Term, Term)| Some((key.as_constant()?, value.as_constant()?));
                match terms.iter().map(both).collect() {
                    Some(parts) => self.constant(Constant::Object(parts)),
                    None => Term::Object(terms),
                }
            }
            Expr::ArrayCompr { term, query } => self.comprehension(RuleKind::Value, query, None, term)?,
            Expr::SetCompr { term, query } => self.comprehension(RuleKind::Set, query, None, term)?,
            Expr::ObjectCompr { key, value, query } => {
                self.comprehension(RuleKind::Object, query, Some(key), value)?
            }
            Expr::Call { fcn, params } => self.call(fcn, params, steps)?,
            Expr::UnaryExpr { expr } => Term::Negative(self.boxed(expr, steps)?),
            Expr::BinExpr { op, lhs, rhs } => {
                Term::Combine(*op, self.boxed(lhs, steps)?, self.boxed(rhs, steps)?)
            }
            Expr::BoolExpr { op, lhs, rhs } => {
                Term::Compare(*op, self.boxed(lhs, steps)?, self.boxed(rhs, steps)?)
            }
            Expr::ArithExpr { op, lhs, rhs } => {
                Term::Arith(*op, self.boxed(lhs, steps)?, self.boxed(rhs, steps)?)
            }
            Expr::Membership { key, value, collection } => Term::In {
                key: key.as_ref().map(|key| self.boxed(key, steps)).transpose()?,
                value: self.boxed(value, steps)?,
                of: self.boxed(collection, steps)?,
            },
            Expr::AssignExpr { .. } => {
                return Err(self.error("an assignment inside an expression is not compiled"));
            }
        })
    }

    fn boxed(&mut self, expr: &'m Expr, steps: &mut Vec<Step>) -> Result<Box<Term>, PolicyError> {
        self.term(expr, steps).map(Box::new)
    }

    fn terms(&mut self, exprs: &'m [Expr], steps: &mut Vec<Step>) -> Result<Vec<Term>, PolicyError> {
        exprs.iter().map(|expr| self.term(expr, steps)).collect()
    }

    fn comprehension(
        &mut self,
        kind: RuleKind,
        query: &'m super::super::syntax::Query,
        key: Option<&'m Expr>,
        value: &'m Expr,
    ) -> Result<Term, PolicyError> {
        let (steps, key, value) = self.collect(query, key, value)?;
        Ok(Term::Collect(Box::new(Collect { kind, steps, key, value })))
    }

    fn call(
        &mut self,
        function: &'m Expr,
        arguments: &'m [Expr],
        steps: &mut Vec<Step>,
    ) -> Result<Term, PolicyError> {
        let Some(name) = function.static_path() else {
            return Err(self.error("a function whose name is worked out is not compiled"));
        };
        if let Some((rule, rest)) = self.rule_named(&name)
            && rest == name.len()
        {
            let Some(arity) = self.lowering.arity(&rule) else {
                return Err(self.error(format!("`{}` is no function", name.join("."))));
            };
            self.check_arity(&name, arity, arguments.len())?;
            let arguments = self.terms(arguments, steps)?;
            return Ok(Term::Call(self.lowering.position(&rule), arguments));
        }
        let Some((builtin, arity)) = Builtin::find(&name.join(".")) else {
            let name = name.join(".");
            return Err(if is_interpreted(&name) {
                self.error(format!("the function `{name}` is not compiled"))
            } else {
                self.error(format!("there is no function `{name}`")).finally()
            });
        };
        self.check_arity(&name, arity, arguments.len())?;
        if let (Builtin::Sprintf, [format, values]) = (builtin, arguments)
            && let Some(format) = format.as_string()
        {
            self.check_format(format, values)?;
        }
        Ok(Term::Builtin(builtin, self.terms(arguments, steps)?))
    }

    /// A format that gives no text would leave out the whole violation, so it is an error. Verbs that the machine does
    /// not know are left to the interpreter.
    fn check_format(&self, format: &str, values: &Expr) -> Result<(), PolicyError> {
        let mut wanted = 0;
        let mut verbs = format.split('%').skip(1);
        while let Some(verb) = verbs.next() {
            match verb.chars().next() {
                // `%%`; what follows is text.
                None if verbs.next().is_some() => {}
                None => return Err(self.error("a lone `%` at the end of a format; write `%%`").finally()),
                Some('s' | 'v' | 'd') => wanted += 1,
                Some(verb) => return Err(self.error(format!("`%{verb}` in `sprintf` is not compiled"))),
            }
        }
        match values {
            Expr::Array { items } if items.len() < wanted => {
                let message = format!("`sprintf` has {wanted} verbs and {} values", items.len());
                Err(self.error(message).finally())
            }
            _ => Ok(()),
        }
    }

    fn check_arity(&self, name: &[String], arity: usize, given: usize) -> Result<(), PolicyError> {
        if arity == given {
            return Ok(());
        }
        Err(self.error(format!("`{}` takes {arity} arguments, not {given}", name.join("."))))
    }

    /// A variable, rule or import, and what lies below it.
    fn reference(&mut self, expr: &'m Expr, steps: &mut Vec<Step>) -> Result<Term, PolicyError> {
        let mut accessors = Vec::new();
        let mut root = expr;
        loop {
            match root {
                Expr::RefDot { refr, field } => {
                    accessors.push(Accessor::Field(&field.1));
                    root = refr;
                }
                Expr::RefBrack { refr, index } => {
                    accessors.push(index.as_string().map_or(Accessor::Index(index), Accessor::Field));
                    root = refr;
                }
                _ => break,
            }
        }
        accessors.reverse();
        let (mut term, used) = match root {
            Expr::Var { value } => self.named(value, &accessors)?,
            other => (self.term(other, steps)?, 0),
        };
        for accessor in accessors.into_iter().skip(used) {
            term = match accessor {
                Accessor::Field(field) => {
                    let key = self.lowering.constant(Constant::String(field.to_owned()));
                    term.at(key)
                }
                Accessor::Index(index) => self.index(term, index, steps)?,
            };
        }
        Ok(term)
    }

    /// What a name stands for, and how many accessors belong to it.
    fn named(&mut self, name: &'m str, accessors: &[Accessor<'m>]) -> Result<(Term, usize), PolicyError> {
        if let Some(slot) = self.local(name) {
            return Ok((Term::Local(slot), 0));
        }
        if name == "input" {
            return Ok((Term::Input, 0));
        }
        let fields = accessors.iter().map_while(|accessor| match accessor {
            Accessor::Field(field) => Some((*field).to_owned()),
            Accessor::Index(_) => None,
        });
        let path: Vec<String> = std::iter::once(name.to_owned()).chain(fields).collect();
        if let Some((rule, used)) = self.rule_named(&path) {
            if self.lowering.arity(&rule).is_some() {
                return Err(self.error(format!("`{}` is a function", rule.join("."))));
            }
            return Ok((Term::Rule(self.lowering.position(&rule)), used - 1));
        }
        if let Some(import) = self.module.imports.get(name)
            && import.path.first().is_some_and(|first| first == "input")
        {
            let below = import.path.iter().skip(1).cloned();
            let keys: Vec<u32> = below.map(|key| self.lowering.constant(Constant::String(key))).collect();
            return Ok((keys.into_iter().fold(Term::Input, Term::at), 0));
        }
        Err(self.error(format!("`{name}` stands for nothing")))
    }

    /// The rule that a path leads to or through, and how many of its segments name it.
    pub(super) fn rule_named(&self, path: &[String]) -> Option<(Vec<String>, usize)> {
        let (first, rest) = path.split_first()?;
        if self.local(first).is_some() || self.declared.contains(first.as_str()) {
            return None;
        }
        let mut own = vec!["data".to_owned()];
        own.extend(self.module.package.iter().cloned());
        own.push(first.clone());
        if !self.lowering.sources(&own).is_empty() {
            return Some((own, 1));
        }
        let mut full = match (first.as_str(), self.module.imports.get(first)) {
            ("data", _) => vec!["data".to_owned()],
            (_, Some(import)) if import.path.first().is_some_and(|first| first == "data") => {
                import.path.clone()
            }
            _ => return None,
        };
        if !self.lowering.sources(&full).is_empty() {
            return Some((full, 1));
        }
        for (at, segment) in rest.iter().enumerate() {
            full.push(segment.clone());
            if !self.lowering.sources(&full).is_empty() {
                return Some((full, at + 2));
            }
        }
        None
    }

    /// What lies below a term; a variable that has no value yet goes through all there is.
    fn index(&mut self, of: Term, index: &'m Expr, steps: &mut Vec<Step>) -> Result<Term, PolicyError> {
        let key = match index {
            Expr::Var { value } if value == "_" => Pattern::Any,
            Expr::Var { value } if self.is_new(value) => Pattern::Bind(self.declare(value)?),
            other => {
                let index = self.term(other, steps)?;
                return Ok(Term::Index(Box::new(of), Box::new(index)));
            }
        };
        let element = self.slot()?;
        steps.push(Step::Each { key, value: Pattern::Bind(element), of });
        Ok(Term::Local(element))
    }

    /// Whether a name stands for nothing yet.
    pub(super) fn is_new(&self, name: &str) -> bool {
        let stands_for = || {
            name == "input"
                || self.module.imports.contains_key(name)
                || self.rule_named(&[name.to_owned()]).is_some()
        };
        self.local(name).is_none() && (self.declared.contains(name) || !stands_for())
    }

    /// A pattern. With `declare` its names are new variables, whatever they stood for before.
    pub(super) fn pattern(&mut self, expr: &'m Expr, declare: bool) -> Result<Pattern, PolicyError> {
        let mut bound = Vec::new();
        self.pattern_in(expr, declare, &mut bound)
    }

    fn pattern_in(
        &mut self,
        expr: &'m Expr,
        declare: bool,
        bound: &mut Vec<&'m str>,
    ) -> Result<Pattern, PolicyError> {
        Ok(match expr {
            Expr::Var { value } if value == "_" => Pattern::Any,
            Expr::Var { value } if !bound.contains(&value.as_str()) && (declare || self.is_new(value)) => {
                bound.push(value);
                Pattern::Bind(self.declare(value)?)
            }
            Expr::Array { items } => {
                let items = items.iter().map(|item| self.pattern_in(item, declare, bound));
                Pattern::Array(items.collect::<Result<_, _>>()?)
            }
            Expr::Object { fields } => {
                let mut patterns = Vec::new();
                for (_, key, value) in fields {
                    let key = self.plain(key)?;
                    patterns.push((key, self.pattern_in(value, declare, bound)?));
                }
                Pattern::Object(patterns)
            }
            other => Pattern::Equal(self.plain(other)?),
        })
    }

    /// A term that iterates over nothing.
    fn plain(&mut self, expr: &'m Expr) -> Result<Term, PolicyError> {
        let mut steps = Vec::new();
        let term = self.term(expr, &mut steps)?;
        if steps.is_empty() { Ok(term) } else { Err(self.error("a pattern that iterates is not compiled")) }
    }
}

/// The positions of terms that are all constants: what they make up is made once a run then, not once a use.
fn constants(terms: &[Term]) -> Option<Vec<u32>> {
    terms.iter().map(Term::as_constant).collect()
}
