//! What would lower a risk, by how much: candidates for changes are made to what has been evaluated, and the changed
//! configuration is linted. No file is changed, and nothing is told that was not found so.

mod advice;
mod assumed;
mod effect;
mod explain;
mod narrow;
mod pairs;
mod plan;
mod proposal;
mod refused;
mod stops;
mod target;
mod world;
mod written;

use super::check::Run;
use super::{Outcome, Progress, Settings};
use crate::finding::{self, State};
use crate::policy::{Profile, Rule};
use crate::report::Plan;
use plan::Planner;
use std::collections::BTreeSet;
use world::World;

/// Lints, and finds out for the finding that is named what would lower its risk.
pub fn explained(settings: &Settings, which: &str, progress: &dyn Progress) -> Outcome {
    let run = Run::new(settings, progress);
    let (mut judgement, drift) = run.judge(settings, progress);
    if let Ok(found) = finding::named(which, &judgement.findings)
        && found.state == State::Open
    {
        let world = World::new(settings, &run, judging(&run, &found.rule), &judgement.findings);
        let lowerings = explain::lowerings(&world, found);
        let fingerprint = found.fingerprint.clone();
        let found = judgement.findings.iter_mut().find(|finding| finding.fingerprint == fingerprint);
        if let Some(found) = found {
            found.lowerings = Some(lowerings);
        }
    }
    run.outcome(settings, judgement, drift)
}

/// Lints, and finds the edits, at most so many, that together remove the most risk.
pub fn plan(settings: &Settings, most: usize, progress: &dyn Progress) -> (Plan, Outcome) {
    let run = Run::new(settings, progress);
    let (judgement, drift) = run.judge(settings, progress);
    let plan = {
        let world = World::new(settings, &run, run.selected.clone(), &judgement.findings);
        Planner::new(&world, &run.concerns()).plan(most)
    };
    (plan, run.outcome(settings, judgement, drift))
}

/// The rules by which a change for one of them is judged: it may not break what everybody should hold to. What is a
/// matter of taste does not count against it.
fn judging(run: &Run, rule: &str) -> BTreeSet<String> {
    let counts = |one: &&Rule| one.id == rule || one.metadata.custom.profiles.contains(&Profile::Default);
    let rules = run.policies.rules().iter().filter(counts).map(|rule| rule.id.clone());
    rules.filter(|id| run.selected.contains(id)).collect()
}
