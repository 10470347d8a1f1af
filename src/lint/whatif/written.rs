//! Where values come from: a change to a line changes all that is made of it, every instance of a block and whatever else
//! reads the same variable.

use crate::evaluate::{Data, MappingKind, Path, Step, Value};
use crate::finding;
use crate::lint::change::declared::{Declared, Slot};
use crate::lint::change::edit::inside;
use crate::source::{Sources, Span};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// How deep values are looked into.
const DEEPEST: usize = 64;

/// A value of something declared.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub(super) slot: Slot,
    pub(super) path: Vec<Step>,
    /// It lies in a text. Parts of a text may share a place that is that of all of it.
    pub(super) in_text: bool,
}

/// What is declared, by where it is written.
pub(super) struct Written {
    by_span: FxHashMap<Span, Vec<Spot>>,
    by_header: FxHashMap<Span, Vec<Slot>>,
    pub(super) by_id: BTreeMap<String, Slot>,
}

impl Written {
    pub(super) fn of(declared: &Declared, sources: &Sources) -> Written {
        let mut written = Written {
            by_span: FxHashMap::default(),
            by_header: FxHashMap::default(),
            by_id: BTreeMap::new(),
        };
        for slot in declared.slots() {
            if let Some(value) = declared.value(&slot) {
                let is_object = declared.is_object(&slot);
                Visit { written: &mut written, sources, slot: &slot, is_object, path: Vec::new() }
                    .value(value, false);
            }
            if let Some(header) = declared.header(&slot) {
                written.by_header.entry(header).or_default().push(slot.clone());
            }
            if let Some(id) = declared.id(&slot) {
                written.by_id.insert(id, slot);
            }
        }
        written
    }

    /// What comes from the place.
    pub(super) fn from(&self, span: Span) -> &[Spot] {
        self.by_span.get(&span).map(Vec::as_slice).unwrap_or_default()
    }

    /// What is made of the block or object.
    pub(super) fn made_of(&self, header: Span) -> &[Slot] {
        self.by_header.get(&header).map(Vec::as_slice).unwrap_or_default()
    }
}

struct Visit<'v> {
    written: &'v mut Written,
    sources: &'v Sources,
    slot: &'v Slot,
    is_object: bool,
    path: Vec<Step>,
}

impl Visit<'_> {
    fn value(&mut self, value: &Value, in_text: bool) {
        if !self.path.is_empty() {
            let span = finding::written(&value.origin, self.sources);
            let spot = Spot { slot: self.slot.clone(), path: self.path.clone(), in_text };
            self.written.by_span.entry(span).or_default().push(spot);
        }
        if self.path.len() >= DEEPEST {
            return;
        }
        match inside(value).filter(|_| !self.is_object) {
            Some(inner) => self.parts(&inner, true),
            None => self.parts(value, in_text),
        }
    }

    fn parts(&mut self, value: &Value, in_text: bool) {
        match &value.data {
            Data::Mapping(_, entries) => {
                for (key, entry) in entries.iter() {
                    self.path.push(Step::Key(key.clone()));
                    self.value(entry, in_text);
                    self.path.pop();
                }
            }
            Data::Sequence(_, items) => {
                for (at, item) in items.iter().enumerate().filter(|(_, item)| !item.stands_for_many()) {
                    self.path.push(Step::Index(at));
                    self.value(item, in_text);
                    self.path.pop();
                }
            }
            _ => {}
        }
    }
}

/// What a path of the graph document leads to.
#[derive(Debug)]
pub(super) struct Resolved {
    /// The steps that exist, as values count them: elements that stand for many have positions there.
    pub(super) real: Vec<Step>,
    /// The value that they lead to.
    pub(super) value: Value,
    /// The steps behind them; none where the path leads to something.
    pub(super) missing: Vec<Step>,
    pub(super) in_text: bool,
    /// What kind of mapping the value is an entry of, if it is one.
    pub(super) entry_of: Option<MappingKind>,
}

/// The value at steps that a value has, as values count them.
pub(super) fn lookup(whole: &Value, path: &[Step], is_object: bool) -> Option<Value> {
    let mut value = whole.clone();
    for step in path {
        if let Some(inner) = inside(&value).filter(|_| !is_object) {
            value = inner;
        }
        value = match step {
            Step::Key(key) => value.get(key)?.clone(),
            Step::Index(at) => value.items()?.get(*at)?.clone(),
            Step::Any => return None,
        };
    }
    Some(value)
}

/// Follows a path as far as it leads; what is null is not there.
pub(super) fn resolve(value: &Value, path: &Path, is_object: bool) -> Resolved {
    let mut found = Resolved {
        real: Vec::new(),
        value: value.clone(),
        missing: Vec::new(),
        in_text: false,
        entry_of: None,
    };
    for (at, step) in path.0.iter().enumerate() {
        if let Some(inner) = inside(&found.value).filter(|_| !is_object) {
            found.value = inner;
            found.in_text = true;
        }
        let next = match step {
            Step::Key(key) => found.value.get(key).map(|next| (step.clone(), next.clone())),
            Step::Index(index) => {
                let items = found.value.items().into_iter().flatten().enumerate();
                let mut items = items.filter(|(_, item)| !item.stands_for_many());
                items.nth(*index).map(|(real, item)| (Step::Index(real), item.clone()))
            }
            Step::Any => None,
        };
        match next.filter(|(_, next)| !matches!(next.data, Data::Null)) {
            Some((step, next)) => {
                found.real.push(step);
                found.entry_of = match &found.value.data {
                    Data::Mapping(kind, _) => Some(*kind),
                    _ => None,
                };
                found.value = next;
            }
            None => {
                found.missing = path.0.get(at..).unwrap_or_default().to_vec();
                return found;
            }
        }
    }
    found
}
