//! Runs policies over a graph document.

use super::body::{Body, Code, Interpreter, Policy};
use super::compile::{PolicyError, Program, WORKLOADS};
use super::filled::{Filled, Settled};
use super::input::Input;
use super::machine::{self, Stop, Unordered, sweep};
use super::results::{self, Reader, Resources};
use super::set::{PolicySet, diagnostic};
use super::{Outcome, Rule, Violation, open, undecided};
use crate::graph::{GraphDocument, ResourceGraph};
use crate::source::Diagnostic;
use rayon::prelude::*;
use regorus::Value;
use regorus::utils::limits::ExecutionTimerConfig;
use std::borrow::Cow;
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
    let ground = Ground { graph, document, input, resources, filled, marked: OnceLock::new() };
    let mut outcomes: Vec<(usize, Result<Vec<Violation>, PolicyError>)> =
        batches(&chosen).par_iter().flat_map_iter(|batch| ground.outcomes(batch)).collect();
    outcomes.sort_by_key(|(position, _)| *position);
    let mut run = PolicyRun { diagnostics: ground.input.diagnostics, ..PolicyRun::default() };
    for ((rule, _), (_, outcome)) in chosen.iter().zip(outcomes) {
        run.rules_run.push(rule.id.clone());
        match outcome {
            Ok(violations) => run.violations.extend(violations),
            Err(error) => run.diagnostics.push(diagnostic(&error)),
        }
    }
    run
}

/// Policies over workloads that are run together, at most and at least. More of them save more, and keep fewer threads
/// busy.
const MOST_TOGETHER: usize = 48;
const LEAST_TOGETHER: usize = 4;

/// A policy that is run, with its position among them.
type Chosen<'p> = (usize, &'p Rule, &'p Policy);

/// What is run together: those over workloads, some at a time; of others each on its own.
fn batches<'p>(chosen: &[(&'p Rule, &'p Policy)]) -> Vec<Vec<Chosen<'p>>> {
    let chosen = chosen.iter().enumerate().map(|(position, (rule, policy))| (position, *rule, *policy));
    let (over_workloads, others): (Vec<_>, Vec<_>) =
        chosen.partition(|(_, rule, _)| rule.subjects == [WORKLOADS]);
    let together =
        (over_workloads.len() / (2 * rayon::current_num_threads())).clamp(LEAST_TOGETHER, MOST_TOGETHER);
    over_workloads
        .chunks(together)
        .map(<[_]>::to_vec)
        .chain(others.into_iter().map(|one| vec![one]))
        .collect()
}

/// What all policies are run over.
struct Ground<'d> {
    graph: &'d ResourceGraph,
    document: &'d GraphDocument,
    input: Input,
    resources: Resources<'d>,
    filled: Filled<'d>,
    /// The input with marks for what is unknown, once somebody needs it.
    marked: OnceLock<Value>,
}

/// A policy, and what it sees.
struct Ready<'g> {
    rule: &'g Rule,
    policy: &'g Policy,
    body: &'g Body,
    settled: Settled,
    seen: Cow<'g, Value>,
}

impl Ready<'_> {
    fn broken(&self, message: String) -> PolicyError {
        PolicyError::new(&self.policy.path, self.policy.line, message)
    }

    /// The program, if it can be run together with others.
    fn by_workload(&self) -> Option<&Program> {
        match &self.body.code {
            Code::Compiled(program) if sweep::goes_by_workload(program) => Some(program),
            _ => None,
        }
    }
}

