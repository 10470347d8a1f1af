//! Changes as they are made to what is declared: one place may be many values.

use super::assumed::Assumptions;
use super::proposal::{Act, Proposal};
use super::world::World;
use super::written::{Resolved, Spot, Written, lookup, resolve};
use crate::evaluate::{
    Data, LinkKind, MappingKind, Origin, Path, Reason, ResourceId, SequenceKind, Step, Value,
};
use crate::finding;
use crate::lint::change::declared::{Declared, Slot};
use crate::lint::change::edit::{Change, Edit};
use crate::lint::change::signature::signature;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A change to one thing that is declared.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) environment: usize,
    pub(super) slot: Slot,
    pub(super) deed: Deed,
}

/// What is done to it.
#[derive(Clone, Debug)]
pub(super) enum Deed {
    /// A value in it is changed.
    Change(Change),
    /// It is taken out.
    Remove,
    /// A resource of that kind is put beside it.
    Add(Arc<str>, Value),
    /// The root module that it lies in is evaluated with that truth value written there.
    Assume(Span, bool),
}

/// All that a proposal changes.
pub(super) fn targets(world: &World<'_>, written: &[Written], proposal: &Proposal) -> Vec<Target> {
    let mut found = Vec::new();
    for (environment, (declared, written)) in world.declared.iter().zip(written).enumerate() {
        let Some(slot) = written.by_id.get(&proposal.resource) else { continue };
        let mut aim = Aim { world, declared, written, environment, slot, found: &mut found };
        aim.at(proposal);
    }
    found
}

/// Finds the targets of one proposal in one environment.
struct Aim<'a> {
    world: &'a World<'a>,
    declared: &'a Declared,
    written: &'a Written,
    environment: usize,
    slot: &'a Slot,
    found: &'a mut Vec<Target>,
}

impl Aim<'_> {
    fn push(&mut self, slot: Slot, deed: Deed) {
        self.found.push(Target { environment: self.environment, slot, deed });
    }

    fn change(&mut self, slot: Slot, path: Vec<Step>, edit: Edit) {
        self.push(slot, Deed::Change(Change { path, edit }));
    }

    fn at(&mut self, proposal: &Proposal) {
        let Some(value) = self.declared.value(self.slot) else { return };
        let resolved = resolve(value, &proposal.path, self.declared.is_object(self.slot));
        let span = finding::written(&resolved.value.origin, self.world.sources);
        match &proposal.act {
            Act::Put(data) if resolved.missing.is_empty() => {
                let other = Value::new(data.clone(), Origin::literal(span));
                self.each(&resolved, span, &Edit::Put(other));
            }
            Act::Remove if resolved.missing.is_empty() => self.each(&resolved, span, &Edit::Remove),
            Act::Insert(data) if !resolved.missing.is_empty() => self.insert(&resolved, span, data),
            Act::RemoveResource => {
                for slot in self.siblings() {
                    self.push(slot, Deed::Remove);
                }
            }
            Act::Add { kind, via, attributes } => self.add(kind, via.as_deref(), attributes),
            Act::Assume(span, truth) => self.assume(*span, *truth),
            Act::Put(_) | Act::Remove | Act::Insert(_) => {}
        }
    }

    /// Every root module that may read what is written there: a block of it lies in the same directory.
    fn assume(&mut self, span: Span, truth: bool) {
        let sources = self.world.sources;
        let directory = |span: Span| {
            let path = sources.file(span.file).path.clone();
            path.rsplit_once('/').map(|(directory, _)| directory.to_owned())
        };
        let here = directory(span);
        for module in self.declared.with_files_of(&|other| directory(other) == here) {
            self.push(Slot::Resource(module, 0), Deed::Assume(span, truth));
        }
    }

    /// All that is made of the same block.
    fn siblings(&self) -> Vec<Slot> {
        let made =
            self.declared.header(self.slot).map(|header| self.written.made_of(header)).unwrap_or_default();
        let kind = self.declared.kind(self.slot);
        let same = |slot: &&Slot| self.declared.kind(slot) == kind;
        let siblings: Vec<Slot> = made.iter().filter(same).cloned().collect();
        if siblings.is_empty() { vec![self.slot.clone()] } else { siblings }
    }

    /// The same value wherever it comes from the same place.
    fn each(&mut self, resolved: &Resolved, span: Span, edit: &Edit) {
        if resolved.real.is_empty() {
            return;
        }
        let wanted = signature(&resolved.value);
        let mut met: BTreeSet<(Slot, Vec<Step>)> =
            BTreeSet::from([(self.slot.clone(), resolved.real.clone())]);
        for spot in self.written.from(span).iter().filter(|spot| is_like(spot, resolved)) {
            if self.value_at(spot).is_some_and(|value| signature(&value) == wanted) {
                met.insert((spot.slot.clone(), spot.path.clone()));
            }
        }
        for (slot, path) in met {
            self.change(slot, path, edit.clone());
        }
    }

    fn value_at(&self, spot: &Spot) -> Option<Value> {
        lookup(self.declared.value(&spot.slot)?, &spot.path, self.declared.is_object(&spot.slot))
    }

    /// What is missing, wherever the block or object that lacks it comes from the same place.
    fn insert(&mut self, resolved: &Resolved, span: Span, data: &Data) {
        let Some((first, rest)) = resolved.missing.split_first() else { return };
        let Some(value) = nested(rest, data, span) else { return };
        let edit = match (first, &resolved.value.data) {
            (Step::Key(key), Data::Mapping(..)) => Edit::Insert(key.clone(), value),
            (Step::Index(_), Data::Sequence(..)) => Edit::Append(value),
            _ => return,
        };
        let mut places: BTreeSet<(Slot, Vec<Step>)> =
            BTreeSet::from([(self.slot.clone(), resolved.real.clone())]);
        if resolved.real.is_empty() {
            places.extend(self.siblings().into_iter().map(|slot| (slot, Vec::new())));
        } else {
            let spots = self.written.from(span).iter().filter(|spot| is_like(spot, resolved));
            places.extend(spots.map(|spot| (spot.slot.clone(), spot.path.clone())));
        }
        let lacks = |(slot, path): &(Slot, Vec<Step>)| {
            let spot = Spot { slot: slot.clone(), path: path.clone(), in_text: false };
            match (first, self.value_at(&spot)) {
                (Step::Key(key), Some(holder)) => {
                    let there = holder.get(key).is_some_and(|value| !matches!(value.data, Data::Null));
                    matches!(holder.data, Data::Mapping(..)) && !there
                }
                (_, holder) => holder.is_some(),
            }
        };
        let places: Vec<(Slot, Vec<Step>)> = places.into_iter().filter(lacks).collect();
        for (slot, path) in places {
            self.change(slot, path, edit.clone());
        }
    }

    /// A resource beside each, that refers to it by an attribute.
    fn add(&mut self, kind: &str, via: Option<&str>, attributes: &[(String, Data)]) {
        for slot in self.siblings() {
            let (Some(id), Some(header)) = (self.declared.id(&slot), self.declared.header(&slot)) else {
                continue;
            };
            let mut entries: BTreeMap<Arc<str>, Value> = attributes
                .iter()
                .map(|(name, data)| (name.as_str().into(), Value::new(data.clone(), Origin::literal(header))))
                .collect();
            if let Some(via) = via {
                let own = Path::default().join(&["id"]);
                let reference = LinkKind::Reference(ResourceId(id.into()), own);
                let from = vec![Origin::new(reference, header, Vec::new())];
                let origin = Origin::new(LinkKind::Attribute(via.into()), header, from);
                entries.insert(via.into(), Value::unknown(Reason::Computed, origin));
            }
            let data = Data::Mapping(MappingKind::Resource, Arc::new(entries));
            let value = Value::new(data, Origin::literal(header));
            self.push(slot, Deed::Add(kind.into(), value));
        }
    }
}

