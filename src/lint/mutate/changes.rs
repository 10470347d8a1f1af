//! Which changes are tried on a value.
//!
//! Whatever is there is taken out and made unknown. A boolean is flipped, a CIDR block widened to everything, a number
//! made 0, one more and one less, and whatever lies at and around the numbers in the rule; a text, a list, an object
//! is emptied. What other cases of the rule have at the like place is put there, added where there is nothing, and
//! appended to lists: most rules are about certain values, and the bad cases have them.

use super::vocabulary::{ELEMENT, Vocabulary};
use crate::evaluate::{Data, Number, Origin, Step, Value};
use crate::lint::change::edit::{Change, Edit, Hiding, inside};
use crate::lint::change::signature::signature;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Numbers of a rule that are tried: those that its own text has come first.
const MOST_NUMBERS: usize = 24;

/// All changes to one declared thing.
pub(super) struct Changes<'v> {
    vocabulary: &'v Vocabulary,
    numbers: &'v [Number],
    is_object: bool,
    path: Vec<Step>,
    found: Vec<Change>,
}

/// The numbers at and around those that stand in a rule.
pub(super) fn around(numbers: &[String]) -> Vec<Number> {
    let one = Number::from(1_i64);
    let numbers = numbers.iter().take(MOST_NUMBERS).filter_map(|text| Number::parse(text));
    let around = numbers.flat_map(|number| [number.sub(&one), Some(number.clone()), number.add(&one)]);
    around.flatten().collect::<BTreeSet<_>>().into_iter().collect()
}

impl<'v> Changes<'v> {
    /// All changes to `value`, which is of that kind.
    pub(super) fn of(
        value: &Value,
        kind: &str,
        is_object: bool,
        vocabulary: &'v Vocabulary,
        numbers: &'v [Number],
    ) -> Vec<Change> {
        let mut changes = Changes { vocabulary, numbers, is_object, path: Vec::new(), found: Vec::new() };
        changes.visit(value, kind);
        changes.found
    }

    fn push(&mut self, edit: Edit) {
        self.found.push(Change { path: self.path.clone(), edit });
    }

    fn visit(&mut self, value: &Value, holder: &str) {
        if !self.is_object
            && let Some(inner) = inside(value)
        {
            return self.visit(&inner, holder);
        }
        match &value.data {
            Data::Mapping(_, entries) => self.mapping(entries, holder),
            Data::Sequence(_, items) => self.sequence(items, holder),
            _ => {}
        }
    }

    fn mapping(&mut self, entries: &BTreeMap<Arc<str>, Value>, holder: &str) {
        for (key, child) in entries.iter().filter(|(_, child)| !matches!(child.data, Data::Null)) {
            self.path.push(Step::Key(key.clone()));
            self.child(child, holder, key);
            self.visit(child, key);
            self.path.pop();
        }
        let vocabulary = self.vocabulary;
        for (key, values) in vocabulary.within(holder).filter(|(key, _)| *key != ELEMENT) {
            if entries.get(key).is_none_or(|entry| matches!(entry.data, Data::Null)) {
                for other in values {
                    self.push(Edit::Insert(key.into(), other.clone()));
                }
            }
        }
    }

    fn sequence(&mut self, items: &[Value], holder: &str) {
        for (at, item) in items.iter().enumerate().filter(|(_, item)| !item.stands_for_many()) {
            self.path.push(Step::Index(at));
            self.child(item, holder, ELEMENT);
            self.visit(item, holder);
            self.path.pop();
        }
        let own: BTreeSet<String> = items.iter().map(signature).collect();
        let vocabulary = self.vocabulary;
        for other in vocabulary.at(holder, ELEMENT).filter(|other| !own.contains(&signature(other))) {
            self.push(Edit::Append(other.clone()));
        }
    }

    /// Whether the path leads to what names a Kubernetes object or says what it is: always written out.
    fn names_it(&self) -> bool {
        let names = ["apiVersion", "kind", "metadata"];
        self.is_object && matches!(self.path.as_slice(), [Step::Key(key)] if names.contains(&&**key))
    }

    /// The changes to one value as a whole.
    fn child(&mut self, value: &Value, holder: &str, key: &str) {
        if !self.names_it() {
            self.push(Edit::Remove);
            if !value.is_unknown() {
                self.push(Edit::Hide(Hiding::Whole));
            }
        }
        let mut tried = BTreeSet::from([signature(value)]);
        let others = self.others(value).into_iter().map(|data| written(data, value));
        let others: Vec<Value> = others.chain(self.vocabulary.at(holder, key).cloned()).collect();
        for other in others {
            if tried.insert(signature(&other)) {
                self.push(Edit::Put(other));
            }
        }
    }

    /// What a value could be instead, by what it is.
    fn others(&self, value: &Value) -> Vec<Data> {
        match &value.data {
            Data::Bool(truth) => vec![Data::Bool(!truth)],
            Data::Number(number) => self.numbers_beside(number).into_iter().map(Data::Number).collect(),
            Data::String(text) => self.texts(text),
            Data::Sequence(kind, items) if !items.is_empty() => {
                vec![Data::Sequence(*kind, Arc::default())]
            }
            Data::Mapping(kind, entries) if !entries.is_empty() => {
                vec![Data::Mapping(*kind, Arc::default())]
            }
            Data::Unknown(_) => vec![Data::String("".into())],
            _ => Vec::new(),
        }
    }

    fn numbers_beside(&self, number: &Number) -> Vec<Number> {
        let one = Number::from(1_i64);
        let beside = [Some(Number::from(0_i64)), number.sub(&one), number.add(&one)];
        beside.into_iter().flatten().chain(self.numbers.iter().cloned()).collect()
    }

    fn texts(&self, text: &str) -> Vec<Data> {
        let mut texts: Vec<String> = vec![String::new()];
        match text {
            "true" => texts.push("false".to_owned()),
            "false" => texts.push("true".to_owned()),
            _ => {}
        }
        if is_cidr(text) {
            texts.extend(["0.0.0.0/0".to_owned(), "::/0".to_owned()]);
        }
        if let Some(number) = Number::parse(text) {
            let beside = self.numbers_beside(&number);
            texts.extend(beside.iter().map(|number| number.to_json().to_string()));
        }
        texts.into_iter().map(|text| Data::String(text.into())).collect()
    }
}

/// Written out at a place: what a text was made from is not what another is made from.
fn written(data: Data, at: &Value) -> Value {
    Value::new(data, Origin::literal(at.origin.span()))
}

fn is_cidr(text: &str) -> bool {
    let Some((address, length)) = text.split_once('/') else { return false };
    address.parse::<std::net::IpAddr>().is_ok() && length.parse::<u8>().is_ok_and(|length| length <= 128)
}
