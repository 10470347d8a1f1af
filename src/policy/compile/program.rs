//! Compiled policies: RVM programs by subject, and the file in which `build.rs` hands them over.

use super::footprint::Footprint;
use super::{Metadata, PolicyError, PolicySource, PolicyTree, reads};
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

/// Compiles `entry_points` of `modules` (path, text) to one program.
pub fn compile_program<'m>(
    modules: impl IntoIterator<Item = (&'m str, &'m str)>,
    entry_points: &[&str],
) -> Result<Arc<Program>, PolicyError> {
    let (mut engine, last) = load(modules)?;
    let first = entry_points.first().copied().unwrap_or_default();
    let compiled = engine
        .compile_with_entrypoint(&first.into())
        .map_err(|error| PolicyError::from_engine(last, &error.to_string()))?;
    Compiler::compile_from_policy(&compiled, entry_points)
        .map_err(|error| PolicyError::from_engine(last, &error.to_string()))
}

/// An interpreter with `modules` (path, text) loaded and checked: for policies that the machine refuses.
pub fn interpreter<'m>(
    modules: impl IntoIterator<Item = (&'m str, &'m str)>,
    entry_point: &str,
) -> Result<regorus::Engine, PolicyError> {
    let (mut engine, last) = load(modules)?;
    engine
        .compile_with_entrypoint(&entry_point.into())
        .map_err(|error| PolicyError::from_engine(last, &error.to_string()))?;
    Ok(engine)
}

fn load<'m>(
    modules: impl IntoIterator<Item = (&'m str, &'m str)>,
) -> Result<(regorus::Engine, &'m str), PolicyError> {
    let mut engine = regorus::Engine::new();
    let mut last = "";
    for (path, text) in modules {
        last = path;
        engine
            .add_policy(path.to_owned(), text.to_owned())
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
            provider: source.provider.clone(),
            service: source.service.clone(),
            entry_point: source.entry_point(),
            metadata: source.metadata.clone(),
            footprint,
            programs: Vec::new(),
        });
    }
    let text = |library: &super::source::Library| (library.path.clone(), library.text.clone());
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
    let libraries = tree.libraries.iter().map(|library| (library.path.as_str(), library.text.as_str()));
    let policies = members.iter().map(|source| (source.path.as_str(), source.module.text.as_str()));
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