/// Whether a change at one place is one at the other: parts of a text only where they are the same part of it.
fn is_like(spot: &Spot, resolved: &Resolved) -> bool {
    spot.in_text == resolved.in_text && (!spot.in_text || spot.path == resolved.real)
}

/// A value with all that it lies in.
fn nested(path: &[Step], data: &Data, span: Span) -> Option<Value> {
    let mut value = Value::new(data.clone(), Origin::literal(span));
    for step in path.iter().rev() {
        let data = match step {
            Step::Key(key) => {
                Data::Mapping(MappingKind::Object, Arc::new(BTreeMap::from([(key.clone(), value)])))
            }
            Step::Index(_) => Data::Sequence(SequenceKind::Tuple, Arc::new(vec![value])),
            Step::Any => return None,
        };
        value = Value::new(data, Origin::literal(span));
    }
    Some(value)
}

/// Evaluates root modules anew, and gives the other targets where they are then; none where nothing is assumed.
fn assumed(
    world: &World<'_>,
    environment: usize,
    declared: &mut Declared,
    targets: &[&Target],
) -> Option<Vec<Target>> {
    let mut by_module: BTreeMap<usize, Assumptions> = BTreeMap::new();
    for target in targets {
        if let (Slot::Resource(module, _), Deed::Assume(span, truth)) = (&target.slot, &target.deed) {
            by_module.entry(*module).or_default().insert(*span, *truth);
        }
    }
    if by_module.is_empty() {
        return None;
    }
    let before = declared.clone();
    for (module, assumptions) in by_module {
        let root = before.root_at(module)?;
        if let Some(evaluated) = world.assumed(environment, root, &assumptions) {
            declared.replace(module, (*evaluated).clone());
        }
    }
    let others = targets.iter().filter(|target| !matches!(target.deed, Deed::Assume(..)));
    let moved = others.filter_map(|target| {
        Some(Target { slot: declared.moved(&before, &target.slot)?, ..(*target).clone() })
    });
    Some(moved.collect())
}

