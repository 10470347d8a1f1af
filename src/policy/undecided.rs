//! What cannot be decided because something is unknown: violations that rest on it, and policies that kept silent
//! although a path they read is unknown.

use super::compile::{EVERY_KIND, FACTS, Footprint, Read, Step as ReadStep, WORKLOADS};
use super::filled::Settled;
use super::results::{Entry, Resources};
use super::{Outcome, Rule, Violation};
use crate::evaluate::{Data, Path, Step};
use crate::graph::{DocumentUnknown, GraphDocument, ResourceGraph, ResourceIndex};
use std::collections::{BTreeMap, BTreeSet};

/// References followed from a subject to what a policy looks up.
const MAX_HOPS: usize = 2;
/// Resources looked at around one subject.
const MAX_LINKED: usize = 256;

/// The providers that have identities, as rules and identities name them.
const PROVIDERS: [&str; 4] = ["aws", "azure", "google", "kubernetes"];

/// Something unknown: the resource and the path below its attributes.
pub(super) type Hole<'d> = (ResourceIndex, &'d Path);

/// Says what is unknown and why.
pub(super) fn message((at, path): Hole<'_>, subject: ResourceIndex, graph: &ResourceGraph) -> String {
    let written = Path(path.0.iter().filter(|step| **step != Step::Any).cloned().collect());
    let what = match (written.0.is_empty(), path.0.last()) {
        (true, _) => "what it holds is unknown".to_owned(),
        (false, Some(Step::Any)) => format!("how many `{written}` there are is unknown"),
        (false, _) if is_known(at, path, graph) => match leads_nowhere(at, path, graph) {
            Some(reason) => format!("where `{written}` leads is unknown, as {reason}"),
            None => format!("what `{written}` stands for is unknown"),
        },
        (false, _) => format!("`{written}` is unknown"),
    };
    let whose = match graph.get(at) {
        Some(resource) if at != subject => format!(" in {}", resource.address),
        _ => String::new(),
    };
    let reason = match graph.value_at(at, path).map(|(value, _)| &value.data) {
        Some(Data::Unknown(unknown)) => format!(": {}", unknown.reason),
        _ => String::new(),
    };
    format!("{what}{whose}{reason}")
}

/// Why a link that is written at a path leads to nothing that can be seen.
fn leads_nowhere<'g>(at: ResourceIndex, path: &Path, graph: &'g ResourceGraph) -> Option<&'g str> {
    let first = graph.unresolved.partition_point(|link| link.from < at);
    let mut own = graph.unresolved.iter().skip(first).take_while(|link| link.from == at);
    own.find(|link| !link.via.0.is_empty() && link.via == *path).map(|link| link.reason.as_str())
}

/// Whether there is a value at a path, which something else makes unknown: what it names lies elsewhere.
fn is_known(at: ResourceIndex, path: &Path, graph: &ResourceGraph) -> bool {
    graph.value_at(at, path).is_some_and(|(value, rest)| rest.is_empty() && !value.is_unknown())
}

/// For every subject that a policy kept silent about, the first unknown path that the policy reads on it, or on what
/// it looks up from there, as an undecided violation.
pub(super) fn silent(
    rule: &Rule,
    footprint: &Footprint,
    found: &[Violation],
    document: &GraphDocument,
    resources: &Resources<'_>,
    graph: &ResourceGraph,
    settled: &Settled,
) -> Vec<Violation> {
    let fired: BTreeSet<ResourceIndex> = found.iter().map(|violation| violation.resource).collect();
    let undecided = |subject: ResourceIndex, (at, path): Hole<'_>| Violation {
        rule: rule.id.clone(),
        resource: subject,
        at,
        path: path.clone(),
        message: message((at, path), subject, graph),
        outcome: Outcome::Undecided,
        hole: Some((at, path.clone())),
        by_reference: false,
        needs: Vec::new(),
        evidence: Vec::new(),
        withheld: None,
        awaits: None,
    };
    let mut silent: BTreeMap<ResourceIndex, Violation> =
        incomplete_facts(rule, footprint, document, resources)
            .into_iter()
            .filter(|(subject, _)| !fired.contains(subject))
            .map(|(subject, (at, path))| (subject, undecided(subject, (at, &path))))
            .collect();
    if resources.any_unknown() {
        let written = rule.metadata.custom.written.as_slice();
        let search = Search { footprint, document, resources, settled, written, graph };
        for subject in search.subjects().difference(&fired) {
            if let Some(hole) = search.hole(*subject) {
                silent.entry(*subject).or_insert_with(|| undecided(*subject, hole));
            }
        }
    }
    silent.into_values().collect()
}

