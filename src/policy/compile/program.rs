//! Compiled policies: RVM programs by subject, and the file in which `build.rs` hands them over.

use super::emit::{self, Target};
use super::footprint::Footprint;
use super::{Metadata, Module, PolicyError, PolicySource, PolicyTree, reads};
use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::Program;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Entry points one program may have: the machine has 255 registers and gives one to each.
const MAX_ENTRY_POINTS: usize = 200;

/// The built-in policies, as written by `build.rs`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Bundle {
    /// Ordered by id.
    pub policies: Vec<BundledPolicy>,
    /// Path and text of the shared modules: users' policies may call them.
    pub libraries: Vec<(String, String)>,
    /// The programs.
    pub programs: Vec<ProgramSlice>,
}

/// One policy of a bundle.
#[derive(Debug, Serialize, Deserialize)]
pub struct BundledPolicy {
    /// `aws-s3-public-acl`.
    pub id: String,
    /// The file.
    pub path: String,
    /// Where its `deny` stands, 1-based.
    pub line: u32,
    /// `aws`.
    pub provider: String,
    /// `s3`.
    pub service: String,
    /// `data.policy.aws.s3.public_acl.deny`.
    pub entry_point: String,
    /// The header.
    pub metadata: Metadata,
    /// What it looks at.
    pub footprint: Footprint,
    /// For each subject the position in [`Bundle::programs`].
    pub programs: Vec<(String, u32)>,
}

/// Where a program lies in the file of programs, in bytes.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct ProgramSlice {
    /// First byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// Compiles `entry_points` of `modules`, each with its path, to one program.
pub fn compile_program<'m>(
    modules: impl IntoIterator<Item = (&'m str, &'m Module)>,
    entry_points: &[&str],
) -> Result<Arc<Program>, PolicyError> {
    let (mut engine, last) = load(Target::Machine, modules)?;
    let first = entry_points.first().copied().unwrap_or_default();
    let compiled = engine
        .compile_with_entrypoint(&first.into())
        .map_err(|error| PolicyError::from_engine(last, &error.to_string()))?;
    Compiler::compile_from_policy(&compiled, entry_points)
        .map_err(|error| PolicyError::from_engine(last, &error.to_string()))
}

/// An interpreter with `modules`, each with its path, loaded and checked: for policies that the machine refuses.
pub fn interpreter<'m>(
    modules: impl IntoIterator<Item = (&'m str, &'m Module)>,
    entry_point: &str,
) -> Result<regorus::Engine, PolicyError> {
    let (mut engine, last) = load(Target::Interpreter, modules)?;
    // As the machine, and as the language has it: what a builtin cannot do is undefined.
    engine.set_strict_builtin_errors(false);
    engine
        .compile_with_entrypoint(&entry_point.into())
        .map_err(|error| PolicyError::from_engine(last, &error.to_string()))?;
    Ok(engine)
}

fn load<'m>(
    target: Target,
    modules: impl IntoIterator<Item = (&'m str, &'m Module)>,
) -> Result<(regorus::Engine, &'m str), PolicyError> {
    let mut engine = regorus::Engine::new();
    let mut last = "";
    for (path, module) in modules {
        last = path;
        engine
            .add_policy(path.to_owned(), emit::emit(target, path, module)?)
            .map_err(|error| PolicyError::from_engine(path, &error.to_string()))?;
    }
    Ok((engine, last))
}

/// Compiles a tree of policies. The bytes of all programs stand one after the other.
pub fn bundle(tree: &PolicyTree) -> Result<(Bundle, Vec<u8>), Vec<PolicyError>> {
    let mut bundle = Bundle::default();
    let mut sources: Vec<&PolicySource> = tree.rules.iter().collect();
    sources.sort_by_key(|source| source.id());
    let mut by_subject: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, source) in sources.iter().enumerate() {
        let footprint =
            reads::footprint(&source.module, tree.libraries.iter().map(|library| &library.module));
        for subject in &footprint.subjects {
            by_subject.entry(subject.clone()).or_default().push(at);
        }
        bundle.policies.push(BundledPolicy {
            id: source.id(),
            path: source.path.clone(),
            line: source.line(),
            provider: source.provider.clone(),
            service: source.service.clone(),
            entry_point: source.entry_point(),
            metadata: source.metadata.clone(),
            footprint,
            programs: Vec::new(),
        });
    }
    let text = |library: &super::source::Library| (library.path.clone(), library.module.text.clone());
    bundle.libraries = tree.libraries.iter().map(text).collect();
    let mut bytes = Vec::new();
    let mut errors = Vec::new();
    for (subject, members) in &by_subject {
        for group in members.chunks(MAX_ENTRY_POINTS) {
            match compile_group(tree, &sources, group) {
                Ok(program) => add_program(&mut bundle, &mut bytes, subject, group, &program),
                Err(error) => errors.push(error),
            }
        }
    }
    errors.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    errors.dedup();
    if errors.is_empty() { Ok((bundle, bytes)) } else { Err(errors) }
}

