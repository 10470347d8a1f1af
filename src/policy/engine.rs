//! Runs policies over a graph document.

use super::body::{Body, Code, Policy};
use super::compile::PolicyError;
use super::filled::Filled;
use super::input::Input;
use super::machine::{self, Stop};
use super::results::{self, Resources};
use super::set::{PolicySet, diagnostic};
use super::{Outcome, Rule, Violation, open, undecided};
use crate::graph::{GraphDocument, ResourceGraph};
use crate::source::Diagnostic;
use rayon::prelude::*;
use regorus::Value;
use regorus::utils::limits::ExecutionTimerConfig;
use std::collections::BTreeSet;
use std::num::NonZeroU32;
use std::sync::OnceLock;
use std::time::Duration;

/// Steps of the machine that any policy may take.
const BASE_STEPS: usize = 1_000_000;
/// Steps a policy may take for each value in the document. Real policies stay below 5.
const STEPS_PER_NODE: usize = 200;
/// The interpreter counts no steps; time bounds it.
const INTERPRETER_LIMIT: Duration = Duration::from_secs(20);

/// What policies said.
#[derive(Debug, Default)]
pub struct PolicyRun {
    /// Ordered by rule, resource, path.
    pub violations: Vec<Violation>,
    /// Policies that broke.
    pub diagnostics: Vec<Diagnostic>,
    /// Ids of the rules whose subjects are there, in order; the broken ones too.
    pub rules_run: Vec<String>,
}

/// Runs the policies whose rule ids are `selected` and whose subjects are there. A broken policy is a diagnostic,
/// the others run.
pub fn run(
    policies: &PolicySet,
    selected: &BTreeSet<String>,
    graph: &ResourceGraph,
    document: &GraphDocument,
) -> PolicyRun {
    let chosen: Vec<(&Rule, &Policy)> = policies
        .iter()
        .filter(|(rule, _)| selected.contains(&rule.id) && rule.has_subject(document))
        .collect();
    if chosen.is_empty() {
        return PolicyRun::default();
    }
    let input = Input::new(document);
    let resources = Resources::new(graph, document);
    let filled = Filled::new(document, &resources, graph);
    let marked = OnceLock::new();
    let outcomes: Vec<Result<Vec<Violation>, PolicyError>> = chosen
        .par_iter()
        .map(|(rule, policy)| {
            let broken = |message: String| PolicyError::new(&policy.path, policy.line, message);
            let Body { footprint, code } = policy.body().map_err(broken)?;
            let (settled, seen) = filled.seen_by(footprint, &input.value);
            let denied = evaluate(policy, code, &input, &seen)?;
            let mut found =
                results::violations(rule, policy, footprint, denied.as_deref(), &resources, graph, &settled)?;
            let mut silent =
                undecided::silent(rule, footprint, &found, document, &resources, graph, &settled);
            let is_open = found.iter().any(rests_on_unknown) || !silent.is_empty();
            if let (Code::Compiled(program), true, true) = (code, is_open, open::shows_all(rule, footprint)) {
                let marked = marked.get_or_init(|| open::marked(document, &resources, graph, &input.value));
                let may_find = machine::run_open(program, marked, steps(&input));
                if let Some(subjects) = may_find.ok().as_ref().and_then(open::subjects) {
                    let id = |at| graph.get(at).map_or("", |resource| &*resource.id.0);
                    let may_hold = |violation: &Violation| subjects.contains(id(violation.resource));
                    found.retain(|violation| !rests_on_unknown(violation) || may_hold(violation));
                    silent.retain(may_hold);
                }
            }
            found.extend(silent);
            found.sort();
            Ok(found)
        })
        .collect();
    let mut run = PolicyRun { diagnostics: input.diagnostics, ..PolicyRun::default() };
    for ((rule, _), outcome) in chosen.iter().zip(outcomes) {
        run.rules_run.push(rule.id.clone());
        match outcome {
            Ok(violations) => run.violations.extend(violations),
            Err(error) => run.diagnostics.push(diagnostic(&error)),
        }
    }
    run
}

/// Whether a violation is undecided for a value that is unknown, not for what a module or an overlay may make.
fn rests_on_unknown(violation: &Violation) -> bool {
    violation.outcome == Outcome::Undecided && violation.hole.is_some() && violation.awaits.is_none()
}

/// Steps that a policy may take over an input.
fn steps(input: &Input) -> usize {
    BASE_STEPS + STEPS_PER_NODE * input.nodes
}

