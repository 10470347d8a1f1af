//! What refers to what, and in which way.

mod alternatives;
mod cloud;
mod expression;
mod kubernetes;
mod names;
mod sameness;
mod text;

pub(super) use alternatives::Alternatives;
pub(super) use expression::Instances;
pub(super) use sameness::{Source, source};

use super::workload::PodTemplate;
use super::{Resource, ResourceIndex};
use crate::evaluate::Path;
use crate::evaluate::terraform::EvaluatedModule;
use crate::source::{Diagnostic, Level};
use serde::Serialize;

/// `from` uses `to`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// The resource that refers.
    pub from: ResourceIndex,
    /// The resource referred to.
    pub to: ResourceIndex,
    /// What the one is to the other.
    pub relation: Relation,
    /// Where in `from` the reference stands; empty where it stands nowhere in particular.
    pub via: Path,
    /// The attributes of `to` that an expression at `via` reads, in order; empty for other relations.
    pub reads: Vec<Path>,
}

/// What a resource is to the one it refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// A Terraform expression reads attributes of it.
    Refers,
    /// An argument holds its name.
    Names,
    /// A label selector selects the pods it makes.
    Selects,
    /// Lets traffic from or to the pods it makes pass.
    Admits,
    /// Traffic goes on to it.
    Routes,
    /// Sets how many pods it makes.
    Scales,
    /// Pods run as this service account, workloads as this identity of a cloud.
    RunsAs,
    /// Pods read or mount it.
    Uses,
    /// Gives rights to this subject.
    Binds,
    /// The rights that it gives are these.
    Grants,
    /// Lies in this namespace.
    InNamespace,
    /// Is owned by it, or made from it.
    OwnedBy,
    /// May act as this identity.
    Assumes,
    /// Lets this identity act as itself.
    Trusts,
    /// Runs on, or is applied to, this cluster.
    RunsOn,
    /// Images come from this registry.
    Pulls,
    /// Is attached to it: a load balancer to its subnets and security groups, a route to its gateway.
    Attaches,
    /// Its content comes from this secret of a cloud.
    ReadsSecret,
}

impl Relation {
    /// As documents and pictures write it.
    pub fn text(self) -> &'static str {
        match self {
            Relation::Refers => "refers",
            Relation::Names => "names",
            Relation::Selects => "selects",
            Relation::Admits => "admits",
            Relation::Routes => "routes",
            Relation::Scales => "scales",
            Relation::RunsAs => "runs-as",
            Relation::Uses => "uses",
            Relation::Binds => "binds",
            Relation::Grants => "grants",
            Relation::InNamespace => "in-namespace",
            Relation::OwnedBy => "owned-by",
            Relation::Assumes => "assumes",
            Relation::Trusts => "trusts",
            Relation::RunsOn => "runs-on",
            Relation::Pulls => "pulls",
            Relation::Attaches => "attaches",
            Relation::ReadsSecret => "reads-secret",
        }
    }
}

/// A link that is written but leads to nothing that can be seen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unresolved {
    /// The resource that refers.
    pub from: ResourceIndex,
    /// What the other end would be to it.
    pub relation: Relation,
    /// Where in `from` the link is written.
    pub via: Path,
    /// Why it leads nowhere, as one sentence without a full stop.
    pub reason: String,
}

/// References kept, however few resources there are; the largest real configurations have some 10,000. Resources that
/// refer to all instances of each other would otherwise multiply.
const LEAST_BUDGET: usize = 250_000;
/// References kept for each resource beyond that; real ones have about three.
const BUDGET_PER_RESOURCE: usize = 16;

/// Links between resources.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// Ordered by `from`, `to`, `relation`, `via`.
    pub(super) references: Vec<Reference>,
    /// Ordered likewise.
    pub(super) unresolved: Vec<Unresolved>,
    /// What went wrong.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// All links between `resources`.
