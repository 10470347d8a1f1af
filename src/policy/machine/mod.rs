//! Runs compiled policies over the graph document.
//!
//! Values of the document are borrowed, not counted: rules on several threads read the same ones. A rule without
//! arguments is worked out once a run. Every step is counted, so that no policy runs for ever.

mod builtin;
mod glob;
pub(in crate::policy) mod holes;
pub(super) mod maybe;
mod numbers;
mod open;
mod solve;
pub(in crate::policy) mod sweep;
mod term;
mod text;

use super::compile::{Constant, Program, RuleKind};
use regorus::Value;
use rustc_hash::FxHashMap;
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

/// Elements of which no two are compared.
const MANY: usize = 10_000;

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

/// Runs the first rule of a program over `input`, in at most `steps` steps: its elements, in no order and some of them
/// perhaps several times; none where it is no set.
///
/// # Errors
/// More steps, or a rule that has several values.
pub(super) fn run(program: &Program, input: &Value, steps: usize) -> Result<Option<Vec<Value>>, Stop> {
    let is_set = program.rules.first().is_some_and(|rule| rule.kind == RuleKind::Set);
    let elements = |machine: &mut Machine<'_>| machine.unordered(0).map(Some);
    if is_set { with_machine(program, input, steps, false, elements) } else { Ok(None) }
}

/// The same over an input in which marks stand for what is unknown, as a set: all that the rule may give, whatever that
/// is.
///
/// # Errors
/// As those of [`run`].
pub(super) fn run_open(program: &Program, input: &Value, steps: usize) -> Result<Value, Stop> {
    with_machine(program, input, steps, true, |machine| {
        Ok(machine.rule(0)?.map_or(Value::Undefined, Item::into_value))
    })
}

fn with_machine<T>(
    program: &Program,
    input: &Value,
    steps: usize,
    is_open: bool,
    work: impl FnOnce(&mut Machine<'_>) -> Result<T, Stop>,
) -> Result<T, Stop> {
    let footing = Footing::new(program)?;
    let mut machine = footing.machine(program, input, steps, is_open);
    work(&mut machine)
}

/// What a machine stands on: the values that stand in the program, and places for those of its rules.
struct Footing {
    constants: Vec<Value>,
    results: Vec<OnceCell<Outcome>>,
}

impl Footing {
    fn new(program: &Program) -> Result<Footing, Stop> {
        let mut constants = Vec::with_capacity(program.constants.len());
        for one in &program.constants {
            constants.push(constant(one, &constants)?);
        }
        Ok(Footing { constants, results: program.rules.iter().map(|_| OnceCell::new()).collect() })
    }

    fn machine<'a>(
        &'a self,
        program: &'a Program,
        input: &'a Value,
        steps: usize,
        is_open: bool,
    ) -> Machine<'a> {
        Machine {
            program,
            constants: &self.constants,
            results: &self.results,
            input,
            slots: Vec::new(),
            base: 0,
            arguments: Vec::new(),
            left: steps,
            patterns: builtin::Patterns::default(),
            is_open,
            in_doubt: false,
            first_marks: FxHashMap::default(),
        }
    }
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

/// What a rule without arguments gives, if anything, and whether it may give nothing.
struct Outcome {
    value: Option<Value>,
    in_doubt: bool,
}