/// What the policy's `deny` holds, of what it sees of the input; none where it is no set.
fn evaluate(
    policy: &Policy,
    code: &Code,
    input: &Input,
    seen: &Value,
) -> Result<Option<Vec<Value>>, PolicyError> {
    let broken = |message: String| PolicyError::new(&policy.path, policy.line, message);
    match code {
        Code::Compiled(program) => {
            let steps = steps(input);
            machine::run(program, seen, steps).map_err(|stop| match stop {
                Stop::Limit => broken(format!("the policy was stopped after {steps} steps")).with_help(
                    "look resources up through their references instead of comparing all with all",
                ),
                Stop::Conflict(rule) => broken(format!("`{rule}` has several values at once")),
                Stop::Broken => broken("the policy does not fit this build".to_owned()),
            })
        }
        Code::Interpreted(interpreter) => {
            let mut engine = interpreter.0.clone();
            engine.set_execution_timer_config(ExecutionTimerConfig {
                limit: INTERPRETER_LIMIT,
                check_interval: NonZeroU32::new(1_024).unwrap_or(NonZeroU32::MIN),
            });
            engine.set_input(seen.clone());
            let held = engine
                .eval_rule(policy.entry_point.clone())
                .map_err(|error| PolicyError::from_engine(&policy.path, &error.to_string()))?;
            Ok(match held {
                Value::Undefined => Some(Vec::new()),
                Value::Set(elements) => Some(elements.iter().cloned().collect()),
                _ => None,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use crate::graph::{DocumentReference, Relation};
    use serde_json::json;

    fn files(folders: &[&str]) -> Vec<(std::path::PathBuf, String)> {
        let read = |folder: &&str| {
            let path = std::path::PathBuf::from("testdata/policy").join(folder).join("rule.rego");
            #[expect(clippy::disallowed_methods, reason = "a test reads what lies in this repository")]
            let text = std::fs::read_to_string(&path).unwrap();
            (path, text)
        };
        folders.iter().map(read).collect()
    }

    fn run_all(policies: &PolicySet, document: &GraphDocument) -> PolicyRun {
        let selected = policies.rules().iter().map(|rule| rule.id.clone()).collect();
        run(policies, &selected, &testing::graph(document), document)
    }

    fn show(run: &PolicyRun) -> String {
        let violation =
            |v: &Violation| format!("{} {} {} {:?} {}", v.rule, v.resource.0, v.path, v.outcome, v.message);
        let diagnostic = |d: &Diagnostic| format!("{}: {}", d.path.as_deref().unwrap_or_default(), d.message);
        let lines = run.violations.iter().map(violation).chain(run.diagnostics.iter().map(diagnostic));
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn finds_violations_and_what_they_rest_on() {
        let (policies, diagnostics) = PolicySet::load(files(&["test/bucket/public", "test/bucket/unlogged"]));
        assert_eq!(diagnostics, []);
        let mut document = testing::document(json!({
            "bucket": [
                {"name": "logged", "attributes": {"acl": "public-read"}},
                {"name": "plain", "attributes": {"acl": "private"}},
                {"name": "unsure", "attributes": {}, "unknown": [["acl"], ["logging", "*"]]},
            ],
            "log": [{"name": "x", "attributes": {}}],
        }));
        let link = |id: &str, kind: &str| DocumentReference {
            id: id.into(),
            kind: kind.into(),
            index: 0,
            relation: Relation::Refers,
            reads: Vec::new(),
            via: vec!["bucket".into()],
        };
        document.resources.get_mut("log").unwrap()[0].references.push(link("bucket.logged", "bucket"));
        document.resources.get_mut("bucket").unwrap()[0].referred_by.push(link("log.x", "log"));
        insta::assert_snapshot!(show(&run_all(&policies, &document)), @r#"
test-bucket-public 0 acl Violated ACL public-read lets anyone read the bucket
test-bucket-public 2 acl Undecided `acl` is unknown
test-bucket-unlogged 1 logging Violated access to the bucket is not logged
test-bucket-unlogged 2 logging Undecided how many `logging` there are is unknown
"#);
        document.resources.get_mut("log").unwrap()[0].unknown = vec![vec!["bucket".into()]];
        document.resources.get_mut("log").unwrap()[0].references.clear();
        document.resources.get_mut("bucket").unwrap()[0].referred_by.clear();
        insta::assert_snapshot!(show(&run_all(&policies, &document)), @r#"
test-bucket-public 0 acl Violated ACL public-read lets anyone read the bucket
test-bucket-public 2 acl Undecided `acl` is unknown
test-bucket-unlogged 0 logging Undecided `bucket` is unknown in log.x
test-bucket-unlogged 1 logging Undecided `bucket` is unknown in log.x
test-bucket-unlogged 2 logging Undecided how many `logging` there are is unknown
"#);
    }
}
