//! What kustomizations and delivery tools change of the objects that they take in. Nothing is rendered: what every way
//! to a cluster changes is noted beside the object, which stands as it is written, and so is what only some change.

mod mark;
mod merge;
mod target;
#[cfg(test)]
mod tests;
mod written;

pub(super) use written::{Written, written};

use super::delivery::Delivery;
use super::kustomization::{Kustomization, Kustomizations};
use super::object::Object;
use super::read::Documents;
use super::{Deed, Patched, kinds};
use crate::evaluate::Value;
use crate::source::{Diagnostic, Level, Sources, Span};
use mark::{Mark, Step};
use merge::{MAX_COMPARED, Merger};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use target::Subject;
use written::{Change, Patch};

/// Names that kustomizations make of one, each of which a patch may use.
const MAX_NAMES: usize = 16;

/// What copying a part of a mark costs, in values compared.
const COST_OF_COPY: usize = 8;

/// What takes files and others of its like in.
pub(super) struct Above {
    /// Of a kustomization, or what a tool applies.
    pub(super) directory: String,
    /// What takes it in.
    pub(super) parents: Vec<usize>,
    /// What tells a tool to apply it; there is one way to a cluster without parents and deliveries, too.
    pub(super) deliveries: Vec<usize>,
}

/// The patches of all that takes objects in.
pub(super) struct Overlays<'a> {
    sources: &'a Sources,
    above: &'a [Above],
    kustomizations: &'a Kustomizations,
    /// Of a unit that takes things in, its own and those of its parts.
    own: Vec<Vec<Arc<Patch>>>,
    /// Of deliveries.
    delivered: Vec<Vec<Arc<Patch>>>,
    /// The units that lead to a file, whatever takes others in before these.
    ways: BTreeMap<Vec<usize>, Arc<Vec<usize>>>,
    left: usize,
}