/// The resources whose facts are subjects of the policy but are not complete in what it reads of them, each with the first
/// thing that is missing. A rule about one provider decides nothing about identities of another.
fn incomplete_facts(
    rule: &Rule,
    footprint: &Footprint,
    document: &GraphDocument,
    resources: &Resources<'_>,
) -> BTreeMap<ResourceIndex, (ResourceIndex, Path)> {
    let lists = footprint.subjects.difference(&footprint.answers).map(String::as_str);
    let lists = lists.filter(|list| FACTS.contains(list));
    let mut found = BTreeMap::new();
    let is_about_another = |provider: &str| PROVIDERS.contains(&&*rule.provider) && provider != rule.provider;
    let facts = lists.flat_map(|list| document.facts(list).into_iter().map(move |fact| (list, fact)));
    for (list, fact) in facts {
        if fact.provider.is_some_and(is_about_another) {
            continue;
        }
        let reads = footprint.facts.get(list).map(Vec::as_slice).unwrap_or_default();
        let concerned = |unknown: &&DocumentUnknown| {
            let read = |field: &Vec<String>| reads.iter().any(|read| read.touches(field));
            unknown.leaves_open.is_empty() || unknown.leaves_open.iter().any(read)
        };
        let missing = fact.unknown.iter().filter(concerned).find_map(|DocumentUnknown { place, .. }| {
            Some((resources.find(&place.resource)?.0, super::results::path_of(&place.path)))
        });
        if let (Some((subject, _)), Some(missing)) = (resources.find(fact.id), missing) {
            found.entry(subject).or_insert(missing);
        }
    }
    found
}

struct Search<'s, 'd> {
    footprint: &'s Footprint,
    document: &'d GraphDocument,
    resources: &'s Resources<'d>,
    settled: &'s Settled,
    /// Attributes that only count where they are written.
    written: &'s [String],
    graph: &'s ResourceGraph,
}

impl<'s, 'd> Search<'s, 'd> {
    fn subjects(&self) -> BTreeSet<ResourceIndex> {
        let mut subjects = BTreeSet::new();
        for subject in &self.footprint.subjects {
            match subject.as_str() {
                list if FACTS.contains(&list) => {
                    let ids = self.document.facts(list).into_iter().map(|fact| fact.id);
                    subjects.extend(ids.filter_map(|id| self.resources.find(id)).map(|(index, _)| index));
                }
                WORKLOADS => {
                    let ids = self.document.workloads.iter().map(|workload| workload.id.as_str());
                    subjects.extend(ids.filter_map(|id| self.resources.find(id)).map(|(index, _)| index));
                }
                EVERY_KIND => subjects.extend(self.resources.indices()),
                kind => {
                    let listed = self.document.resources.get(kind).map(Vec::as_slice).unwrap_or_default();
                    let ids = listed.iter().map(|resource| resource.id.as_str());
                    subjects.extend(ids.filter_map(|id| self.resources.find(id)).map(|(index, _)| index));
                }
            }
        }
        subjects
    }

