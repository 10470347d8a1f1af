//! What a rule says of a graph, in words that hold for a changed graph too.

use crate::evaluate::{Path, Step};
use crate::graph::{GraphDocument, ResourceGraph, ResourceIndex};
use crate::policy::{self, Outcome, PolicySet, Violation};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// One violation of one definition of `deny`, or what it leaves undecided.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Said {
    /// The definition, by its number.
    pub(super) body: usize,
    /// The id of the resource at fault.
    pub(super) resource: String,
    /// The id of the resource that the path lies in.
    pub(super) at: String,
    pub(super) path: Path,
    pub(super) outcome: Outcome,
    /// Message and evidence; of what is undecided, none.
    words: String,
}

/// What the definitions of a rule's `deny` say, each on its own.
#[derive(Debug, Default)]
pub(super) struct Outcomes {
    /// Violations, and what is undecided.
    pub(super) said: BTreeSet<Said>,
    /// Why the policy broke, if it did.
    pub(super) broken: Option<String>,
}

/// A rule in parts: a set of policies, one for each definition of `deny`.
pub(super) struct Bodies {
    set: PolicySet,
    numbers: BTreeMap<String, usize>,
    ids: BTreeSet<String>,
}

impl Bodies {
    pub(super) fn of(policies: &PolicySet, rule: &str) -> Bodies {
        let set = policies.apart(rule);
        let numbers: BTreeMap<String, usize> =
            set.rules().iter().enumerate().map(|(number, rule)| (rule.id.clone(), number)).collect();
        let ids = numbers.keys().cloned().collect();
        Bodies { set, numbers, ids }
    }

    pub(super) fn count(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn judge(&self, graph: &ResourceGraph, document: &GraphDocument) -> Outcomes {
        let run = policy::run(&self.set, &self.ids, graph, document);
        Outcomes {
            said: run.violations.iter().filter_map(|violation| self.said(violation, graph)).collect(),
            broken: run.diagnostics.first().map(|diagnostic| diagnostic.message.clone()),
        }
    }

    fn said(&self, violation: &Violation, graph: &ResourceGraph) -> Option<Said> {
        let id = |at: ResourceIndex| graph.get(at).map(|resource| resource.id.to_string());
        let mut words = String::new();
        if violation.outcome == Outcome::Violated {
            words.push_str(&violation.message);
        }
        for evidence in &violation.evidence {
            words += &format!("\n{} {} {}", id(evidence.resource)?, evidence.path, evidence.note);
        }
        Some(Said {
            body: *self.numbers.get(&violation.rule)?,
            resource: id(violation.resource)?,
            at: id(violation.at)?,
            path: violation.path.clone(),
            outcome: violation.outcome,
            words,
        })
    }
}

impl Said {
    /// Whether both are about the same place, whatever is said of it.
    pub(super) fn is_at(&self, other: &Said) -> bool {
        self.body == other.body
            && self.path == other.path
            && self.resource == other.resource
            && self.at == other.at
    }

    /// The kind of the resource that the path lies in.
    pub(super) fn kind<'d>(&self, document: &'d GraphDocument) -> Option<&'d str> {
        let found = document.resources.values().flatten().find(|resource| resource.id == self.at);
        found.map(|resource| resource.kind.as_str())
    }

    /// Where it lies, whichever element of a list that is and whatever kind holds the pod.
    pub(super) fn shape(&self, document: &GraphDocument) -> String {
        let steps = &self.path.0;
        let below = |place: &[Json]| {
            let same = place.len() <= steps.len() && place.iter().zip(steps).all(|(own, step)| is(own, step));
            same.then(|| steps.get(place.len()..).unwrap_or_default())
        };
        let general = |prefix: &str, rest: &[Step]| {
            let rest = Path(rest.to_vec()).without_indices();
            if prefix.is_empty() || rest.0.is_empty() {
                format!("{prefix}{rest}")
            } else {
                format!("{prefix}.{rest}")
            }
        };
        for workload in document.workloads.iter().filter(|workload| workload.id == self.at) {
            if let Some(rest) = workload.containers.iter().find_map(|container| below(&container.path)) {
                return general("container", rest);
            }
            if let Some(rest) = below(&workload.path) {
                return general("pod", rest);
            }
        }
        general("", steps)
    }

    /// Whether a document still has what the violation lies in, as far as another had it: the violation could be there.
    pub(super) fn has_room(&self, before: &GraphDocument, after: &GraphDocument) -> bool {
        let (Some(was), Some(is)) = (attributes(before, &self.at), attributes(after, &self.at)) else {
            return self.path.0.is_empty();
        };
        let Some((_, above)) = self.path.0.split_last() else { return true };
        let (mut was, mut is) = (was, is);
        for step in above {
            match (child(was, step), child(is, step)) {
                (None, _) => return true,
                (Some(_), None) => return false,
                (Some(below), Some(still)) => (was, is) = (below, still),
            }
        }
        true
    }
}

fn attributes<'d>(document: &'d GraphDocument, id: &str) -> Option<&'d Json> {
    let found = document.resources.values().flatten().find(|resource| resource.id == id);
    found.map(|resource| &resource.attributes)
}

fn child<'v>(value: &'v Json, step: &Step) -> Option<&'v Json> {
    match step {
        Step::Key(key) => value.get(&**key),
        Step::Index(at) => value.get(at),
        Step::Any => None,
    }
    .filter(|child| !child.is_null())
}

fn is(own: &Json, step: &Step) -> bool {
    match step {
        Step::Key(key) => own.as_str() == Some(&**key),
        Step::Index(at) => own.as_u64().and_then(|own| usize::try_from(own).ok()) == Some(*at),
        Step::Any => own.as_str() == Some("*"),
    }
}