impl<'a> Overlays<'a> {
    /// Reads all patches. What cannot be read is told of.
    pub(super) fn new(
        sources: &'a Sources,
        files: &[Documents],
        kustomizations: &'a Kustomizations,
        deliveries: &[Delivery],
        above: &'a [Above],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Overlays<'a> {
        let mut read = |all: &[Written]| -> Vec<Arc<Patch>> {
            let patches = all.iter().flat_map(|one| written::patches(one, files, sources, diagnostics));
            patches.map(Arc::new).collect()
        };
        let by_directory: BTreeMap<&str, Vec<Arc<Patch>>> =
            kustomizations.iter().map(|(directory, one)| (directory.as_str(), read(&one.changes))).collect();
        let with_parts = |directory: &str, parts: &[String]| -> Vec<Arc<Patch>> {
            let mut found = Vec::new();
            let mut seen = BTreeSet::new();
            let mut pending: Vec<&str> = std::iter::once(directory)
                .filter(|directory| !directory.is_empty())
                .chain(parts.iter().map(String::as_str))
                .collect();
            while let Some(next) = pending.pop().filter(|_| seen.len() < kustomizations.len() + 1) {
                let Some(one) = kustomizations.get(next).filter(|_| seen.insert(next.to_owned())) else {
                    continue;
                };
                found.extend(by_directory.get(next).into_iter().flatten().cloned());
                pending.extend(one.components.iter().map(String::as_str));
            }
            found
        };
        let delivered = deliveries.iter().map(|one| {
            let mut patches = read(&one.changes);
            patches.extend(with_parts("", &one.components));
            patches
        });
        let delivered = delivered.collect();
        let own = above.iter().map(|unit| with_parts(&unit.directory, &[])).collect();
        Overlays { sources, above, kustomizations, own, delivered, ways: BTreeMap::new(), left: MAX_COMPARED }
    }

    /// What is changed of an object that `units` take in.
    pub(super) fn patched(&mut self, object: &Object<'_>, units: &[usize], body: &Value) -> Vec<Patched> {
        if units.is_empty() || self.left == 0 {
            return Vec::new();
        }
        let order = self.order(units);
        let patched = |list: Option<&Vec<Arc<Patch>>>| list.is_some_and(|patches| !patches.is_empty());
        let any = order.iter().any(|at| {
            let deliveries = self.above.get(*at).map(|unit| unit.deliveries.as_slice()).unwrap_or_default();
            patched(self.own.get(*at))
                || deliveries.iter().any(|delivery| patched(self.delivered.get(*delivery)))
        });
        if !any {
            return Vec::new();
        }
        let (everywhere, somewhere) = self.marks(object, units, &order, body);
        let mut found = everywhere.parts(true, self.sources);
        let further = somewhere.parts(false, self.sources);
        let is_new = |part: &Patched| !found.iter().any(|one| one.path.covers(&part.path));
        let further: Vec<Patched> = further.into_iter().filter(is_new).collect();
        found.extend(further);
        found
    }

    /// What was left out, if anything was.
    pub(super) fn exceeded(&self) -> Option<Diagnostic> {
        let message = "patches of kustomizations are too many, or too large, for all objects that they may change; \
                       some are judged as they are written";
        (self.left == 0).then(|| Diagnostic::on_path(Level::Warning, "kubernetes-limit", ".", message))
    }

    /// The units that lead to some, those before each of them first.
    fn order(&mut self, units: &[usize]) -> Arc<Vec<usize>> {
        if let Some(known) = self.ways.get(units) {
            return known.clone();
        }
        let (mut order, mut seen) = (Vec::new(), BTreeSet::new());
        let mut pending: Vec<(usize, bool)> = units.iter().map(|unit| (*unit, false)).collect();
        while let Some((at, done)) = pending.pop() {
            if done {
                order.push(at);
            } else if seen.insert(at) {
                pending.push((at, true));
                let parents = self.above.get(at).into_iter().flat_map(|unit| &unit.parents);
                pending.extend(parents.map(|parent| (*parent, false)));
            }
        }
        let order = Arc::new(order);
        self.ways.insert(units.to_vec(), order.clone());
        order
    }

    /// What is changed on every way, and what is on any.
    fn marks(&mut self, object: &Object<'_>, units: &[usize], order: &[usize], body: &Value) -> (Mark, Mark) {
        let subject = self.subject(object, order, body);
        let mut somewhere = Mark::none();
        let mut marks: BTreeMap<usize, Mark> = BTreeMap::new();
        let above = self.above;
        for at in order {
            let Some(unit) = above.get(*at).filter(|_| self.left > 0) else { continue };
            let mut ways: Vec<Mark> = Vec::new();
            for delivery in &unit.deliveries {
                let patches = self.delivered.get(*delivery).cloned().unwrap_or_default();
                let changes = self.changes(&patches, &unit.directory, &subject);
                somewhere.join(changes.clone());
                ways.push(changes);
            }
            // In a ring some have not been reached yet, and say nothing.
            let parents = unit.parents.iter().filter_map(|parent| marks.get(parent)).cloned();
            let common = ways.into_iter().chain(parents).reduce(|one, other| one.common(&other));
            let patches = self.own.get(*at).cloned().unwrap_or_default();
            let mut all = self.changes(&patches, &unit.directory, &subject);
            somewhere.join(all.clone());
            all.join(common.unwrap_or_else(Mark::none));
            // A chain of overlays hands on all that those above it change.
            self.left = self.left.saturating_sub(COST_OF_COPY * all.size());
            marks.insert(*at, all);
        }
        if self.left == 0 {
            return (Mark::none(), Mark::none());
        }
        let of_units = units.iter().filter_map(|unit| marks.get(unit)).cloned();
        (of_units.reduce(|one, other| one.common(&other)).unwrap_or_else(Mark::none), somewhere)
    }

    fn subject<'b>(&self, object: &'b Object<'_>, order: &[usize], body: &'b Value) -> Subject<'b> {
        let mut names = vec![object.name().to_owned()];
        let mut labelled = false;
        let directories = order.iter().rev().filter_map(|at| self.above.get(*at)).map(|unit| &unit.directory);
        for one in directories.filter_map(|directory| self.kustomizations.get(directory)) {
            labelled |= one.labels;
            if let Some(more) = renamed(one, &names) {
                names.extend(more);
                names.truncate(MAX_NAMES);
            }
        }
        let (group, version) = object.group_and_version();
        let namespaces = object.namespaces();
        Subject { group, version, kind: object.kind(), names, namespaces, body, labelled }
    }

    fn changes(&mut self, patches: &[Arc<Patch>], directory: &str, object: &Subject<'_>) -> Mark {
        let mut found = Mark::none();
        let overlay: Arc<str> = directory.into();
        for patch in patches {
            self.left = self.left.saturating_sub(1);
            if self.left == 0 || !patch.target.takes(object) {
                continue;
            }
            let built_in = kinds::is_built_in_group(object.group);
            let mut merger = Merger { overlay: &overlay, built_in, left: &mut self.left };
            found.join(change(&mut merger, &patch.change, patch.place, object.body));
        }
        found
    }
}

fn change(merger: &mut Merger<'_>, change: &Change, place: Span, body: &Value) -> Mark {
    match change {
        Change::Merge(document) => merger.document(body, document),
        Change::Operations(operations) => merger.operations(body, operations),
        Change::Unread => merger.whole(body, place, Deed::MaySet),
        Change::Replicas => {
            let replicas = Mark::at(Step::Field("replicas".into()), merger.all(place, Deed::Sets));
            Mark::at(Step::Field("spec".into()), replicas)
        }
    }
}

/// The names that a kustomization makes of some; none where it leaves them as they are.
fn renamed(one: &Kustomization, names: &[String]) -> Option<Vec<String>> {
    let (before, after) = &one.renames;
    let changes = !before.is_empty() || !after.is_empty();
    changes.then(|| names.iter().map(|name| format!("{before}{name}{after}")).collect())
}