/// What is declared with all changes made: what is evaluated anew first, then what is put, then what is taken out, from
/// behind.
pub(super) fn changed(world: &World<'_>, declared: &[Declared], targets: &[&Target]) -> Vec<Declared> {
    let mut all = declared.to_vec();
    for (environment, declared) in all.iter_mut().enumerate() {
        let own: Vec<&Target> =
            targets.iter().filter(|one| one.environment == environment).copied().collect();
        let moved = assumed(world, environment, declared, &own);
        let own = moved.as_ref().map_or(own, |moved| moved.iter().collect());
        let mut by_slot: BTreeMap<&Slot, Vec<&Change>> = BTreeMap::new();
        let mut removed: BTreeSet<&Slot> = BTreeSet::new();
        for target in &own {
            match &target.deed {
                Deed::Change(change) => by_slot.entry(&target.slot).or_default().push(change),
                Deed::Remove => drop(removed.insert(&target.slot)),
                Deed::Add(kind, value) => declared.add_beside(&target.slot, kind, value.clone()),
                Deed::Assume(..) => {}
            }
        }
        for (slot, mut changes) in by_slot {
            changes.sort_by(|one, other| {
                let removes = |change: &Change| matches!(change.edit, Edit::Remove);
                removes(one).cmp(&removes(other)).then_with(|| other.path.cmp(&one.path))
            });
            let Some(mut value) = declared.value(slot).cloned() else { continue };
            let is_object = declared.is_object(slot);
            for change in changes {
                if let Some(after) = applied(change, &value, is_object) {
                    value = after;
                }
            }
            declared.set(slot, value);
        }
        removed.into_iter().rev().for_each(|slot| declared.remove(slot));
    }
    all
}

/// The value with the change made. What is put where something has been put already goes into that.
fn applied(change: &Change, value: &Value, is_object: bool) -> Option<Value> {
    if let Edit::Insert(key, new) = &change.edit {
        let holder = lookup(value, &change.path, is_object)?;
        if let Some(old) = holder.get(key).filter(|old| !matches!(old.data, Data::Null)) {
            let path = change.path.iter().cloned().chain([Step::Key(key.clone())]).collect();
            return Change { path, edit: Edit::Put(merged(old, new)) }.apply(value, is_object);
        }
    }
    change.apply(value, is_object)
}

/// Both, where they have different entries; the new one where they have the same.
fn merged(old: &Value, new: &Value) -> Value {
    let data = match (&old.data, &new.data) {
        (Data::Mapping(kind, old), Data::Mapping(_, new)) => {
            let mut entries = (**old).clone();
            for (key, entry) in new.iter() {
                let entry = entries.get(key).map_or_else(|| entry.clone(), |old| merged(old, entry));
                entries.insert(key.clone(), entry);
            }
            Data::Mapping(*kind, Arc::new(entries))
        }
        (Data::Sequence(kind, old), Data::Sequence(_, new)) => {
            let both = old.iter().zip(new.iter()).map(|(old, new)| merged(old, new));
            let rest = if old.len() > new.len() { old.iter() } else { new.iter() };
            let rest = rest.skip(old.len().min(new.len())).cloned();
            Data::Sequence(*kind, Arc::new(both.chain(rest).collect()))
        }
        (_, new) => new.clone(),
    };
    Value { data, ..old.clone() }
}

/// What tells the same changes from others.
pub(super) fn identity(targets: &[Target]) -> String {
    let mut text = String::new();
    for Target { environment, slot, deed } in targets {
        let what = match deed {
            Deed::Change(Change { path, edit }) => {
                let what = match edit {
                    Edit::Put(value) => format!("put {}", signature(value)),
                    Edit::Insert(key, value) => format!("insert {key} {}", signature(value)),
                    Edit::Append(value) => format!("append {}", signature(value)),
                    Edit::Remove => "remove".to_owned(),
                    Edit::Hide(_) => "hide".to_owned(),
                };
                format!("{} {what}", Path(path.clone()))
            }
            Deed::Remove => "remove".to_owned(),
            Deed::Add(kind, value) => format!("add {kind} {}", signature(value)),
            Deed::Assume(span, truth) => format!("assume {span:?} {truth}"),
        };
        text.push_str(&format!("{environment} {slot:?} {what}\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{applied, merged, nested};
    use crate::evaluate::{Data, Origin, Step, Value};
    use crate::lint::change::edit::{Change, Edit};
    use crate::lint::change::signature::signature;
    use crate::source::{FileId, Span};

    fn inserted(value: &Value, key: &str, within: &str) -> Value {
        let span = Span::new(FileId(0), 0, 0);
        let rest = [Step::Index(0), Step::from(within)];
        let new = nested(&rest, &Data::Bool(true), span).expect("no step is open");
        let change = Change { path: Vec::new(), edit: Edit::Insert(key.into(), new) };
        applied(&change, value, false).expect("the value is an object")
    }

    #[test]
    fn what_is_put_into_one_block_is_all_there() {
        let empty = Value::object(Default::default(), Origin::literal(Span::new(FileId(0), 0, 0)));
        let both = inserted(&inserted(&empty, "block", "a"), "block", "b");
        assert_eq!(signature(&both), "{\"block\":[{\"a\":true,\"b\":true,},],}");
        assert_eq!(signature(&merged(&both, &both)), signature(&both));
    }
}