pub(super) fn collect(
    modules: &[EvaluatedModule],
    resources: &[Resource],
    pod_templates: &[PodTemplate],
) -> Links {
    let mut references = References::for_resources(resources);
    let instances = expression::Instances::new(resources);
    expression::collect(resources, &instances, 0, &mut references);
    names::collect(resources, 0, &mut references);
    kubernetes::collect(resources, pod_templates, &instances, &mut references);
    cloud::collect(modules, resources, pod_templates, &instances, &mut references);
    let budget = references.budget;
    let exceeded = references.exceeded.or(references.unexplained);
    let diagnostics = exceeded.and_then(|from| resources.get(from.0 as usize)).map(|resource| {
        let message = format!(
            "there are more than {budget} references between resources, or as many that lead nowhere; \
             rules that follow one of the others may be wrong"
        );
        Diagnostic::at(Level::Warning, "graph-limit", resource.header, message)
            .with_help("check directories apart")
    });
    let diagnostics = diagnostics.into_iter().collect();
    let (mut references, unresolved) = references.into_ordered();
    alternatives::settle(resources, &mut references);
    Links { references, unresolved, diagnostics }
}

/// What `others`, which are no part of the graph, would refer to among `resources` by expression or name: each reference
/// with the position of the one that would make it. `resources` are as they were when it returns, and so are the others.
pub(super) fn would_refer(
    resources: &mut Vec<Resource>,
    others: &mut Vec<Resource>,
) -> Vec<(usize, Reference)> {
    let made = resources.len();
    resources.append(others);
    let mut references = References::for_resources(resources);
    let instances = expression::Instances::new(resources);
    expression::collect(resources, &instances, made, &mut references);
    names::collect(resources, made, &mut references);
    *others = resources.split_off(made);
    let leading = references.into_ordered().0.into_iter().filter_map(|reference| {
        let position = (reference.from.0 as usize).checked_sub(made)?;
        ((reference.to.0 as usize) < made).then_some((position, reference))
    });
    leading.collect()
}

/// Collects links within the budget.
#[derive(Debug)]
struct References {
    /// How many are kept.
    budget: usize,
    found: Vec<Reference>,
    unresolved: Vec<Unresolved>,
    /// Where the first one was that found no place.
    exceeded: Option<ResourceIndex>,
    /// The same of those that lead nowhere.
    unexplained: Option<ResourceIndex>,
}

impl References {
    fn for_resources(resources: &[Resource]) -> References {
        let budget = LEAST_BUDGET + BUDGET_PER_RESOURCE * resources.len();
        References { budget, found: Vec::new(), unresolved: Vec::new(), exceeded: None, unexplained: None }
    }

    /// Adds references from one place to several resources.
    fn add(
        &mut self,
        from: ResourceIndex,
        to: impl IntoIterator<Item = ResourceIndex>,
        relation: Relation,
        via: &Path,
    ) {
        self.add_reading(from, to, relation, via, None);
    }

    /// The same, by an expression that reads an attribute there.
    fn add_reading(
        &mut self,
        from: ResourceIndex,
        to: impl IntoIterator<Item = ResourceIndex>,
        relation: Relation,
        via: &Path,
        reads: Option<&Path>,
    ) {
        for to in to.into_iter().filter(|to| *to != from) {
            if self.is_full() || self.found.len() >= self.budget {
                self.exceeded.get_or_insert(from);
                return;
            }
            let reads = reads.cloned().into_iter().collect();
            self.found.push(Reference { from, to, relation, via: via.clone(), reads });
        }
    }

    /// Notes a link that is written but leads to nothing that can be seen.
    fn leads_nowhere(&mut self, from: ResourceIndex, relation: Relation, via: Path, reason: String) {
        match self.unresolved.len() < self.budget {
            true => self.unresolved.push(Unresolved { from, relation, via, reason }),
            false => drop(self.unexplained.get_or_insert(from)),
        }
    }

    /// Whether there is no place for more.
    fn is_full(&self) -> bool {
        self.exceeded.is_some()
    }

    /// What has been found, in order, each once; references that differ in what they read are one.
    fn into_ordered(self) -> (Vec<Reference>, Vec<Unresolved>) {
        let References { mut found, mut unresolved, .. } = self;
        found.sort_unstable();
        found.dedup_by(|next, kept| {
            let same = (next.from, next.to, next.relation) == (kept.from, kept.to, kept.relation)
                && next.via == kept.via;
            if same {
                kept.reads.append(&mut next.reads);
                kept.reads.sort_unstable();
                kept.reads.dedup();
            }
            same
        });
        unresolved.sort_unstable();
        unresolved.dedup();
        (found, unresolved)
    }
}

#[cfg(test)]
mod tests;
