//! Every built-in policy: its tests pass and reach every line of it, and it says all that a rule has to say.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and reads and runs what it has to"
)]

use purlin::lint::cases;
use purlin::policy::{self, Effort, Gain, Origin, PolicySet, Profile, Severity, WorstCase};
use purlin::source;
use std::path::Path;

fn policies() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/policies"))
}

#[test]
fn tests_of_policies_pass_and_reach_every_line() {
    let is_rego = |path: &Path| path.extension().is_some_and(|extension| extension == "rego");
    let report = policy::test(source::read_tree(policies(), &is_rego).unwrap());
    let mut problems: Vec<String> = Vec::new();
    for diagnostic in &report.diagnostics {
        problems.push(format!("{}: {}", diagnostic.path.as_deref().unwrap_or_default(), diagnostic.message));
    }
    for module in &report.modules {
        if module.tests.is_empty() {
            problems.push(format!("{}: has no tests", module.path));
            continue;
        }
        for test in &module.tests {
            if let Some(failure) = &test.failure {
                problems.push(format!("{}:{}: {} failed: {failure}", test.path, test.line, test.name));
            }
        }
        for line in &module.uncovered {
            problems.push(format!("{}:{line}: no test reaches this line", module.path));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn every_rule_says_what_it_is_about() {
    let cases = cases::find(policies()).unwrap();
    let set = PolicySet::builtin();
    let folders = source::read_tree(policies(), &|path| path.ends_with("rule.rego")).unwrap();
    assert_eq!(set.rules().len(), folders.len(), "every folder with a rule.rego is built in");
    let mut problems = Vec::new();
    for rule in set.rules() {
        let metadata = &rule.metadata;
        let has_case = |bad| cases.iter().any(|case| case.rule == rule.id && case.bad == bad);
        let lacking = [
            ("a title", metadata.title.is_empty()),
            ("a description", metadata.description.is_empty()),
            ("a remediation", metadata.custom.remediation.is_empty()),
            ("related_resources", metadata.related_resources.is_empty()),
            ("a subject that is named", rule.subjects.iter().any(|subject| subject == "*")),
            ("a bad case", !has_case(true)),
            ("a good case", !has_case(false)),
        ];
        problems.extend(
            lacking.iter().filter(|(_, lacks)| *lacks).map(|(what, _)| format!("{} lacks {what}", rule.id)),
        );
    }
    assert_eq!(problems, [] as [&str; 0]);
}

/// What the table in `docs/severity.md` gives for a worst case of a rule about security.
fn by_the_table(worst: WorstCase) -> Severity {
    match (worst.gain, worst.from, worst.effort) {
        (Gain::Order, _, _) | (Gain::Step, Origin::Inside | Origin::Above, _) => Severity::Low,
        (Gain::Everything, Origin::Anywhere, _) | (Gain::Worth, Origin::Anywhere, Effort::None) => {
            Severity::Critical
        }
        (Gain::Everything, Origin::Inside, _) | (Gain::Worth, Origin::Anywhere, Effort::Some) => {
            Severity::High
        }
        (Gain::Everything | Gain::Worth, Origin::Above, _)
        | (Gain::Worth, Origin::Inside, _)
        | (Gain::Step, Origin::Anywhere, _) => Severity::Medium,
    }
}

/// Medium by agreement, though a step from inside.
const ROOT: [&str; 3] = [
    "kubernetes-pod-run-as-root",
    "kubernetes-pod-security-policy-root-user",
    "kubernetes-security-context-constraints-root-user",
];

#[test]
fn severities_follow_from_worst_cases() {
    let mut problems = Vec::new();
    for rule in PolicySet::builtin().rules() {
        let custom = &rule.metadata.custom;
        let Some(worst) = custom.worst_case else {
            problems.push(format!("{} has no worst_case", rule.id));
            continue;
        };
        if custom.profiles.contains(&Profile::Reliability) || ROOT.contains(&rule.id.as_str()) {
            continue;
        }
        let table = by_the_table(worst);
        if custom.severity > table || table as u8 > custom.severity as u8 + 1 {
            problems.push(format!(
                "{} is {:?}, for its worst case the table has {table:?}",
                rule.id, custom.severity
            ));
        }
    }
    assert_eq!(problems, [] as [&str; 0]);
}

/// One rule in this many has its cases changed in every place: all of them take minutes (`purlin test policies --mutate`).
const SAMPLE: usize = 30;

#[test]
fn what_cases_of_some_rules_do_not_show_is_nothing() {
    let set = PolicySet::builtin();
    let rules = set.rules().iter().map(|rule| rule.id.clone());
    let mut chosen: Vec<String> = rules.collect();
    chosen.sort();
    let chosen: Vec<String> =
        chosen.into_iter().step_by(SAMPLE).chain(["aws-vpc-default-vpc".into()]).collect();
    let tested = cases::test(policies(), &chosen, true).unwrap();
    let mutated = tested.mutated.unwrap();
    let gaps: Vec<String> =
        mutated.gaps.iter().map(|gap| format!("{}:{:?}: {}", gap.file, gap.line, gap.message)).collect();
    assert_eq!(gaps, [] as [&str; 0]);
    assert!(mutated.changes > 50 * chosen.len(), "{}", mutated.changes);
}
