//! Derives a policy's footprint from its syntax tree.
//!
//! The policy is run over abstract values: every variable holds the places of `input` it may come from. Functions
//! and helper rules are followed into. Order of statements means nothing to Rego, so a body in which a variable was
//! used before it was bound is gone through twice. Work is bounded; a policy beyond the bound reads everything.

mod calls;
mod compared;

use super::footprint::{Depth, Footprint, Step};
use super::syntax::{AssignOp, Body, Expr, Head, Literal, Module, Query, Rule, Statement};
use super::value::Abstract;
use std::collections::{BTreeMap, BTreeSet};

/// Expressions looked at before the analysis gives up.
const BUDGET: u32 = 200_000;
/// Calls inside calls.
const MAX_CALLS: usize = 24;

/// The footprint of `policy`, whose helpers lie in itself and in `libraries`.
pub fn footprint<'a>(policy: &'a Module, libraries: impl IntoIterator<Item = &'a Module>) -> Footprint {
    let mut analysis =
        Analysis { rules: BTreeMap::new(), reads: BTreeMap::new(), calls: Vec::new(), budget: BUDGET };
    analysis.add(policy);
    libraries.into_iter().for_each(|library| analysis.add(library));
    let mut path = vec!["data".to_owned()];
    path.extend(policy.package.iter().cloned());
    path.push("deny".to_owned());
    let denied = analysis.rule_value(&path).each();
    if analysis.budget == 0 {
        return Footprint::everything();
    }
    for field in ["evidence", "message", "needs", "path"] {
        analysis.read_deep(&denied.get(field));
    }
    Footprint::new(&denied.get("resource").places, &analysis.reads)
}

/// One definition of a rule and the module whose names it sees.
#[derive(Clone, Copy)]
struct Definition<'a> {
    rule: &'a Rule,
    module: &'a Module,
}

struct Analysis<'a> {
    /// By path: `["data", "lib", "graph", "targets"]`.
    rules: BTreeMap<Vec<String>, Vec<Definition<'a>>>,
    /// Places read, and what of each matters.
    reads: BTreeMap<Vec<Step>, Depth>,
    /// Rules being followed.
    calls: Vec<Vec<String>>,
    budget: u32,
}

/// Variables of a body.
#[derive(Clone)]
struct Scope<'a> {
    module: &'a Module,
    variables: BTreeMap<String, Abstract>,
    /// Declared with `some` and not bound yet.
    declared: BTreeSet<String>,
    /// Used before they were bound.
    early: BTreeSet<String>,
}

impl<'a> Scope<'a> {
    fn new(module: &'a Module) -> Scope<'a> {
        Scope { module, variables: BTreeMap::new(), declared: BTreeSet::new(), early: BTreeSet::new() }
    }

    fn bind(&mut self, name: &str, value: Abstract) {
        if name != "_" {
            self.variables.entry(name.to_owned()).or_default().join(value);
        }
    }

    fn is_local(&self, name: &str) -> bool {
        self.variables.contains_key(name) || self.declared.contains(name)
    }
}

impl<'a> Analysis<'a> {
    fn add(&mut self, module: &'a Module) {
        for rule in &module.rules {
            let Some(name) = rule.name() else { continue };
            let mut path = vec!["data".to_owned()];
            path.extend(module.package.iter().cloned());
            path.push(name.to_owned());
            self.rules.entry(path).or_default().push(Definition { rule, module });
        }
    }

    fn read(&mut self, value: &Abstract) {
        for place in &value.places {
            self.reads.entry(place.clone()).or_insert(Depth::Seen);
        }
    }

    fn read_deep(&mut self, value: &Abstract) {
        let mut parts = Vec::new();
        value.parts(&mut parts);
        for part in parts {
            for place in &part.places {
                self.reads.insert(place.clone(), Depth::Deep);
            }
            for object in &part.keys_of {
                let mut element = object.clone();
                element.push(Step::Any);
                self.reads.entry(element).or_insert(Depth::Seen);
            }
        }
    }

    /// Evaluates and takes note that the value itself matters.
    fn used(&mut self, expr: &'a Expr, scope: &mut Scope<'a>) {
        let value = self.value(expr, scope);
        self.read_deep(&value);
    }

    fn rule_value(&mut self, path: &[String]) -> Abstract {
        self.follow(path, None)
    }

