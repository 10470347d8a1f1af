//! Not knowing never helps and never accuses: with one value unknown no resource may be reported that was not before,
//! and none that was may pass.

use crate::evaluate::Path;
use crate::graph::{GraphDocument, ResourceGraph};
use crate::lint::cases::Case;
use crate::lint::change::edit::Change;
use crate::policy::{self, Outcome, PolicySet};
use std::collections::{BTreeMap, BTreeSet};

/// What a rule says of each resource that it says something of: whether it is at fault, or cannot be judged.
pub(super) type Verdicts = BTreeMap<String, Outcome>;

/// What a case's rule says of its resources.
///
/// # Errors
/// Why the policy broke.
pub(super) fn judge(
    rule: &str,
    policies: &PolicySet,
    graph: &ResourceGraph,
    document: &GraphDocument,
) -> Result<Verdicts, String> {
    let run = policy::run(policies, &BTreeSet::from([rule.to_owned()]), graph, document);
    if let Some(diagnostic) = run.diagnostics.first() {
        return Err(diagnostic.message.clone());
    }
    let mut verdicts = Verdicts::new();
    for violation in &run.violations {
        let Some(resource) = graph.get(violation.resource) else { continue };
        let verdict = verdicts.entry(resource.id.to_string()).or_insert(violation.outcome);
        *verdict = (*verdict).min(violation.outcome);
    }
    Ok(verdicts)
}

/// What is wrong with what a rule says once a value is unknown, a sentence each.
pub(super) fn complaints(
    case: &Case,
    change: &Change,
    policies: &PolicySet,
    known: &Verdicts,
    (graph, document): (&ResourceGraph, &GraphDocument),
) -> Vec<String> {
    let place = Path(change.path.clone());
    let said = |what: &str| format!("{}: where `{place}` is unknown, {what}", case.name);
    let unknown = match judge(&case.rule, policies, graph, document) {
        Ok(unknown) => unknown,
        Err(broken) => return vec![said(&broken)],
    };
    let mut found = Vec::new();
    for (id, outcome) in &unknown {
        if *outcome == Outcome::Violated && known.get(id) != Some(&Outcome::Violated) {
            found.push(said(&format!("{id} is reported that was not before")));
        }
    }
    for (id, outcome) in known {
        if *outcome == Outcome::Violated && !unknown.contains_key(id) && !lost_its_shape(id, graph) {
            found.push(said(&format!("{id} passes that was reported before")));
        }
    }
    found
}

/// Whether a resource is an object of a custom kind that no longer has the shape by which such objects are known to
/// make pods.
fn lost_its_shape(id: &str, graph: &ResourceGraph) -> bool {
    let Some(index) = graph.find(id) else { return false };
    let group = graph.get(index).and_then(|resource| resource.api_version.as_deref()).unwrap_or_default();
    group.contains('.') && !graph.pod_templates.iter().any(|template| template.resource == index)
}