impl Ground<'_> {
    /// What policies say, each with its position.
    fn outcomes(&self, batch: &[Chosen<'_>]) -> Vec<(usize, Result<Vec<Violation>, PolicyError>)> {
        let ready: Vec<_> = batch.iter().map(|(_, rule, policy)| self.ready(rule, policy)).collect();
        let mut swept = self.swept(&ready).into_iter();
        let mut outcome = |one: &Ready<'_>| {
            let found = match one.by_workload().and_then(|_| swept.next()) {
                Some(found) => found?,
                None => self.reader(one).all(self.evaluate(one)?.as_deref())?,
            };
            Ok(self.completed(one, results::ordered(found)))
        };
        let outcomes = ready.iter().map(|one| one.as_ref().map_err(Clone::clone).and_then(&mut outcome));
        batch.iter().map(|(position, ..)| *position).zip(outcomes).collect()
    }

    /// What those of the policies say that can be run together. What they hold of some workloads is read before they go
    /// on, so that it never piles up.
    fn swept(&self, ready: &[Result<Ready<'_>, PolicyError>]) -> Vec<Result<Vec<Violation>, PolicyError>> {
        let (mut programs, mut readers, mut found) = (Vec::new(), Vec::new(), Vec::new());
        for one in ready.iter().flatten() {
            if let Some(program) = one.by_workload() {
                programs.push((program, &*one.seen));
                readers.push((one, self.reader(one)));
                found.push(Ok(Unordered::default()));
            }
        }
        let stops = sweep::run_all(&programs, self.steps(), &mut |at, element| {
            let (Some((_, reader)), Some(found)) = (readers.get(at), found.get_mut(at)) else { return false };
            match (reader.violation(&element), found.as_mut()) {
                (Ok(violation), Ok(found)) => found.extend(Some(violation)),
                (Err(error), _) => *found = Err(error),
                (Ok(_), Err(_)) => {}
            }
            found.is_ok()
        });
        let outcomes = found.into_iter().zip(stops).zip(&readers);
        outcomes
            .map(|((found, stop), (one, _))| match stop {
                Some(stop) => Err(self.stopped(one, stop)),
                None => found.map(|found| found.elements),
            })
            .collect()
    }

    fn reader<'g>(&'g self, one: &'g Ready<'_>) -> Reader<'g> {
        Reader::new(one.rule, one.policy, &one.body.footprint, &self.resources, self.graph, &one.settled)
    }

    fn ready<'g>(&'g self, rule: &'g Rule, policy: &'g Policy) -> Result<Ready<'g>, PolicyError> {
        let broken = |message: String| PolicyError::new(&policy.path, policy.line, message);
        let body = policy.body().map_err(broken)?;
        let (settled, seen) = self.filled.seen_by(&body.footprint, &self.input.value);
        Ok(Ready { rule, policy, body, settled, seen })
    }

    /// What a policy says, of what it found. What it leaves undecided is asked for once more, over all that may be.
    fn completed(&self, one: &Ready<'_>, mut found: Vec<Violation>) -> Vec<Violation> {
        let (Ground { graph, document, resources, .. }, Ready { rule, settled, .. }) = (self, one);
        let footprint = &one.body.footprint;
        let mut silent = undecided::silent(rule, footprint, &found, document, resources, graph, settled);
        let is_open = found.iter().any(rests_on_unknown) || !silent.is_empty();
        if let (Code::Compiled(program), true, true) =
            (&one.body.code, is_open, open::shows_all(rule, footprint))
        {
            let marked =
                self.marked.get_or_init(|| open::marked(document, resources, graph, &self.input.value));
            let may_find = machine::run_open(program, marked, self.steps());
            if let Some(subjects) = may_find.ok().as_ref().and_then(open::subjects) {
                let id = |at| graph.get(at).map_or("", |resource| &*resource.id.0);
                let may_hold = |violation: &Violation| subjects.contains(id(violation.resource));
                found.retain(|violation| !rests_on_unknown(violation) || may_hold(violation));
                silent.retain(may_hold);
            }
        }
        found.extend(silent);
        found.sort();
        found
    }

    /// Steps that a policy may take.
    fn steps(&self) -> usize {
        BASE_STEPS + STEPS_PER_NODE * self.input.nodes
    }

    /// What the policy's `deny` holds, of what it sees of the input; none where it is no set.
    fn evaluate(&self, one: &Ready<'_>) -> Result<Option<Vec<Value>>, PolicyError> {
        match &one.body.code {
            Code::Compiled(program) => {
                machine::run(program, &one.seen, self.steps()).map_err(|stop| self.stopped(one, stop))
            }
            Code::Interpreted(interpreter) => interpret(interpreter, one),
        }
    }

    fn stopped(&self, one: &Ready<'_>, stop: Stop) -> PolicyError {
        match stop {
            Stop::Limit => one
                .broken(format!("the policy was stopped after {} steps", self.steps()))
                .with_help("look resources up through their references instead of comparing all with all"),
            Stop::Conflict(rule) => one.broken(format!("`{rule}` has several values at once")),
            Stop::Broken => one.broken("the policy does not fit this build".to_owned()),
        }
    }
}

/// The same for a policy that the compiler refuses.
fn interpret(interpreter: &Interpreter, one: &Ready<'_>) -> Result<Option<Vec<Value>>, PolicyError> {
    let mut engine = interpreter.0.clone();
    engine.set_execution_timer_config(ExecutionTimerConfig {
        limit: INTERPRETER_LIMIT,
        check_interval: NonZeroU32::new(1_024).unwrap_or(NonZeroU32::MIN),
    });
    engine.set_input(one.seen.clone().into_owned());
    let held = engine
        .eval_rule(one.policy.entry_point.clone())
        .map_err(|error| PolicyError::from_engine(&one.policy.path, &error.to_string()))?;
    Ok(match held {
        Value::Undefined => Some(Vec::new()),
        Value::Set(elements) => Some(elements.iter().cloned().collect()),
        _ => None,
    })
}

/// Whether a violation is undecided for a value that is unknown, not for what a module or an overlay may make.
fn rests_on_unknown(violation: &Violation) -> bool {
    violation.outcome == Outcome::Undecided && violation.hole.is_some() && violation.awaits.is_none()
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