    /// The value of a rule, or of a function for `arguments`.
    fn follow(&mut self, path: &[String], arguments: Option<&[Abstract]>) -> Abstract {
        let Some(definitions) = self.rules.get(path).cloned() else { return Abstract::default() };
        if self.calls.len() >= MAX_CALLS || self.calls.iter().any(|call| call == path) {
            self.budget = 0;
            return Abstract::default();
        }
        self.calls.push(path.to_vec());
        let mut result = Abstract::default();
        for definition in definitions {
            result.join(self.definition(definition, arguments));
        }
        self.calls.pop();
        result
    }

    fn definition(&mut self, definition: Definition<'a>, arguments: Option<&[Abstract]>) -> Abstract {
        let mut scope = Scope::new(definition.module);
        let (head, bodies) = match definition.rule {
            Rule::Default { value, .. } => return self.value(value, &mut scope),
            Rule::Spec { head, bodies, .. } => (head, bodies),
        };
        if let (Head::Func { args, .. }, Some(arguments)) = (head, arguments) {
            for (pattern, argument) in args.iter().zip(arguments) {
                self.bind(pattern, argument.clone(), &mut scope);
            }
        }
        let mut result = Abstract::default();
        if bodies.is_empty() {
            result.join(self.head(head, &mut scope));
        }
        for body in bodies {
            result.join(self.body(head, body, scope.clone()));
        }
        result
    }

    fn body(&mut self, head: &'a Head, body: &'a Body, mut scope: Scope<'a>) -> Abstract {
        self.query(&body.query, &mut scope);
        match &body.assign {
            Some(assign) => self.value(&assign.value, &mut scope),
            None => self.head(head, &mut scope),
        }
    }

    fn head(&mut self, head: &'a Head, scope: &mut Scope<'a>) -> Abstract {
        match head {
            Head::Set { refr, key: Some(key) } => {
                let elements = Abstract::collection(self.value(key, scope));
                self.partial(refr, Some(elements), scope)
            }
            Head::Set { refr, key: None } | Head::Compr { refr, assign: None } => {
                self.partial(refr, None, scope)
            }
            Head::Compr { refr, assign: Some(assign) } => {
                let value = self.value(&assign.value, scope);
                self.partial(refr, Some(value), scope)
            }
            Head::Func { assign: Some(assign), .. } => self.value(&assign.value, scope),
            Head::Func { assign: None, .. } => Abstract::default(),
        }
    }

    /// `name`, `name[key]`, `name.key`: wraps the value once for every key.
    fn partial(&mut self, refr: &'a Expr, value: Option<Abstract>, scope: &mut Scope<'a>) -> Abstract {
        match refr {
            Expr::RefBrack { refr, index } => {
                let key = self.value(index, scope);
                let value = value.unwrap_or(key);
                self.partial(refr, Some(Abstract::collection(value)), scope)
            }
            Expr::RefDot { refr, .. } => {
                self.partial(refr, Some(Abstract::collection(value.unwrap_or_default())), scope)
            }
            _ => value.unwrap_or_default(),
        }
    }

    fn query(&mut self, query: &'a Query, scope: &mut Scope<'a>) {
        let before = (self.reads.clone(), scope.clone());
        self.statements(&query.stmts, scope);
        if scope.early.iter().any(|name| scope.variables.contains_key(name)) {
            let bound = std::mem::take(&mut scope.variables);
            (self.reads, *scope) = before;
            scope.variables = bound;
            self.statements(&query.stmts, scope);
        }
    }

