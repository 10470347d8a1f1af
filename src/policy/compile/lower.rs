//! From syntax trees to programs: names are resolved and rules are found by demand, from the entry point on.

mod expression;
mod query;

use super::PolicyError;
use super::program::{Clause, CompiledRule, Constant, Definition, Pattern, Program, RuleKind, Step, Term};
use super::syntax::{Body, Expr, Head, Module, Place, Rule};
use std::collections::{BTreeMap, BTreeSet};

/// Where a rule's definitions stand.
#[derive(Clone, Copy, Debug)]
struct Source<'m> {
    rule: &'m Rule,
    module: &'m Module,
    path: &'m str,
}

/// The rules of modules, by path: `["data", "lib", "graph", "targets"]`.
#[derive(Debug, Default)]
pub struct Rules<'m> {
    by_path: BTreeMap<Vec<String>, Vec<Source<'m>>>,
}

impl<'m> Rules<'m> {
    /// Those of `modules`, each with the path of its file.
    pub fn new(modules: impl IntoIterator<Item = (&'m str, &'m Module)>) -> Rules<'m> {
        let mut rules = Rules::default();
        for (path, module) in modules {
            for rule in &module.rules {
                let Some(name) = rule.name() else { continue };
                let mut key = vec!["data".to_owned()];
                key.extend(module.package.iter().cloned());
                key.push(name.to_owned());
                rules.by_path.entry(key).or_default().push(Source { rule, module, path });
            }
        }
        rules
    }
}

/// Compiles what `entry_point`, such as `data.policy.aws.s3.public_acl.deny`, needs of a policy's `own` rules and of
/// those that it shares with others.
///
/// # Errors
/// What the machine does not run, a name that stands for nothing, rules that call themselves.
pub fn compile(own: &Rules<'_>, shared: &Rules<'_>, entry_point: &str) -> Result<Program, PolicyError> {
    let mut lowering = Lowering {
        own,
        shared,
        names: Vec::new(),
        positions: BTreeMap::new(),
        rules: Vec::new(),
        constants: BTreeMap::new(),
        calls: BTreeMap::new(),
    };
    let entry: Vec<String> = entry_point.split('.').map(str::to_owned).collect();
    if lowering.sources(&entry).is_empty() {
        return Err(PolicyError::new("policies", 1, format!("there is no rule `{entry_point}`")));
    }
    lowering.positions.insert(entry.clone(), 0);
    lowering.names.push(entry);
    while let Some(name) = lowering.names.get(lowering.rules.len()).cloned() {
        let rule = lowering.rule(&name)?;
        lowering.rules.push(rule);
    }
    lowering.refuse_recursion()?;
    let constants = lowering.constants.into_iter().map(|(constant, at)| (at, constant));
    let constants: BTreeMap<u32, Constant> = constants.collect();
    Ok(Program { rules: lowering.rules, constants: constants.into_values().collect() })
}

/// A program in the making.
struct Lowering<'m> {
    own: &'m Rules<'m>,
    shared: &'m Rules<'m>,
    /// Those that are needed, in the order in which they were asked for.
    names: Vec<Vec<String>>,
    positions: BTreeMap<Vec<String>, u32>,
    rules: Vec<CompiledRule>,
    constants: BTreeMap<Constant, u32>,
    /// Which rule asks for which.
    calls: BTreeMap<u32, Vec<u32>>,
}

