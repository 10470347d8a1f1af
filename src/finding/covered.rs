//! Findings that a stronger one says already: at the same place, since one line to change is one finding, and wherever
//! they stand, where whoever has what the stronger one gives gains nothing by them.

use super::{ChainLink, Finding, Instance, State};
use crate::evaluate::Step;
use crate::graph::ResourceGraph;
use crate::policy::Rule;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Marks what another finding covers or outweighs: its rule says so, and it is about all the same resources. What is
/// marked becomes evidence of the other. Where the other is suppressed, what stands at its place is accepted with it, and
/// what stands elsewhere stands by itself, as it does where the other's rule is not run.
pub(super) fn mark(findings: &mut [Finding], rules: &BTreeMap<&str, &Rule>, graph: &ResourceGraph) {
    accept(findings, rules);
    let gone = same_place(findings, rules);
    for (weak, strong) in outweighed(findings, rules, graph, &gone) {
        absorb(findings, strong, weak);
    }
}

/// Suppresses what stands at the same place as something suppressed that covers or outweighs it: who lets all of a thing
/// pass lets each part of it pass.
fn accept(findings: &mut [Finding], rules: &BTreeMap<&str, &Rule>) {
    let mut accepted: BTreeMap<Span, Vec<usize>> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate().filter(|(_, finding)| finding.state == State::Suppressed)
    {
        accepted.entry(finding.location.span).or_default().push(at);
    }
    let with = |weak: usize| {
        let finding = findings.get(weak).filter(|finding| finding.state != State::Suppressed)?;
        let here = accepted.get(&finding.location.span)?;
        here.iter()
            .copied()
            .find(|strong| takes_in(findings, rules, *strong, weak))
            .map(|strong| (weak, strong))
    };
    let pairs: Vec<(usize, usize)> = (0..findings.len()).filter_map(with).collect();
    for (weak, strong) in pairs {
        let by = findings.get(strong).and_then(|strong| strong.suppression.clone());
        if let Some(weak) = findings.get_mut(weak) {
            weak.state = State::Suppressed;
            weak.suppression = by;
        }
    }
}

/// Folds what stands at the same place in the same state; gives the positions of what is said by others now.
fn same_place(findings: &mut [Finding], rules: &BTreeMap<&str, &Rule>) -> BTreeSet<usize> {
    let mut places: BTreeMap<(Span, State), Vec<usize>> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
        if matches!(finding.state, State::Open | State::Undecided) {
            places.entry((finding.location.span, finding.state)).or_default().push(at);
        }
    }
    let mut gone: BTreeSet<usize> = BTreeSet::new();
    for here in places.values().filter(|here| here.len() > 1) {
        for strong in here {
            let covered = |weak: &&usize| *weak != strong && covers(findings, rules, *strong, **weak);
            let covered: Vec<usize> = here.iter().filter(covered).copied().collect();
            for weak in covered {
                if !gone.contains(strong) && gone.insert(weak) {
                    absorb(findings, *strong, weak);
                }
            }
        }
    }
    gone
}

/// Whether one finding says all that another one at its place says.
fn covers(findings: &[Finding], rules: &BTreeMap<&str, &Rule>, strong: usize, weak: usize) -> bool {
    let (Some(strong), Some(weak)) = (findings.get(strong), findings.get(weak)) else { return false };
    let named =
        rules.get(strong.rule.as_str()).is_some_and(|rule| rule.metadata.custom.covers.contains(&weak.rule));
    named && includes(strong, weak)
}

/// Whether one finding says or outweighs all that another one at its place says.
fn takes_in(findings: &[Finding], rules: &BTreeMap<&str, &Rule>, strong: usize, weak: usize) -> bool {
    let (Some(one), Some(other)) = (findings.get(strong), findings.get(weak)) else { return false };
    let outweighs =
        rules.get(one.rule.as_str()).is_some_and(|rule| rule.metadata.custom.outweighs.contains(&other.rule));
    covers(findings, rules, strong, weak) || (outweighs && includes(one, other))
}

/// Whether one finding is about all the resources of another. Both have theirs in order.
fn includes(strong: &Finding, weak: &Finding) -> bool {
    weak.instances.iter().all(|instance| strong.instances.binary_search(instance).is_ok())
}

/// Findings by a resource and the part of it that they are about, each with its position.
type ByPart<'f> = BTreeMap<(&'f str, &'f [Step]), Vec<(usize, &'f Finding)>>;