fn compile_group(
    tree: &PolicyTree,
    sources: &[&PolicySource],
    group: &[usize],
) -> Result<Vec<u8>, PolicyError> {
    let members: Vec<&PolicySource> = group.iter().filter_map(|at| sources.get(*at).copied()).collect();
    let entry_points: Vec<String> = members.iter().map(|source| source.entry_point()).collect();
    let entry_points: Vec<&str> = entry_points.iter().map(String::as_str).collect();
    let libraries = tree.libraries.iter().map(|library| (library.path.as_str(), &library.module));
    let policies = members.iter().map(|source| (source.path.as_str(), &source.module));
    let program = compile_program(libraries.chain(policies), &entry_points)?;
    let mut program = Arc::unwrap_or_clone(program);
    program.sources.iter_mut().for_each(|source| source.content.clear());
    let path = members.first().map_or("policies", |source| source.path.as_str());
    program.serialize_binary().map_err(|error| PolicyError::new(path, 1, error))
}

fn add_program(bundle: &mut Bundle, bytes: &mut Vec<u8>, subject: &str, group: &[usize], program: &[u8]) {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let position = number(bundle.programs.len());
    let start = number(bytes.len());
    bytes.extend_from_slice(program);
    bundle.programs.push(ProgramSlice { start, end: number(bytes.len()) });
    for at in group {
        if let Some(policy) = bundle.policies.get_mut(*at) {
            policy.programs.push((subject.to_owned(), position));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use regorus::Value;

    const SEMANTICS: &str = include_str!("../../../testdata/policy/semantics.rego");

    /// What both engines make of a module's `deny`.
    fn both(text: &str, input: &Value) -> [String; 2] {
        let module = Module::parse("t.rego", text).unwrap();
        let entry_point = "data.semantics.deny";
        let mut machine = regorus::rvm::RegoVM::new();
        machine.load_program(compile_program([("t.rego", &module)], &[entry_point]).unwrap());
        machine.set_input(input.clone());
        let compiled = machine.execute_entry_point_by_name(entry_point);
        let mut engine = interpreter([("t.rego", &module)], entry_point).unwrap();
        engine.set_input(input.clone());
        let interpreted = engine.eval_rule(entry_point.to_owned());
        [compiled.unwrap().to_string(), interpreted.unwrap().to_string()]
    }

    #[test]
    fn both_engines_run_every_construct_as_the_language_says() {
        let input =
            Value::from_json_str(r#"{"name": "me", "list": [1, 2], "objects": [{"id": 1}, {}]}"#).unwrap();
        let (rules, helpers): (Vec<&str>, Vec<&str>) = SEMANTICS
            .lines()
            .filter(|line| !line.starts_with('#'))
            .partition(|line| line.starts_with("deny"));
        assert!(rules.len() > 50);
        let mut wrong = Vec::new();
        for rule in rules {
            let (rule, expected) = rule.split_once(" # ").expect("what it yields");
            let results = both(&format!("{}\n{rule}\n", helpers.join("\n")), &input);
            if results != [expected, expected] {
                wrong.push(format!("{rule}: {results:?}, not {expected}"));
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }

    #[test]
    fn refuses_what_the_machine_gets_wrong() {
        let refused = |rule: &str| {
            let module = Module::parse("t.rego", &format!("package p\n\n{rule}\n")).unwrap();
            compile_program([("t.rego", &module)], &["data.p.deny"]).unwrap_err().to_string()
        };
        let errors = [
            refused("deny contains 1 if f(input) == 2\nf(x) := 1 if { some v in x; v == 1 } else := 2"),
            refused("deny contains 1 if f(input) == 2\nf(x) := 1 if x[_] == 1\nelse := 2"),
            refused("deny contains 1 if f(input) == 2\ndefault f(_) := 2"),
            refused("deny contains 1 if {\n\tinput.a == 1 with input as {}\n}"),
            refused("deny contains 1 if walk(input, [p, v])"),
            refused("deny contains 1 if {\n\tsome x in input.a[_].b\n\tx == 1\n}"),
        ];
        insta::assert_snapshot!(errors.join("\n"), @r#"
t.rego:4: an `else` after a body that iterates is not compiled
t.rego:4: an `else` after a body that iterates is not compiled
t.rego:4: the default of a function is not compiled
t.rego:4: `with` is not compiled
t.rego:1: walk loops are not yet supported in the RVM compiler
t.rego:4: `some` over what is iterated over itself is not compiled (write `some o in a` and `some x in o.b` instead of `some x in a[_].b`)
"#);
    }
}
