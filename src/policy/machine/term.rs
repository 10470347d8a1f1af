//! Terms: what they give, if anything.

use super::super::compile::{ArithOp, Builtin, Collect, CompareOp, RuleKind, SetOp, Term};
use super::{Found, Item, Machine, Stop, below, builtin, insert, numbers};
use regorus::Value;
use std::collections::{BTreeMap, BTreeSet};

impl<'a> Machine<'a> {
    /// What a term gives.
    pub(super) fn term(&mut self, term: &'a Term) -> Found<'a> {
        match term {
            Term::Constant(at) => self.constant(*at).map(|value| Some(Item::Kept(value))),
            Term::Local(slot) => {
                Ok(self.slots.get(self.base + usize::from(*slot)).ok_or(Stop::Broken)?.clone())
            }
            Term::Input => Ok(Some(Item::Kept(self.input))),
            Term::Rule(at) => self.rule(*at),
            Term::Path(of, keys) => self.path(of, keys),
            Term::Index(of, key) => {
                let Some(of) = self.term(of)? else { return Ok(None) };
                Ok(self.term(key)?.and_then(|key| of.below(key.value())))
            }
            Term::Call(at, arguments) => {
                let first = self.arguments.len();
                let found = match self.push(arguments)? {
                    true => self.call(*at, first)?,
                    false => None,
                };
                self.arguments.truncate(first);
                Ok(found)
            }
            Term::Builtin(builtin, arguments) => self.builtin(*builtin, arguments),
            Term::Compare(op, left, right) => {
                let Some((left, right)) = self.both(left, right)? else { return Ok(None) };
                let (left, right) = (left.value(), right.value());
                let truth = match op {
                    CompareOp::Eq => left == right,
                    CompareOp::Ne => left != right,
                    CompareOp::Lt => left < right,
                    CompareOp::Le => left <= right,
                    CompareOp::Gt => left > right,
                    CompareOp::Ge => left >= right,
                };
                Ok(Some(Item::Made(Value::Bool(truth))))
            }
            Term::In { key, value, of } => self.membership(key.as_deref(), value, of),
            Term::Collect(collect) => self.collect(collect).map(|value| Some(Item::Made(value))),
            other => Ok(self.made(other)?.map(Item::Made)),
        }
    }

    /// Of terms that always make a new value.
    fn made(&mut self, term: &'a Term) -> Result<Option<Value>, Stop> {
        match term {
            Term::Array(terms) => Ok(self.values(terms)?.map(Value::from)),
            Term::Set(terms) => {
                Ok(self.values(terms)?.map(|values| Value::from(values.into_iter().collect::<BTreeSet<_>>())))
            }
            Term::Object(terms) => {
                let mut fields = BTreeMap::new();
                for (key, value) in terms {
                    let Some((key, value)) = self.both(key, value)? else { return Ok(None) };
                    fields.insert(key.into_value(), value.into_value());
                }
                Ok(Some(Value::from(fields)))
            }
            Term::Arith(op, left, right) => {
                let Some((left, right)) = self.both(left, right)? else { return Ok(None) };
                if let (ArithOp::Sub, Value::Set(left), Value::Set(right)) = (op, left.value(), right.value())
                {
                    self.spend(left.len())?;
                    return Ok(Some(left.difference(right).into_value()));
                }
                Ok(numbers::calculate(*op, left.value(), right.value()))
            }
            Term::Combine(op, left, right) => {
                let Some((left, right)) = self.both(left, right)? else { return Ok(None) };
                let (Value::Set(left), Value::Set(right)) = (left.value(), right.value()) else {
                    return Ok(None);
                };
                self.spend(left.len() + right.len())?;
                Ok(Some(match op {
                    SetOp::Union => left.union(right).into_value(),
                    SetOp::Intersection => left.intersection(right).into_value(),
                }))
            }
            Term::Negative(term) => Ok(self.term(term)?.and_then(|item| numbers::negative(item.value()))),
            _ => Err(Stop::Broken),
        }
    }

    fn constant(&self, at: u32) -> Result<&'a Value, Stop> {
        self.constants.get(at as usize).ok_or(Stop::Broken)
    }