    /// The first unknown path that matters to the policy for one subject.
    fn hole(&self, subject: ResourceIndex) -> Option<Hole<'s>> {
        let entry = self.resources.get(subject)?;
        self.read_on(subject, entry).or_else(|| self.read_around(subject, entry))
    }

    /// Among the paths read on the resource itself.
    fn read_on(&self, index: ResourceIndex, entry: &'s Entry<'d>) -> Option<Hole<'s>> {
        if entry.unknown.is_empty() {
            return None;
        }
        let reads = [entry.resource.kind.as_str(), EVERY_KIND];
        let reads = reads.iter().filter_map(|kind| self.footprint.attributes.get(*kind)).flatten();
        let own = reads.map(|read| (Vec::new(), read));
        let of_pods = entry.workloads.iter().flat_map(|at| self.workload_reads(*at));
        let reads: Vec<(Vec<Step>, &Read)> = own.chain(of_pods).collect();
        let read = |unknown: &Path| reads.iter().any(|(prefix, read)| affects(unknown, prefix, read));
        let open = entry.unknown.iter().filter(|unknown| !self.settled.holds(index, unknown));
        open.into_iter()
            .find(|unknown| read(unknown) && !self.is_made_elsewhere(index, unknown))
            .map(|unknown| (index, unknown))
    }

    /// Whether what is unknown counts only where it is written, and is not: it comes, as it is, from what another
    /// resource, a data source, a module that is not here or whoever runs Terraform makes it.
    fn is_made_elsewhere(&self, at: ResourceIndex, path: &Path) -> bool {
        let counts =
            |name: &String| name == "*" || path.0.iter().any(|step| *step == Step::from(name.as_str()));
        if !self.written.iter().any(counts) {
            return false;
        }
        let Some((value, rest)) = self.graph.value_at(at, path) else { return false };
        let Data::Unknown(unknown) = &value.data else { return false };
        rest.is_empty() && unknown.is_made_elsewhere() && value.origin.is_copy()
    }

    /// The reads of a pod's specification, each with where it stands in the resource.
    fn workload_reads(&self, at: usize) -> Vec<(Vec<Step>, &Read)> {
        let Some(workload) = self.document.workloads.get(at) else { return Vec::new() };
        let places = |own: &[serde_json::Value], defaults: &Option<Vec<serde_json::Value>>| {
            let defaults = defaults.iter().map(Vec::as_slice);
            let places = std::iter::once(own).chain(defaults).map(|path| super::results::path_of(path).0);
            places.collect::<Vec<_>>()
        };
        let labels = super::results::path_of(&workload.labels_path).0;
        let labels = self.footprint.labels.iter().map(|read| (labels.clone(), read));
        let mut reads: Vec<(Vec<Step>, &Read)> = labels.collect();
        for pod in places(&workload.path, &workload.defaults) {
            reads.extend(self.footprint.pod.iter().map(|read| (pod.clone(), read)));
        }
        for container in &workload.containers {
            for place in places(&container.path, &container.defaults) {
                reads.extend(self.footprint.container.iter().map(|read| (place.clone(), read)));
            }
        }
        reads
    }

    /// Among the paths read on resources that the policy gets at through references.
    fn read_around(&self, subject: ResourceIndex, entry: &'s Entry<'d>) -> Option<Hole<'s>> {
        if !self.footprint.follows {
            return None;
        }
        let mut seen = BTreeSet::from([subject]);
        let mut edge = vec![entry];
        for _ in 0..MAX_HOPS {
            let mut next = Vec::new();
            for linked in edge.iter().flat_map(|entry| self.linked(entry)) {
                if seen.len() >= MAX_LINKED || !seen.insert(linked.0) {
                    continue;
                }
                if let Some(hole) = self.read_on(linked.0, linked.1) {
                    return Some(hole);
                }
                next.push(linked.1);
            }
            edge = next;
        }
        None
    }

    /// What the policy looks up and is linked to a resource, either way.
    fn linked(&self, entry: &'s Entry<'d>) -> impl Iterator<Item = (ResourceIndex, &'s Entry<'d>)> {
        let looked_up = |kind: &str| {
            self.footprint.attributes.contains_key(kind) || self.footprint.attributes.contains_key(EVERY_KIND)
        };
        let links = entry.resource.references.iter().chain(&entry.resource.referred_by);
        links.filter(move |link| looked_up(&link.kind)).filter_map(|link| {
            let (index, _) = self.resources.find(&link.id)?;
            Some((index, self.resources.get(index)?))
        })
    }
}