    fn statements(&mut self, statements: &'a [Statement], scope: &mut Scope<'a>) {
        for statement in statements {
            for with in &statement.with_mods {
                self.used(&with.r#as, scope);
            }
            self.literal(&statement.literal, scope);
        }
    }

    fn literal(&mut self, literal: &'a Literal, scope: &mut Scope<'a>) {
        match literal {
            Literal::SomeVars { vars } => {
                let text = &scope.module.text;
                scope.declared.extend(vars.iter().map(|place| place.of(text).to_owned()));
            }
            Literal::SomeIn { key, value, collection } => {
                let collection = self.value(collection, scope);
                let element = collection.each();
                self.read(&element);
                if let Some(key) = key {
                    self.bind(key, collection.keys(), scope);
                }
                self.bind(value, element, scope);
            }
            Literal::Expr { expr } => {
                self.value(expr, scope);
            }
            Literal::NotExpr { expr } => {
                self.value(expr, &mut scope.clone());
            }
            Literal::Every { key, value, domain, query } => {
                let domain = self.value(domain, scope);
                let element = domain.each();
                self.read(&element);
                let text = &scope.module.text;
                let mut inner = scope.clone();
                if let Some(key) = key {
                    inner.variables.insert(key.of(text).to_owned(), domain.keys());
                }
                inner.variables.insert(value.of(text).to_owned(), element);
                self.query(query, &mut inner);
            }
        }
    }

    /// Binds the variables of a pattern. A constant in it is compared with the value.
    fn bind(&mut self, pattern: &'a Expr, value: Abstract, scope: &mut Scope<'a>) {
        match pattern {
            Expr::Var { value: name } => scope.bind(name, value),
            Expr::Array { items } => {
                let element = value.each();
                self.read(&element);
                items.iter().for_each(|item| self.bind(item, element.clone(), scope));
            }
            Expr::Object { fields } => {
                for (_, key, item) in fields {
                    let field = key.as_string().map_or_else(|| value.each(), |key| value.get(key));
                    self.read(&field);
                    self.bind(item, field, scope);
                }
            }
            other => {
                self.read_deep(&value);
                self.used(other, scope);
            }
        }
    }

    fn value(&mut self, expr: &'a Expr, scope: &mut Scope<'a>) -> Abstract {
        self.budget = self.budget.saturating_sub(1);
        if self.budget == 0 {
            return Abstract::default();
        }
        match expr {
            Expr::String { value } | Expr::RawString { value } => Abstract::string(value),
            Expr::Number { .. } => Abstract { number: true, ..Abstract::default() },
            Expr::Bool { .. } | Expr::Null {} => Abstract::computed(),
            Expr::Var { .. } | Expr::RefDot { .. } | Expr::RefBrack { .. } => self.reference(expr, scope),
            Expr::Array { items } | Expr::Set { items } => {
                let mut element = Abstract::default();
                items.iter().for_each(|item| element.join(self.value(item, scope)));
                Abstract::collection(element)
            }
            Expr::Object { fields } => self.object(fields, scope),
            Expr::ArrayCompr { term, query } | Expr::SetCompr { term, query } => {
                let mut inner = scope.clone();
                self.query(query, &mut inner);
                Abstract::collection(self.value(term, &mut inner))
            }
            Expr::ObjectCompr { key, value, query } => {
                let mut inner = scope.clone();
                self.query(query, &mut inner);
                self.used(key, &mut inner);
                Abstract::collection(self.value(value, &mut inner))
            }
            Expr::Call { fcn, params } => self.call(fcn, params, scope),
            Expr::UnaryExpr { expr } => {
                self.used(expr, scope);
                Abstract::computed()
            }
            Expr::BinExpr { lhs, rhs, .. } => {
                let mut value = self.value(lhs, scope);
                value.join(self.value(rhs, scope));
                self.read_deep(&value);
                value
            }
            Expr::BoolExpr { op, lhs, rhs } => {
                self.compared(*op, lhs, rhs, scope);
                Abstract::computed()
            }
            Expr::ArithExpr { lhs, rhs, .. } => {
                self.used(lhs, scope);
                self.used(rhs, scope);
                Abstract::computed()
            }
            Expr::AssignExpr { op, lhs, rhs } => self.assign(*op, lhs, rhs, scope),
            Expr::Membership { key, value, collection } => {
                if let Some(key) = key {
                    self.used(key, scope);
                }
                self.member(value, collection, scope);
                Abstract::computed()
            }
        }
    }

    /// `value in collection`. `"key" in object.keys(object)` looks at that key alone.
    fn member(&mut self, value: &'a Expr, collection: &'a Expr, scope: &mut Scope<'a>) {
        let value = self.value(value, scope);
        let mut collection = self.value(collection, scope);
        match collection.element.as_deref().filter(|_| collection.is_built()) {
            Some(element) => self.read_compared(&value, element),
            None => self.read_deep(&value),
        }
        if let Some(keys) = value.constants() {
            for object in std::mem::take(&mut collection.keys_of) {
                let object = Abstract::place(object);
                keys.iter().for_each(|key| self.read(&object.get(key)));
            }
        }
        self.read_deep(&collection);
    }

    fn object(
        &mut self,
        fields: &'a [(super::syntax::Place, Expr, Expr)],
        scope: &mut Scope<'a>,
    ) -> Abstract {
        let mut object = Abstract::default();
        for (_, key, value) in fields {
            let value = self.value(value, scope);
            match key.as_string() {
                Some(key) => object.fields.entry(key.to_owned()).or_default().join(value),
                None => {
                    self.used(key, scope);
                    object.join(Abstract::collection(value));
                }
            }
        }
        object
    }

    fn assign(&mut self, op: AssignOp, lhs: &'a Expr, rhs: &'a Expr, scope: &mut Scope<'a>) -> Abstract {
        let unbound = |expr: &Expr, scope: &Scope| match expr {
            Expr::Var { value } => !scope.variables.contains_key(value),
            Expr::Array { .. } | Expr::Object { .. } => true,
            _ => false,
        };
        if op == AssignOp::ColEq || unbound(lhs, scope) {
            let value = self.value(rhs, scope);
            self.bind(lhs, value, scope);
        } else if unbound(rhs, scope) {
            let value = self.value(lhs, scope);
            self.bind(rhs, value, scope);
        } else {
            self.equated(lhs, rhs, scope);
        }
        Abstract::default()
    }

    /// A variable or a chain of look-ups. What it arrives at counts as read.
    fn reference(&mut self, expr: &'a Expr, scope: &mut Scope<'a>) -> Abstract {
        let mut steps = Vec::new();
        let mut root = expr;
        loop {
            match root {
                Expr::RefDot { refr, field } => {
                    steps.push(Lookup::Field(&field.1));
                    root = refr;
                }
                Expr::RefBrack { refr, index } => {
                    steps.push(index.as_string().map_or(Lookup::Index(index), Lookup::Field));
                    root = refr;
                }
                _ => break,
            }
        }
        steps.reverse();
        let (mut value, rest) = self.root(root, &steps, scope);
        for step in rest {
            value = match step {
                Lookup::Field(key) => value.get(key),
                Lookup::Index(index) => self.index(&value, index, scope),
            };
        }
        self.read(&value);
        value
    }

    /// The value that a chain of look-ups begins with, and the look-ups that are left.
    fn root<'s>(
        &mut self,
        root: &'a Expr,
        steps: &'s [Lookup<'a>],
        scope: &mut Scope<'a>,
    ) -> (Abstract, &'s [Lookup<'a>]) {
        let Expr::Var { value: name } = root else { return (self.value(root, scope), steps) };
        if let Some(value) = scope.variables.get(name) {
            return (value.clone(), steps);
        }
        if scope.is_local(name) || name == "_" {
            scope.early.insert(name.clone());
            return (Abstract::default(), steps);
        }
        if name == "input" {
            return (Abstract::place(Vec::new()), steps);
        }
        let mut path = self.global(name, scope.module);
        if self.rules.contains_key(&path) {
            return (self.rule_value(&path), steps);
        }
        for (at, step) in steps.iter().enumerate() {
            let Lookup::Field(key) = step else { break };
            path.push((*key).to_owned());
            if self.rules.contains_key(&path) {
                return (self.rule_value(&path), steps.get(at + 1..).unwrap_or_default());
            }
        }
        scope.early.insert(name.clone());
        (Abstract::default(), steps)
    }

    /// The path that a name stands for outside any body: an import, `data`, or a rule of the package.
    fn global(&self, name: &str, module: &Module) -> Vec<String> {
        if let Some(import) = module.imports.get(name) {
            return import.path.clone();
        }
        let mut path = vec!["data".to_owned()];
        if name != "data" {
            path.extend(module.package.iter().cloned());
            path.push(name.to_owned());
        }
        path
    }

    fn index(&mut self, value: &Abstract, index: &'a Expr, scope: &mut Scope<'a>) -> Abstract {
        if let Expr::Var { value: name } = index
            && !scope.variables.contains_key(name)
            && !self.rules.contains_key(&self.global(name, scope.module))
        {
            scope.early.insert(name.clone());
            if !value.fields.is_empty() {
                scope.bind(name, value.keys());
            }
            return value.each();
        }
        let key = self.value(index, scope);
        self.read_deep(&key);
        key.constants().map_or_else(|| value.each(), |keys| value.any_of(keys))
    }
}

/// One step of a chain of look-ups.
#[derive(Clone, Copy)]
enum Lookup<'a> {
    /// `.field`, `["field"]`.
    Field(&'a str),
    /// `[expression]`.
    Index(&'a Expr),
}