    fn path(&mut self, of: &'a Term, keys: &'a [u32]) -> Found<'a> {
        let Some(mut item) = self.term(of)? else { return Ok(None) };
        for key in keys {
            let key = self.constant(*key)?;
            item = match item {
                Item::Kept(value) => match below(value, key) {
                    Some(value) => Item::Kept(value),
                    None => return Ok(None),
                },
                Item::Made(value) => match below(&value, key) {
                    Some(value) => Item::Made(value.clone()),
                    None => return Ok(None),
                },
            };
        }
        Ok(Some(item))
    }

    fn both(&mut self, left: &'a Term, right: &'a Term) -> Result<Option<(Item<'a>, Item<'a>)>, Stop> {
        let Some(left) = self.term(left)? else { return Ok(None) };
        Ok(self.term(right)?.map(|right| (left, right)))
    }

    /// Adds what terms give to the arguments of the call that is made ready. Whether all give something.
    fn push(&mut self, terms: &'a [Term]) -> Result<bool, Stop> {
        for term in terms {
            let Some(item) = self.term(term)? else { return Ok(false) };
            self.arguments.push(item);
        }
        Ok(true)
    }

    /// What a function of the language gives.
    fn builtin(&mut self, builtin: Builtin, terms: &'a [Term]) -> Found<'a> {
        match terms {
            [one] => {
                let Some(one) = self.term(one)? else { return Ok(None) };
                self.apply(builtin, &[one.value()])
            }
            [one, two] => {
                let Some((one, two)) = self.both(one, two)? else { return Ok(None) };
                self.apply(builtin, &[one.value(), two.value()])
            }
            [one, two, three] => {
                let Some((one, two)) = self.both(one, two)? else { return Ok(None) };
                let Some(three) = self.term(three)? else { return Ok(None) };
                if builtin != Builtin::ObjectGet {
                    return self.apply(builtin, &[one.value(), two.value(), three.value()]);
                }
                self.spend(builtin::work(&[two.value()]))?;
                // What is kept is lent on, not copied: policies look most things up this way.
                let found = match &one {
                    Item::Kept(one) => builtin::looked_up(one, two.value()).map(|it| it.map(Item::Kept)),
                    Item::Made(one) => {
                        builtin::looked_up(one, two.value()).map(|it| it.cloned().map(Item::Made))
                    }
                };
                Ok(found.map(|found| found.unwrap_or(three)))
            }
            _ => Ok(None),
        }
    }

    fn apply(&mut self, builtin: Builtin, arguments: &[&Value]) -> Found<'a> {
        self.spend(builtin::work(arguments))?;
        let result = builtin::call(builtin, arguments, &mut self.patterns);
        if let Some(result) = &result {
            self.spend(builtin::work(&[result]))?;
        }
        Ok(result.map(Item::Made))
    }

    fn values(&mut self, terms: &'a [Term]) -> Result<Option<Vec<Value>>, Stop> {
        let mut values = Vec::with_capacity(terms.len());
        for term in terms {
            let Some(item) = self.term(term)? else { return Ok(None) };
            values.push(item.into_value());
        }
        Ok(Some(values))
    }

    /// Whether a collection has the value, at the key if one is asked for.
    fn membership(&mut self, key: Option<&'a Term>, value: &'a Term, of: &'a Term) -> Found<'a> {
        let at = match key {
            Some(key) => match self.term(key)? {
                Some(key) => Some(key),
                None => return Ok(None),
            },
            None => None,
        };
        let Some((value, of)) = self.both(value, of)? else { return Ok(None) };
        let value = value.value();
        let holds = match (at, of.value()) {
            (Some(at), of) => below(of, at.value()) == Some(value),
            (None, Value::Array(items)) => {
                self.spend(items.len() / 8)?;
                items.contains(value)
            }
            (None, Value::Set(elements)) => elements.contains(value),
            (None, Value::Object(fields)) => {
                self.spend(fields.len() / 8)?;
                fields.values().any(|other| other == value)
            }
            (None, _) => false,
        };
        Ok(Some(Item::Made(Value::Bool(holds))))
    }

    fn collect(&mut self, collect: &'a Collect) -> Result<Value, Stop> {
        match collect.kind {
            RuleKind::Object => {
                let mut fields = BTreeMap::new();
                let key = collect.key.as_ref().ok_or(Stop::Broken)?;
                self.solve(&collect.steps, &mut |machine| {
                    if let Some((key, value)) = machine.both(key, &collect.value)? {
                        insert(&mut fields, key.into_value(), value.into_value(), "a comprehension")?;
                    }
                    Ok(true)
                })?;
                Ok(Value::from(fields))
            }
            RuleKind::Set => Ok(Value::from(self.elements(collect)?.into_iter().collect::<BTreeSet<_>>())),
            RuleKind::Value | RuleKind::Function => Ok(Value::from(self.elements(collect)?)),
        }
    }

    fn elements(&mut self, collect: &'a Collect) -> Result<Vec<Value>, Stop> {
        let mut elements = Vec::new();
        self.solve(&collect.steps, &mut |machine| {
            elements.extend(machine.term(&collect.value)?.map(Item::into_value));
            Ok(true)
        })?;
        Ok(elements)
    }
}