struct Machine<'a> {
    program: &'a Program,
    constants: &'a [Value],
    /// Of rules without arguments, once they are worked out.
    results: &'a [OnceCell<Outcome>],
    input: &'a Value,
    /// Variables of all calls under way; those of the innermost begin at `base`.
    slots: Vec<Option<Item<'a>>>,
    base: usize,
    /// Arguments of all calls under way, those of the innermost last.
    arguments: Vec<Item<'a>>,
    /// Steps it may still take.
    left: usize,
    patterns: builtin::Patterns,
    /// Whether the input has marks for what is unknown.
    is_open: bool,
    /// Whether something on the way here only may hold; never where nothing is marked.
    in_doubt: bool,
    /// Where in lists of the input the first mark is, by where the lists are kept.
    first_marks: FxHashMap<*const Value, Option<usize>>,
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
        let outcome = match cell.get() {
            Some(outcome) => outcome,
            None => {
                let kind = self.program.rules.get(at as usize).ok_or(Stop::Broken)?.kind;
                let (value, in_doubt) = self.apart(|machine| match kind {
                    RuleKind::Value | RuleKind::Function => {
                        Ok(machine.call(at, machine.arguments.len())?.map(Item::into_value))
                    }
                    RuleKind::Set => machine.set(at).map(Some),
                    RuleKind::Object => machine.object(at).map(Some),
                })?;
                cell.get_or_init(|| Outcome { value, in_doubt })
            }
        };
        self.in_doubt |= outcome.in_doubt;
        Ok(outcome.value.as_ref().map(Item::Kept))
    }

    /// Does `work` as if nothing before it were in doubt; and whether anything in it is.
    fn apart<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, Stop>) -> Result<(T, bool), Stop> {
        let before = std::mem::take(&mut self.in_doubt);
        let done = work(self)?;
        Ok((done, std::mem::replace(&mut self.in_doubt, before)))
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
        let mut found = Answer::default();
        let work = |machine: &mut Self| {
            for definition in &rule.definitions {
                machine.in_doubt = false;
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
            Ok(())
        };
        self.apart(|machine| machine.framed(at, work))?;
        if let (Some(default), false) = (&rule.default, found.is_certain) {
            let default = self.term(default)?.ok_or(Stop::Broken)?;
            found.add(default, true, self.is_open).map_err(|()| Stop::Broken)?;
        }
        self.in_doubt |= found.item.is_some() && !found.is_certain;
        Ok(found.item)
    }

    /// The elements of a set.
    fn unordered(&mut self, at: u32) -> Result<Vec<Value>, Stop> {
        let program = self.program;
        let rule = program.rules.get(at as usize).ok_or(Stop::Broken)?;
        self.framed(at, |machine| {
            let mut found = Unordered::default();
            for clause in rule.definitions.iter().flat_map(|definition| &definition.clauses) {
                machine.solve(&clause.steps, &mut |machine| {
                    found.extend(machine.term(&clause.value)?.map(Item::into_value));
                    Ok(true)
                })?;
            }
            Ok(found.elements)
        })
    }

    fn set(&mut self, at: u32) -> Result<Value, Stop> {
        let program = self.program;
        let rule = program.rules.get(at as usize).ok_or(Stop::Broken)?;
        self.framed(at, |machine| {
            let mut elements = BTreeSet::new();
            let mut in_doubt = false;
            for clause in rule.definitions.iter().flat_map(|definition| &definition.clauses) {
                machine.solve(&clause.steps, &mut |machine| {
                    if let Some(value) = machine.term(&clause.value)? {
                        elements.insert(value.into_value());
                        in_doubt |= machine.in_doubt;
                    }
                    Ok(true)
                })?;
            }
            Ok(if machine.is_open { maybe::set(elements, in_doubt) } else { Value::from(elements) })
        })
    }

    /// Adds a field; one key has one value.
    fn insert(
        &self,
        fields: &mut BTreeMap<Value, Value>,
        key: Value,
        value: Value,
        rule: &str,
    ) -> Result<(), Stop> {
        if self.is_open {
            maybe::insert(fields, key, value, self.in_doubt);
            return Ok(());
        }
        match fields.get(&key) {
            Some(other) if *other != value => Err(Stop::Conflict(rule.to_owned())),
            Some(_) => Ok(()),
            None => {
                fields.insert(key, value);
                Ok(())
            }
        }
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
                        machine.insert(&mut fields, key.into_value(), value.into_value(), &rule.name)?;
                    }
                    Ok(true)
                })?;
            }
            Ok(Value::from(fields))
        })
    }
}

/// Elements of a set. Putting them in order costs more than finding many of them, and who takes them orders what is made
/// of them; they are compared only where they become many.
pub(super) struct Unordered<T> {
    pub(super) elements: Vec<T>,
    /// How many they were when they were compared last.
    compared: usize,
}

impl<T> Default for Unordered<T> {
    fn default() -> Self {
        Unordered { elements: Vec::new(), compared: 0 }
    }
}

impl<T: Ord> Unordered<T> {
    pub(super) fn extend(&mut self, element: Option<T>) {
        self.elements.extend(element);
        if self.elements.len() > MANY.max(2 * self.compared) {
            self.elements.sort_unstable();
            self.elements.dedup();
            self.compared = self.elements.len();
        }
    }
}

/// What the definitions of a rule give.
#[derive(Default)]
struct Answer<'a> {
    item: Option<Item<'a>>,
    /// Whether it gives something in any case.
    is_certain: bool,
}

impl<'a> Answer<'a> {
    /// Adds what one of them gives. Several values are an error where none may be left out.
    fn add(&mut self, item: Item<'a>, is_certain: bool, is_open: bool) -> Result<(), ()> {
        self.item = match self.item.take() {
            Some(other) if other.value() == item.value() => Some(other),
            Some(_) if is_open => Some(Item::Made(maybe::unknown())),
            Some(_) => return Err(()),
            None => Some(item),
        };
        self.is_certain |= is_certain;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