/// Whether an unknown path leaves a read below `prefix` without an answer: it lies at or above the read, or beneath
/// one that looks at everything in it. What is compared with a text is not that text if it has parts. A list of unknown
/// length is unknown itself.
pub(super) fn affects(unknown: &Path, prefix: &[Step], read: &Read) -> bool {
    let unknown = match unknown.0.split_last() {
        Some((Step::Any, list)) => list,
        _ => &unknown.0,
    };
    let (above, below) = unknown.split_at_checked(prefix.len()).unwrap_or((unknown, &[]));
    let same = |(own, other): (&Step, &Step)| own == other || *own == Step::Any || *other == Step::Any;
    if !above.iter().zip(prefix).all(same) {
        return false;
    }
    let matches = |(own, other): (&Step, &ReadStep)| match (own, other) {
        (_, ReadStep::Length) => false,
        (_, ReadStep::Any) | (Step::Any, _) => true,
        (Step::Key(own), ReadStep::Key(other)) => **own == **other,
        (Step::Index(_), ReadStep::Key(_)) => false,
    };
    below.iter().zip(&read.path).all(matches) && (read.is_deep() || below.len() <= read.path.len())
}

#[cfg(test)]
mod tests {
    use super::super::compile::Depth;
    use super::*;

    fn read(path: &[&str], deep: bool) -> Read {
        let step = |step: &&str| match *step {
            "*" => ReadStep::Any,
            key => ReadStep::Key(key.to_owned()),
        };
        let depth = if deep { Depth::Deep } else { Depth::Seen };
        Read { path: path.iter().map(step).collect(), depth }
    }

    fn unknown(path: serde_json::Value) -> Path {
        super::super::results::path_of(path.as_array().unwrap())
    }

    #[test]
    fn an_unknown_affects_reads_at_and_below_it() {
        use serde_json::json;
        let cidr = read(&["ingress", "*", "cidr"], true);
        assert!(affects(&unknown(json!(["ingress"])), &[], &cidr));
        assert!(affects(&unknown(json!(["ingress", "*"])), &[], &cidr));
        assert!(affects(&unknown(json!(["ingress", 3])), &[], &cidr));
        assert!(affects(&unknown(json!(["ingress", 3, "cidr", 0])), &[], &cidr));
        assert!(!affects(&unknown(json!(["ingress", 3, "port"])), &[], &cidr));
        assert!(!affects(&unknown(json!(["egress"])), &[], &cidr));
        assert!(affects(&unknown(json!([])), &[], &cidr));
        let presence = read(&["logging"], false);
        assert!(affects(&unknown(json!(["logging", "*"])), &[], &presence));
        assert!(!affects(&unknown(json!(["logging", 0, "bucket"])), &[], &presence));
    }

    #[test]
    fn a_workload_puts_its_path_before_reads() {
        use serde_json::json;
        let privileged = read(&["securityContext", "privileged"], true);
        let container = unknown(json!(["spec", "containers", 1])).0;
        assert!(affects(&unknown(json!(["spec"])), &container, &privileged));
        assert!(affects(&unknown(json!(["spec", "containers", 1])), &container, &privileged));
        assert!(affects(
            &unknown(json!(["spec", "containers", 1, "securityContext"])),
            &container,
            &privileged
        ));
        assert!(!affects(&unknown(json!(["spec", "containers", 0])), &container, &privileged));
        assert!(!affects(&unknown(json!(["spec", "containers", 1, "image"])), &container, &privileged));
    }
}
