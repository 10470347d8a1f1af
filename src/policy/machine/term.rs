//! Terms: what they give, if anything.

use super::super::compile::{ArithOp, Builtin, Collect, CompareOp, RuleKind, SetOp, Term};
use super::{Found, Item, Machine, Stop, below, builtin, maybe, numbers};
use regorus::Value;
use std::collections::BTreeMap;

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
                let Some(key) = self.term(key)? else { return Ok(None) };
                Ok(if self.is_open { self.below_open(&of, key.value()) } else { of.below(key.value()) })
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
                if self.is_open {
                    return Ok(Some(Item::Made(maybe::compare(*op, left, right))));
                }
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
                let Some(values) = self.values(terms)? else { return Ok(None) };
                let elements = values.into_iter().collect();
                Ok(Some(if self.is_open { maybe::set(elements, false) } else { Value::from(elements) }))
            }
            Term::Object(terms) => {
                let mut fields = BTreeMap::new();
                for (key, value) in terms {
                    let Some((key, value)) = self.both(key, value)? else { return Ok(None) };
                    let (key, value) = (key.into_value(), value.into_value());
                    match self.is_open {
                        true => maybe::insert(&mut fields, key, value, false),
                        false => drop(fields.insert(key, value)),
                    }
                }
                Ok(Some(Value::from(fields)))
            }
            Term::Arith(op, left, right) => {
                let Some((left, right)) = self.both(left, right)? else { return Ok(None) };
                if self.is_open && (maybe::is_open(left.value()) || maybe::is_open(right.value())) {
                    return Ok(maybe::difference(left.value(), right.value()));
                }
                if let (ArithOp::Sub, Value::Set(left), Value::Set(right)) = (op, left.value(), right.value())
                {
                    self.spend(left.len())?;
                    return Ok(Some(left.difference(right).into_value()));
                }
                Ok(numbers::calculate(*op, left.value(), right.value()))
            }
            Term::Combine(op, left, right) => {
                let Some((left, right)) = self.both(left, right)? else { return Ok(None) };
                if self.is_open && (maybe::is_open(left.value()) || maybe::is_open(right.value())) {
                    return Ok(maybe::combined(*op, left.value(), right.value()));
                }
                let (Value::Set(left), Value::Set(right)) = (left.value(), right.value()) else {
                    return Ok(None);
                };
                self.spend(left.len() + right.len())?;
                Ok(Some(match op {
                    SetOp::Union => left.union(right).into_value(),
                    SetOp::Intersection => left.intersection(right).into_value(),
                }))
            }
            Term::Negative(term) => {
                Ok(self.term(term)?.and_then(|item| match self.is_open && maybe::is_unknown(item.value()) {
                    true => Some(maybe::unknown()),
                    false => numbers::negative(item.value()),
                }))
            }
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
            if self.is_open {
                let Some(found) = self.below_open(&item, key) else { return Ok(None) };
                item = found;
                continue;
            }
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
                if self.is_open {
                    return Ok(self.looked_up_open(&one, two.value(), three));
                }
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
        let result = match self.is_open {
            true => maybe::call(builtin, arguments, &mut self.patterns),
            false => builtin::call(builtin, arguments, &mut self.patterns),
        };
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
        if self.is_open {
            return Ok(Some(Item::Made(self.member_open(at.as_ref(), value, &of)?)));
        }
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
                self.apart(|machine| {
                    machine.solve(&collect.steps, &mut |machine| {
                        if let Some((key, value)) = machine.both(key, &collect.value)? {
                            let (key, value) = (key.into_value(), value.into_value());
                            machine.insert(&mut fields, key, value, "a comprehension")?;
                        }
                        Ok(true)
                    })
                })?;
                Ok(Value::from(fields))
            }
            RuleKind::Set => {
                let (elements, in_doubt) = self.elements(collect)?;
                let elements = elements.into_iter().collect();
                Ok(if self.is_open { maybe::set(elements, in_doubt) } else { Value::from(elements) })
            }
            RuleKind::Value | RuleKind::Function => {
                let (mut elements, in_doubt) = self.elements(collect)?;
                elements.extend(in_doubt.then(maybe::gap));
                Ok(Value::from(elements))
            }
        }
    }

    /// What a comprehension gathers, and whether any of it is in doubt.
    fn elements(&mut self, collect: &'a Collect) -> Result<(Vec<Value>, bool), Stop> {
        let mut elements = Vec::new();
        let mut in_doubt = false;
        self.apart(|machine| {
            machine.solve(&collect.steps, &mut |machine| {
                if let Some(item) = machine.term(&collect.value)? {
                    elements.push(item.into_value());
                    in_doubt |= machine.in_doubt;
                }
                Ok(true)
            })
        })?;
        Ok((elements, in_doubt))
    }
}
