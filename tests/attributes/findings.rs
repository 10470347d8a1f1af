//! Where policies point to: the paths of what they report in their cases, of what it rests on and of what shows it.

use crate::kinds::KINDS;
use crate::schema::{self, Step};
use purlin::evaluate::terraform::Inputs;
use purlin::evaluate::{self, kubernetes, terraform};
use purlin::graph::{GraphDocument, ResourceGraph, ResourceIndex};
use purlin::lint::cases::{self, Case};
use purlin::policy::{self, PolicySet};
use purlin::source::{self, DiscoverOptions};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// Paths of what cannot be there, as (rule, end): a policy says the same of several things, one of which has it not.
const NEVER_THERE: [(&str, &str); 1] =
    // What a pod uses by name may be optional, but for a claim.
    [("kubernetes-workload-other-namespace", "persistentVolumeClaim.optional")];

fn steps(path: &evaluate::Path) -> Vec<Step> {
    let step = |step: &evaluate::Step| match step {
        evaluate::Step::Key(key) => Step::Key(key.to_string()),
        evaluate::Step::Index(_) | evaluate::Step::Any => Step::Any,
    };
    path.0.iter().map(step).collect()
}

/// The paths that a case's rule gives, with the kind they lie in.
fn places(case: &Case, policies: &PolicySet) -> BTreeSet<(String, Vec<Step>)> {
    let options = DiscoverOptions { root: Some(case.folder.clone()), ..DiscoverOptions::default() };
    let discovery = source::discover(&[case.folder.join(&case.name)], &options);
    let modules = terraform::evaluate(&discovery.sources, &discovery.files, &Inputs::default()).modules;
    let manifests = kubernetes::read(&discovery.sources, &discovery.files).manifests;
    let graph = ResourceGraph::build(&modules, &manifests);
    let selected = BTreeSet::from([case.rule.clone()]);
    let run = policy::run(policies, &selected, &graph, &GraphDocument::new(&graph));
    let place =
        |at: ResourceIndex, path: &evaluate::Path| (graph.get(at).unwrap().kind.to_string(), steps(path));
    let of_violation = run.violations.iter().flat_map(|violation| {
        let needs = violation.needs.iter().map(|(at, path)| place(*at, path));
        let evidence = violation.evidence.iter().map(|one| place(one.resource, &one.path));
        needs.chain(evidence).chain([place(violation.at, &violation.path)])
    });
    of_violation.collect()
}

#[test]
fn every_path_that_a_policy_gives_exists() {
    let policies = PolicySet::builtin();
    let all = cases::find(&Path::new(env!("CARGO_MANIFEST_DIR")).join("policies")).unwrap();
    let found: Vec<_> = all.par_iter().map(|case| (case, places(case, &policies))).collect();
    let mut problems = BTreeSet::new();
    let mut checked = 0;
    for (case, places) in found {
        // Of custom resources and of providers without a table nothing is known.
        for (kind, path) in places.iter().filter(|(kind, _)| !KINDS.roots(kind).is_empty()) {
            checked += 1;
            let wrong = KINDS.wrong_outside_texts(kind, path);
            let is_meant = |end: &str| NEVER_THERE.contains(&(&case.rule, end));
            let wrong = wrong
                .filter(|wrong| !is_meant(&schema::shown(&wrong.path[wrong.path.len().saturating_sub(2)..])));
            problems.extend(wrong.map(|wrong| format!("{}: {kind}: {wrong}", case.rule)));
        }
    }
    let problems: Vec<String> = problems.into_iter().collect();
    assert!(problems.is_empty(), "{} of {checked}:\n{}", problems.len(), problems.join("\n"));
    assert!(checked > 800, "{checked} paths");
}
