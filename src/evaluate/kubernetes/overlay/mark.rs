//! The parts of an object that overlays decide.

use crate::evaluate::Path;
use crate::evaluate::kubernetes::{Deed, Patched};
use crate::source::{Sources, Span};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

/// A step from a value into it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Field(Arc<str>),
    At(usize),
    /// Further elements of a list.
    More,
}

/// What sets a value.
#[derive(Clone, Debug)]
pub(super) struct Cause {
    /// Where it says so.
    pub(super) place: Span,
    /// The directory of the kustomization that it belongs to.
    pub(super) overlay: Arc<str>,
    pub(super) deed: Deed,
}

/// What of a value is decided elsewhere.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    All(Cause),
    Parts(BTreeMap<Step, Mark>),
}

impl Mark {
    pub(super) fn none() -> Mark {
        Mark::Parts(BTreeMap::new())
    }

    pub(super) fn at(step: Step, mark: Mark) -> Mark {
        Mark::Parts(BTreeMap::from([(step, mark)]))
    }

    pub(super) fn is_none(&self) -> bool {
        matches!(self, Mark::Parts(parts) if parts.is_empty())
    }

    /// Its parts, and theirs.
    pub(super) fn size(&self) -> usize {
        match self {
            Mark::All(_) => 1,
            Mark::Parts(parts) => 1 + parts.values().map(Mark::size).sum::<usize>(),
        }
    }

    /// What either decides.
    pub(super) fn join(&mut self, other: Mark) {
        match (&mut *self, other) {
            (Mark::All(_), _) => {}
            (_, all @ Mark::All(_)) => *self = all,
            (Mark::Parts(own), Mark::Parts(more)) => {
                for (step, mark) in more {
                    match own.entry(step) {
                        Entry::Vacant(slot) => drop(slot.insert(mark)),
                        Entry::Occupied(mut held) => held.get_mut().join(mark),
                    }
                }
            }
        }
    }

    /// What both decide.
    pub(super) fn common(self, other: &Mark) -> Mark {
        match (self, other) {
            (Mark::All(_), Mark::Parts(_)) => other.clone(),
            (own, Mark::All(_)) => own,
            (Mark::Parts(own), Mark::Parts(more)) => {
                let both = own.into_iter().filter_map(|(step, mark)| {
                    let mark = mark.common(more.get(&step)?);
                    (!mark.is_none()).then_some((step, mark))
                });
                Mark::Parts(both.collect())
            }
        }
    }

    /// Each part with the path that leads to it, in order.
    pub(super) fn parts(&self, everywhere: bool, sources: &Sources) -> Vec<Patched> {
        let mut found = Vec::new();
        let mut pending = vec![(Path::default(), self)];
        while let Some((path, mark)) = pending.pop() {
            match mark {
                Mark::All(cause) => {
                    let file = &sources.file(cause.place.file).path;
                    let place = format!("{file}:{}", sources.position(cause.place).line).into();
                    let (overlay, deed) = (cause.overlay.clone(), cause.deed);
                    found.push(Patched { path, place, overlay, deed, everywhere });
                }
                Mark::Parts(parts) => {
                    pending.extend(parts.iter().rev().map(|(step, mark)| (path.with(step.in_path()), mark)));
                }
            }
        }
        found
    }
}

impl Step {
    fn in_path(&self) -> crate::evaluate::Step {
        match self {
            Step::Field(key) => crate::evaluate::Step::Key(key.clone()),
            Step::At(at) => crate::evaluate::Step::Index(*at),
            Step::More => crate::evaluate::Step::Any,
        }
    }
}