impl<'m> Lowering<'m> {
    /// The definitions of a rule; none for a path that leads to no rule.
    fn sources(&self, path: &[String]) -> &'m [Source<'m>] {
        let found = self.own.by_path.get(path).or_else(|| self.shared.by_path.get(path));
        found.map(Vec::as_slice).unwrap_or_default()
    }

    /// The position that a rule has or will have in the program.
    fn position(&mut self, name: &[String]) -> u32 {
        let next = self.names.len();
        let position = *self.positions.entry(name.to_vec()).or_insert_with(|| number(next));
        if self.names.len() == position as usize {
            self.names.push(name.to_vec());
        }
        // The rule that is being made is the one after those that are done.
        self.calls.entry(number(self.rules.len())).or_default().push(position);
        position
    }

    fn constant(&mut self, constant: Constant) -> u32 {
        let next = number(self.constants.len());
        *self.constants.entry(constant).or_insert(next)
    }

    fn rule(&mut self, name: &[String]) -> Result<CompiledRule, PolicyError> {
        let sources = self.sources(name);
        let mut rule = CompiledRule {
            name: name.join("."),
            kind: RuleKind::Value,
            definitions: Vec::new(),
            default: None,
            slots: 0,
        };
        let mut kind = None;
        for source in sources {
            let mut scope = Scope::new(self, source, rule.slots);
            match source.rule {
                Rule::Default { value, .. } => {
                    let mut steps = Vec::new();
                    rule.default = Some(scope.term(value, &mut steps)?);
                    if !steps.is_empty() {
                        return Err(scope.error("a default that is no constant is not compiled"));
                    }
                }
                Rule::Spec { span, head, bodies } => {
                    scope.line = span.line;
                    let own = scope.kind(head)?;
                    if kind.is_some_and(|kind| kind != own) {
                        return Err(scope.error(format!("`{}` is defined in different ways", rule.name)));
                    }
                    kind = Some(own);
                    scope.definitions(span, head, bodies, &mut rule.definitions)?;
                }
            }
            rule.slots = scope.slots;
        }
        rule.kind = kind.unwrap_or(RuleKind::Value);
        Ok(rule)
    }

    fn arity(&self, name: &[String]) -> Option<usize> {
        self.sources(name).iter().find_map(|source| match source.rule {
            Rule::Spec { head: Head::Func { args, .. }, .. } => Some(args.len()),
            _ => None,
        })
    }

    /// Rego has no recursion, so that every policy comes to an end.
    fn refuse_recursion(&self) -> Result<(), PolicyError> {
        let mut done = vec![false; self.rules.len()];
        for start in 0..self.rules.len() {
            let mut way = vec![(number(start), 0)];
            while let Some((rule, next)) = way.last_mut() {
                let callee = self.calls.get(rule).and_then(|calls| calls.get(*next)).copied();
                *next += 1;
                match callee {
                    None => {
                        if let Some(done) = done.get_mut(*rule as usize) {
                            *done = true;
                        }
                        way.pop();
                    }
                    Some(callee) if way.iter().any(|(rule, _)| *rule == callee) => {
                        return Err(self.recursion(callee));
                    }
                    Some(callee) if done.get(callee as usize) == Some(&false) => way.push((callee, 0)),
                    Some(_) => {}
                }
            }
        }
        Ok(())
    }

    fn recursion(&self, rule: u32) -> PolicyError {
        let name = self.names.get(rule as usize).cloned().unwrap_or_default();
        let source = self.sources(&name).first();
        let (path, line) = source.map_or(("policies", 1), |source| (source.path, source.rule.line()));
        PolicyError::new(path, line, format!("`{}` needs itself", name.join(".")))
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The variables of a definition.
struct Scope<'l, 'm> {
    lowering: &'l mut Lowering<'m>,
    module: &'m Module,
    path: &'m str,
    /// By name, innermost last.
    names: Vec<BTreeMap<&'m str, u16>>,
    /// Declared with `some`, whatever else they may stand for.
    declared: BTreeSet<&'m str>,
    /// Variables so far.
    slots: u16,
    /// The statement being compiled, 1-based.
    line: u32,
}

impl<'l, 'm> Scope<'l, 'm> {
    fn new(lowering: &'l mut Lowering<'m>, source: &Source<'m>, slots: u16) -> Scope<'l, 'm> {
        let line = source.rule.line();
        let names = vec![BTreeMap::new()];
        let declared = BTreeSet::new();
        Scope { lowering, module: source.module, path: source.path, names, declared, slots, line }
    }

    fn error(&self, message: impl Into<String>) -> PolicyError {
        PolicyError::new(self.path, self.line, message)
    }

    fn local(&self, name: &str) -> Option<u16> {
        self.names.iter().rev().find_map(|names| names.get(name).copied())
    }

    /// Room for a variable.
    fn slot(&mut self) -> Result<u16, PolicyError> {
        let slot = self.slots;
        self.slots = slot.checked_add(1).ok_or_else(|| self.error("has too many variables"))?;
        Ok(slot)
    }

    fn declare(&mut self, name: &'m str) -> Result<u16, PolicyError> {
        let slot = self.slot()?;
        if let Some(names) = self.names.last_mut() {
            names.insert(name, slot);
        }
        Ok(slot)
    }

    fn kind(&self, head: &Head) -> Result<RuleKind, PolicyError> {
        let keyed = "`name[key] contains value` and names of several parts are not compiled";
        match head {
            Head::Func { .. } => Ok(RuleKind::Function),
            Head::Set { refr: Expr::Var { .. }, .. } => Ok(RuleKind::Set),
            Head::Compr { refr: Expr::Var { .. }, .. } => Ok(RuleKind::Value),
            Head::Compr { refr: Expr::RefBrack { refr, .. }, .. } if matches!(**refr, Expr::Var { .. }) => {
                Ok(RuleKind::Object)
            }
            _ => Err(self.error(keyed).with_help("write `name[key] := {value | ...}`")),
        }
    }

    /// A definition for each body, an `else` with the body before it.
    fn definitions(
        &mut self,
        span: &Place,
        head: &'m Head,
        bodies: &'m [Body],
        definitions: &mut Vec<Definition>,
    ) -> Result<(), PolicyError> {
        if bodies.is_empty() {
            let parameters = self.parameters(head)?;
            let clause = self.clause(head, None)?;
            definitions.push(Definition { parameters, clauses: vec![clause] });
            return Ok(());
        }
        for body in bodies {
            self.line = span.line;
            if !body.is_else {
                self.names = vec![BTreeMap::new()];
                self.declared.clear();
                let parameters = self.parameters(head)?;
                definitions.push(Definition { parameters, clauses: Vec::new() });
            }
            self.names.push(BTreeMap::new());
            let clause = self.clause(head, Some(body))?;
            self.names.pop();
            if let Some(definition) = definitions.last_mut() {
                definition.clauses.push(clause);
            }
        }
        Ok(())
    }

    fn parameters(&mut self, head: &'m Head) -> Result<Vec<Pattern>, PolicyError> {
        let Head::Func { args, .. } = head else { return Ok(Vec::new()) };
        args.iter().map(|arg| self.pattern(arg, true)).collect()
    }

    fn clause(&mut self, head: &'m Head, body: Option<&'m Body>) -> Result<Clause, PolicyError> {
        let mut steps = Vec::new();
        if let Some(body) = body {
            self.query(&body.query, &mut steps)?;
        }
        let given = body.filter(|body| body.is_else).map(|body| body.assign.as_ref());
        let (key, value) = match head {
            Head::Set { key, .. } => (None, key.as_ref()),
            Head::Compr { refr: Expr::RefBrack { index, .. }, assign } => {
                (Some(&**index), assign.as_ref().map(|assign| &assign.value))
            }
            Head::Compr { assign, .. } | Head::Func { assign, .. } => {
                let assign = given.unwrap_or(assign.as_ref());
                (None, assign.map(|assign| &assign.value))
            }
        };
        let key = key.map(|key| self.term(key, &mut steps)).transpose()?;
        let value = match value {
            Some(value) => self.term(value, &mut steps)?,
            None => self.constant(Constant::Bool(true)),
        };
        Ok(Clause { steps, key, value })
    }

    fn constant(&mut self, constant: Constant) -> Term {
        Term::Constant(self.lowering.constant(constant))
    }

    /// A comprehension's parts, its variables gone afterwards.
    fn collect(
        &mut self,
        query: &'m super::syntax::Query,
        key: Option<&'m Expr>,
        value: &'m Expr,
    ) -> Result<(Vec<Step>, Option<Term>, Term), PolicyError> {
        self.names.push(BTreeMap::new());
        let mut steps = Vec::new();
        self.query(query, &mut steps)?;
        let key = key.map(|key| self.term(key, &mut steps)).transpose()?;
        let value = self.term(value, &mut steps)?;
        self.names.pop();
        Ok((steps, key, value))
    }
}
