//! Runs compiled policies over the graph document.
//!
//! Values of the document are borrowed, not counted: rules on several threads read the same ones. A rule without
//! arguments is worked out once a run. Every step is counted, so that no policy runs for ever.

mod builtin;
mod glob;
mod numbers;
mod solve;
mod term;
mod text;

use super::compile::{Constant, Program, RuleKind};
use regorus::Value;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// Why a policy was stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// It took more steps than it may.
    Limit,
    /// The rule of that name has several values.
    Conflict(String),
    /// The program is not one that the compiler makes.
    Broken,
}

/// What a term gives, if it gives anything.
type Found<'a> = Result<Option<Item<'a>>, Stop>;

/// A value of the document, the program or a rule, or one made on the way.
#[derive(Clone)]
enum Item<'a> {
    Kept(&'a Value),
    Made(Value),
}

impl<'a> Item<'a> {
    fn value(&self) -> &Value {
        match self {
            Item::Kept(value) => value,
            Item::Made(value) => value,
        }
    }

    fn into_value(self) -> Value {
        match self {
            Item::Kept(value) => value.clone(),
            Item::Made(value) => value,
        }
    }

    /// What lies at a key or position, or is an element of a set.
    fn below(&self, key: &Value) -> Option<Item<'a>> {
        match self {
            Item::Kept(value) => below(value, key).map(Item::Kept),
            Item::Made(value) => below(value, key).cloned().map(Item::Made),
        }
    }
}

/// Fields up to which a key is looked for one by one: keys mostly differ in length, which shows without reading them,
/// where finding one by its order reads several.
const FEW_FIELDS: usize = 16;

fn below<'v>(value: &'v Value, key: &Value) -> Option<&'v Value> {
    match value {
        Value::Object(fields) => match key {
            Value::String(key) if fields.len() <= FEW_FIELDS => fields
                .iter_sorted()
                .find(|(other, _)| matches!(other, Value::String(other) if **other == **key))
                .map(|(_, value)| value),
            key => fields.get(key),
        },
        Value::Array(items) => match key {
            Value::Number(at) => items.get(usize::try_from(at.as_u64()?).ok()?),
            _ => None,
        },
        Value::Set(elements) => elements.get(key),
        _ => None,
    }
}

/// Runs the first rule of a program over `input`, in at most `steps` steps.
///
/// # Errors
/// More steps, or a rule that has several values.
pub(super) fn run(program: &Program, input: &Value, steps: usize) -> Result<Value, Stop> {
    let mut constants = Vec::with_capacity(program.constants.len());
    for one in &program.constants {
        constants.push(constant(one, &constants)?);
    }
    let results: Vec<OnceCell<Option<Value>>> = program.rules.iter().map(|_| OnceCell::new()).collect();
    let mut machine = Machine {
        program,
        constants: &constants,
        results: &results,
        input,
        slots: Vec::new(),
        base: 0,
        arguments: Vec::new(),
        left: steps,
        patterns: builtin::Patterns::default(),
    };
    Ok(machine.rule(0)?.map_or(Value::Undefined, Item::into_value))
}

/// A constant, of those before it.
fn constant(constant: &Constant, before: &[Value]) -> Result<Value, Stop> {
    let part = |at: &u32| before.get(*at as usize).cloned().ok_or(Stop::Broken);
    Ok(match constant {
        Constant::Null => Value::Null,
        Constant::Bool(truth) => Value::Bool(*truth),
        Constant::Number(text) => Value::from_numeric_string(text).unwrap_or(Value::Undefined),
        Constant::String(text) => Value::from(text.as_str()),
        Constant::Array(parts) => Value::from(parts.iter().map(part).collect::<Result<Vec<_>, Stop>>()?),
        Constant::Set(parts) => Value::from(parts.iter().map(part).collect::<Result<BTreeSet<_>, Stop>>()?),
        Constant::Object(parts) => {
            let field = |(key, value): &(u32, u32)| Ok((part(key)?, part(value)?));
            Value::from(parts.iter().map(field).collect::<Result<BTreeMap<_, _>, Stop>>()?)
        }
    })
}

struct Machine<'a> {
    program: &'a Program,
    constants: &'a [Value],
    /// Of rules without arguments, once they are worked out.
    results: &'a [OnceCell<Option<Value>>],
    input: &'a Value,
    /// Variables of all calls under way; those of the innermost begin at `base`.
    slots: Vec<Option<Item<'a>>>,
    base: usize,
    /// Arguments of all calls under way, those of the innermost last.
    arguments: Vec<Item<'a>>,
    /// Steps it may still take.
    left: usize,
    patterns: builtin::Patterns,
}

