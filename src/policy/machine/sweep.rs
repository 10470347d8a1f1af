//! Policies over workloads, a few workloads at a time. Each policy reads little of a workload, and most read the same
//! places: what one has brought close to the processor is still there for the next. One after the other over thousands
//! of workloads, each would fetch all of it again.

use super::super::compile::{CompiledStep as Step, Constant, Program, RuleKind, Term, WORKLOADS};
use super::solve::Key;
use super::{Footing, Item, Machine, Stop, Unordered, below};
use regorus::Value;
use std::ops::Range;

/// Workloads that all policies look at before they go on.
const WINDOW: usize = 32;

/// Whether everything that a program finds begins with one workload, so that what it finds in some of them and in the
/// others is all that it finds.
pub(in crate::policy) fn goes_by_workload(program: &Program) -> bool {
    let first = program.rules.first().filter(|rule| rule.kind == RuleKind::Set);
    first.is_some_and(|rule| {
        let mut clauses = rule.definitions.iter().flat_map(|definition| &definition.clauses);
        clauses
            .all(|clause| matches!(clause.steps.first(), Some(Step::Each { of, .. }) if is_list(of, program)))
    })
}

/// Whether a term is `input.workloads`.
fn is_list(term: &Term, program: &Program) -> bool {
    let Term::Path(of, keys) = term else { return false };
    let [key] = keys.as_slice() else { return false };
    let key = program.constants.get(*key as usize);
    **of == Term::Input && matches!(key, Some(Constant::String(key)) if key == WORKLOADS)
}

/// Runs programs that go by workload, each over an input in which the workloads are the same. What the program at a
/// position finds is handed to `take`, which says whether it wants more of it; the same may come several times. None for a
/// program that ran to its end, or was to go no further.
pub(in crate::policy) fn run_all(
    programs: &[(&Program, &Value)],
    steps: usize,
    take: &mut dyn FnMut(usize, Value) -> bool,
) -> Vec<Option<Stop>> {
    let footings: Vec<_> = programs.iter().map(|(program, _)| Footing::new(program)).collect();
    let mut sweeps = Vec::with_capacity(programs.len());
    for ((program, input), footing) in programs.iter().zip(&footings) {
        sweeps.push(match footing {
            Ok(footing) => Ok(footing.machine(program, input, steps, false)),
            Err(stop) => Err(Some(stop.clone())),
        });
    }
    let workloads = |(_, input): &(&Program, &Value)| match below(input, &Value::from(WORKLOADS)) {
        Some(Value::Array(workloads)) => workloads.len(),
        _ => 0,
    };
    for from in (0..programs.iter().map(workloads).max().unwrap_or(0)).step_by(WINDOW) {
        for (position, sweep) in sweeps.iter_mut().enumerate() {
            let Ok(machine) = sweep else { continue };
            *sweep = match machine.elements_of(from..from + WINDOW) {
                Ok(found) => match found.into_iter().all(|element| take(position, element)) {
                    true => continue,
                    false => Err(None),
                },
                Err(stop) => Err(Some(stop)),
            };
        }
    }
    sweeps.into_iter().map(|sweep| sweep.err().flatten()).collect()
}

impl Machine<'_> {
    /// What the first rule finds in some of the workloads.
    fn elements_of(&mut self, window: Range<usize>) -> Result<Vec<Value>, Stop> {
        let program = self.program;
        let rule = program.rules.first().ok_or(Stop::Broken)?;
        self.framed(0, |machine| {
            let mut found = Unordered::default();
            for clause in rule.definitions.iter().flat_map(|definition| &definition.clauses) {
                let Some((Step::Each { key, value, of }, rest)) = clause.steps.split_first() else {
                    return Err(Stop::Broken);
                };
                let Some(Item::Kept(Value::Array(workloads))) = machine.term(of)? else { continue };
                for (at, workload) in workloads.iter().enumerate().skip(window.start).take(window.len()) {
                    machine.spend(1)?;
                    if machine.fits_both((key, Key::Position(at)), (value, Item::Kept(workload)))? {
                        machine.solve(rest, &mut |machine| {
                            found.extend(machine.term(&clause.value)?.map(Item::into_value));
                            Ok(true)
                        })?;
                    }
                }
            }
            Ok(found.elements)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::compile::{Module, Rules, compile};
    use super::*;
    use serde_json::json;

    const BY_WORKLOAD: &str = "package sweep
count_of(at) := count(input.workloads[at].containers)
deny contains [at, name] if { some at, workload in input.workloads; some name in workload.containers }
deny contains count_of(at) if { some at, _ in input.workloads; at % 7 == 0 }";
    const TORN: &str = "package sweep
x(at) := at if true
x(at) := 0 if true
deny contains x(at) if some at, _ in input.workloads";
    const OVER_PAIRS: &str = "package sweep
deny contains [a.id, b.id] if { some b in input.other; some a in input.workloads }";

    fn program(text: &str) -> Program {
        let module = Module::parse("t.rego", text).unwrap();
        compile(&Rules::new([("t.rego", &module)]), &Rules::default(), "data.sweep.deny").unwrap()
    }

    fn document(workloads: usize) -> Value {
        let workload = |at: usize| json!({"id": at, "containers": ["a", format!("b{at}")]});
        Value::from(json!({"workloads": (0..workloads).map(workload).collect::<Vec<_>>()}))
    }

    fn sorted(elements: Vec<Value>) -> Vec<Value> {
        let mut elements = elements;
        elements.sort();
        elements.dedup();
        elements
    }

    #[test]
    fn finds_what_a_run_over_all_workloads_finds() {
        let program = program(BY_WORKLOAD);
        assert!(goes_by_workload(&program));
        for workloads in [0, 1, WINDOW - 1, WINDOW, WINDOW + 1, 3 * WINDOW + 5] {
            let input = document(workloads);
            let alone = super::super::run(&program, &input, 1_000_000).unwrap().unwrap();
            let mut together = [Vec::new(), Vec::new()];
            let stops = run_all(&[(&program, &input), (&program, &input)], 1_000_000, &mut |at, found| {
                together[at].push(found);
                at == 0
            });
            assert_eq!(stops, [None, None]);
            assert_eq!(alone.is_empty(), workloads == 0);
            let [all, first] = together;
            assert_eq!(first.len(), all.len().min(1), "it wanted no more than one");
            assert_eq!(sorted(all), sorted(alone));
        }
    }

    #[test]
    fn what_stops_one_leaves_the_others() {
        let (program, torn, input) = (program(BY_WORKLOAD), program(TORN), document(2 * WINDOW));
        let mut found = 0;
        let mut take = |at, _| {
            found += at;
            true
        };
        let stops = run_all(&[(&torn, &input), (&program, &input)], 1_000_000, &mut take);
        assert_eq!(stops, [Some(Stop::Conflict("data.sweep.x".to_owned())), None]);
        assert!(found > 2 * WINDOW);
        let stops = run_all(&[(&program, &input)], 100, &mut |_, _| true);
        assert_eq!(stops, [Some(Stop::Limit)], "the steps are of all workloads together");
    }

    #[test]
    fn what_begins_elsewhere_is_not_run_so() {
        assert!(!goes_by_workload(&program(OVER_PAIRS)));
        let some_do = format!("{BY_WORKLOAD}\n{}", OVER_PAIRS.replace("package sweep\n", ""));
        assert!(!goes_by_workload(&program(&some_do)));
    }
}