/// Pairs of a finding and one that outweighs it, which nothing outweighs itself. Both are certain.
fn outweighed(
    findings: &[Finding],
    rules: &BTreeMap<&str, &Rule>,
    graph: &ResourceGraph,
    gone: &BTreeSet<usize>,
) -> Vec<(usize, usize)> {
    let open = || {
        let all = findings.iter().enumerate();
        all.filter(|(at, finding)| finding.state == State::Open && !gone.contains(at))
    };
    let named = |finding: &Finding| {
        rules.get(finding.rule.as_str()).map_or(&[][..], |rule| rule.metadata.custom.outweighs.as_slice())
    };
    let strong: Vec<(usize, &Finding)> = open().filter(|(_, finding)| !named(finding).is_empty()).collect();
    if strong.is_empty() {
        return Vec::new();
    }
    let parts = PodParts::of(graph, strong.iter().flat_map(|(_, finding)| &finding.instances));
    let mut by_part: ByPart<'_> = BTreeMap::new();
    for (at, finding) in strong {
        for instance in &finding.instances {
            by_part.entry((&instance.id, parts.around(finding))).or_default().push((at, finding));
        }
    }
    let outweighing: BTreeMap<usize, Vec<usize>> = open()
        .filter_map(|(at, weak)| {
            let id = weak.instances.first()?.id.as_str();
            let around = (0..=weak.path.0.len()).filter_map(|length| weak.path.0.get(..length));
            let candidates = around.filter_map(|part| by_part.get(&(id, part))).flatten();
            let outweighs = |(_, strong): &&(usize, &Finding)| {
                named(strong).contains(&weak.rule) && includes(strong, weak)
            };
            let mut by: Vec<usize> = candidates.filter(outweighs).map(|(at, _)| *at).collect();
            by.sort_unstable();
            (!by.is_empty()).then_some((at, by))
        })
        .collect();
    let standing = |by: &[usize]| by.iter().copied().find(|strong| !outweighing.contains_key(strong));
    let pairs = outweighing.iter().filter_map(|(weak, by)| Some((*weak, standing(by)?)));
    pairs.collect()
}

/// The pods, and the containers in them, of some resources.
struct PodParts<'g>(BTreeMap<&'g str, BTreeSet<&'g [Step]>>);

impl<'g> PodParts<'g> {
    fn of<'f>(graph: &'g ResourceGraph, wanted: impl Iterator<Item = &'f Instance>) -> PodParts<'g> {
        let wanted: BTreeSet<&str> = wanted.map(|instance| instance.id.as_str()).collect();
        let mut all: BTreeMap<&str, BTreeSet<&[Step]>> = BTreeMap::new();
        for template in &graph.pod_templates {
            let Some(resource) = graph.get(template.resource) else { continue };
            let id: &str = &resource.id.0;
            if wanted.contains(id) {
                let parts = all.entry(id).or_default();
                parts.insert(&template.path.0);
                parts.extend(template.containers.iter().map(|one| one.path.0.as_slice()));
            }
        }
        PodParts(all)
    }

    /// Where everything lies that a finding may outweigh: in its container, for one of no container in its pod with its
    /// annotations, and outside of pods anywhere in the resource.
    fn around<'f>(&self, finding: &'f Finding) -> &'f [Step] {
        let path = finding.path.0.as_slice();
        let parts = self.0.get(finding.resource.id.as_str());
        let is_part = |part: &&[Step]| parts.is_some_and(|parts| parts.contains(part));
        let mut above = (0..=path.len()).rev().filter_map(|length| path.get(..length));
        match above.find(is_part) {
            Some([template @ .., Step::Key(key)]) if &**key == "spec" => template,
            Some(part) => part,
            None => &[],
        }
    }
}

/// Adds what one finding says to the evidence of another that covers it from then on. The rule's name stands behind its
/// words: before a colon, one that ends in `-token` would look like the name of a credential, and the words like the
/// credential itself.
fn absorb(findings: &mut [Finding], strong: usize, weak: usize) {
    let by = findings.get(strong).map(|strong| strong.fingerprint.clone());
    let Some(weak) = findings.get_mut(weak) else { return };
    weak.covered_by = by;
    let weak = weak.clone();
    let Some(strong) = findings.get_mut(strong) else { return };
    strong
        .evidence
        .push(ChainLink { location: weak.location, note: format!("{} ({})", weak.message, weak.rule) });
    let further =
        weak.evidence.into_iter().filter(|link| !strong.evidence.contains(link)).collect::<Vec<_>>();
    strong.evidence.extend(further);
    strong.rests_on.extend(weak.rests_on);
    strong.rests_on.sort();
    strong.rests_on.dedup();
}