impl<'a> Machine<'a> {
    /// Counts work that grows with what is worked on.
    fn spend(&mut self, steps: usize) -> Result<(), Stop> {
        self.left = self.left.checked_sub(steps).ok_or(Stop::Limit)?;
        Ok(())
    }

    /// What a rule without arguments is.
    fn rule(&mut self, at: u32) -> Found<'a> {
        let cell = self.results.get(at as usize).ok_or(Stop::Broken)?;
        if let Some(result) = cell.get() {
            return Ok(result.as_ref().map(Item::Kept));
        }
        let program = self.program;
        let rule = program.rules.get(at as usize).ok_or(Stop::Broken)?;
        let result = match rule.kind {
            RuleKind::Value | RuleKind::Function => {
                self.call(at, self.arguments.len())?.map(Item::into_value)
            }
            RuleKind::Set => Some(self.set(at)?),
            RuleKind::Object => Some(self.object(at)?),
        };
        Ok(cell.get_or_init(|| result).as_ref().map(Item::Kept))
    }

    /// Makes room for the variables of a rule while `work` is done. The stack may be deep: definitions can be nested.
    fn framed<T>(&mut self, at: u32, work: impl FnOnce(&mut Self) -> Result<T, Stop>) -> Result<T, Stop> {
        let room = self.program.rules.get(at as usize).ok_or(Stop::Broken)?.slots;
        let before = self.base;
        self.base = self.slots.len();
        self.slots.resize(self.base + usize::from(room), None);
        let done = stacker::maybe_grow(64 * 1024, 1024 * 1024, || work(self));
        self.slots.truncate(self.base);
        self.base = before;
        done
    }

    /// What a rule or function gives for the arguments from `first` on. All definitions that hold have to give the
    /// same.
    fn call(&mut self, at: u32, first: usize) -> Found<'a> {
        let program = self.program;
        let rule = program.rules.get(at as usize).ok_or(Stop::Broken)?;
        let found = self.framed(at, |machine| {
            let mut found: Option<Item<'a>> = None;
            for definition in &rule.definitions {
                let mut fits = true;
                for (pattern, at) in definition.parameters.iter().zip(first..) {
                    let Some(argument) = machine.arguments.get(at).cloned() else { break };
                    fits = fits && machine.fits(pattern, argument)?;
                }
                if !fits {
                    continue;
                }
                for clause in &definition.clauses {
                    if machine.clause(rule, clause, &mut found)? {
                        break;
                    }
                }
            }
            Ok(found)
        })?;
        match (&rule.default, found) {
            (Some(default), None) => self.term(default),
            (_, found) => Ok(found),
        }
    }

    fn set(&mut self, at: u32) -> Result<Value, Stop> {
        let program = self.program;
        let rule = program.rules.get(at as usize).ok_or(Stop::Broken)?;
        self.framed(at, |machine| {
            let mut elements = BTreeSet::new();
            for clause in rule.definitions.iter().flat_map(|definition| &definition.clauses) {
                machine.solve(&clause.steps, &mut |machine| {
                    if let Some(value) = machine.term(&clause.value)? {
                        elements.insert(value.into_value());
                    }
                    Ok(true)
                })?;
            }
            Ok(Value::from(elements))
        })
    }

    fn object(&mut self, at: u32) -> Result<Value, Stop> {
        let program = self.program;
        let rule = program.rules.get(at as usize).ok_or(Stop::Broken)?;
        self.framed(at, |machine| {
            let mut fields = BTreeMap::new();
            for clause in rule.definitions.iter().flat_map(|definition| &definition.clauses) {
                let key = clause.key.as_ref().ok_or(Stop::Broken)?;
                machine.solve(&clause.steps, &mut |machine| {
                    let field = (machine.term(key)?, machine.term(&clause.value)?);
                    if let (Some(key), Some(value)) = field {
                        insert(&mut fields, key.into_value(), value.into_value(), &rule.name)?;
                    }
                    Ok(true)
                })?;
            }
            Ok(Value::from(fields))
        })
    }
}

/// Adds a field; one key has one value.
fn insert(fields: &mut BTreeMap<Value, Value>, key: Value, value: Value, rule: &str) -> Result<(), Stop> {
    match fields.get(&key) {
        Some(other) if *other != value => Err(Stop::Conflict(rule.to_owned())),
        Some(_) => Ok(()),
        None => {
            fields.insert(key, value);
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests;
