//! Runs the tests that lie beside policies, and tells which lines of a policy no test reaches.

use super::compile::{Library, Module, PolicyError, PolicyTree};
use super::set::{diagnostic, libraries, slashed};
use crate::source::Diagnostic;
use rayon::prelude::*;
use regorus::{Engine, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// What testing a folder of policies showed.
#[derive(Debug, Default)]
pub struct TestReport {
    /// Policies and shared modules, ordered by path.
    pub modules: Vec<TestedModule>,
    /// Policies and tests that cannot be used.
    pub diagnostics: Vec<Diagnostic>,
}

/// A policy or a shared module and its tests.
#[derive(Debug)]
pub struct TestedModule {
    /// The file.
    pub path: String,
    /// The rule's id; nothing for a shared module.
    pub rule: Option<String>,
    /// Its tests, ordered by name.
    pub tests: Vec<TestResult>,
    /// 1-based lines that no test reaches.
    pub uncovered: BTreeSet<u32>,
}

/// One `test_...` rule.
#[derive(Debug)]
pub struct TestResult {
    /// Its name.
    pub name: String,
    /// The file it is in.
    pub path: String,
    /// 1-based.
    pub line: u32,
    /// Why it failed; nothing where it passed.
    pub failure: Option<String>,
}

/// Runs the `*_test.rego` of every folder against the policy or shared modules of that folder. `files` are path and
/// text of every file in a folder of policies.
pub fn test(files: Vec<(PathBuf, String)>) -> TestReport {
    let (tree, errors) = PolicyTree::read(files.into_iter().map(|(path, text)| (slashed(&path), text)));
    let builtin = libraries(&tree);
    let shared: Vec<&Library> = builtin.iter().chain(&tree.libraries).collect();
    let mut report = TestReport { modules: Vec::new(), diagnostics: errors.iter().map(diagnostic).collect() };
    let mut folders: BTreeMap<&str, Folder<'_>> = BTreeMap::new();
    for source in &tree.rules {
        let file = Subject { path: &source.path, module: &source.module, rule: Some(source.id()) };
        folders.entry(folder(&source.path)).or_default().subjects.push(file);
    }
    for library in &tree.libraries {
        let file = Subject { path: &library.path, module: &library.module, rule: None };
        folders.entry(folder(&library.path)).or_default().subjects.push(file);
    }
    for (path, text) in &tree.tests {
        match Module::parse(path, text) {
            Ok(module) => folders.entry(folder(path)).or_default().tests.push((path, module)),
            Err(error) => report.diagnostics.push(diagnostic(&error)),
        }
    }
    let folders: Vec<&Folder<'_>> = folders.values().collect();
    let results: Vec<_> = folders.par_iter().map(|folder| folder.run(&shared)).collect();
    for result in results {
        match result {
            Ok(modules) => report.modules.extend(modules),
            Err(error) => report.diagnostics.push(diagnostic(&error)),
        }
    }
    report
}

/// Everything before the last `/`.
fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// What lies in one folder.
#[derive(Default)]
struct Folder<'t> {
    subjects: Vec<Subject<'t>>,
    tests: Vec<(&'t str, Module)>,
}

/// What is tested.
struct Subject<'t> {
    path: &'t str,
    module: &'t Module,
    rule: Option<String>,
}

impl Folder<'_> {
    fn run(&self, shared: &[&Library]) -> Result<Vec<TestedModule>, PolicyError> {
        let mut engine = Engine::new();
        engine.set_enable_coverage(true);
        let own = self.subjects.iter().filter(|subject| subject.rule.is_some());
        let own = own.map(|subject| (subject.path, subject.module));
        let tests = self.tests.iter().map(|(path, module)| (*path, module));
        let libraries = self.needed(shared);
        let libraries = libraries.iter().map(|library| (library.path.as_str(), &library.module));
        for (path, module) in libraries.chain(own).chain(tests) {
            engine
                .add_policy(path.to_owned(), module.text.clone())
                .map_err(|error| PolicyError::from_engine(path, &error.to_string()))?;
        }
        let mut results = self.results(&mut engine);
        let uncovered = uncovered(&engine);
        let tested = |subject: &Subject<'_>| {
            let stem = subject.path.strip_suffix(".rego").unwrap_or(subject.path);
            let alone = self.subjects.len() == 1;
            let is_own = |test: &TestResult| alone || test.path == format!("{stem}_test.rego");
            let (tests, others) = std::mem::take(&mut results).into_iter().partition(is_own);
            results = others;
            let lines = || (1..).zip(subject.module.text.lines()).map(|(line, _)| line).collect();
            TestedModule {
                path: subject.path.to_owned(),
                rule: subject.rule.clone(),
                tests,
                uncovered: uncovered.get(subject.path).cloned().unwrap_or_else(lines),
            }
        };
        let mut modules: Vec<TestedModule> = self.subjects.iter().map(tested).collect();
        if let (false, Some(first)) = (results.is_empty(), modules.first_mut()) {
            first.tests.extend(results);
        }
        Ok(modules)
    }

    /// The shared modules that its files name, directly or not: reading all of them takes longer than most tests.
    fn needed<'s>(&self, shared: &[&'s Library]) -> Vec<&'s Library> {
        let own = self.subjects.iter().map(|subject| subject.module);
        let mut reading: Vec<&Module> = own.chain(self.tests.iter().map(|(_, module)| module)).collect();
        let mut needed: BTreeMap<&str, &'s Library> = BTreeMap::new();
        while let Some(module) = reading.pop() {
            for library in shared.iter().filter(|library| refers(module, &library.module)) {
                if needed.insert(&library.path, library).is_none() {
                    reading.push(&library.module);
                }
            }
        }
        needed.into_values().collect()
    }

    fn results(&self, engine: &mut Engine) -> Vec<TestResult> {
        let mut results = Vec::new();
        for (path, module) in &self.tests {
            for (name, line) in module.rule_names() {
                if !name.starts_with("test_") {
                    continue;
                }
                let rule = format!("data.{}.{name}", module.package.join("."));
                let failure = match engine.eval_rule(rule) {
                    Ok(Value::Bool(true)) => None,
                    Ok(Value::Undefined) => Some("does not hold".to_owned()),
                    Ok(other) => Some(format!("is {other}")),
                    Err(error) => Some(PolicyError::from_engine(path, &error.to_string()).to_string()),
                };
                results.push(TestResult { name, path: (*path).to_owned(), line, failure });
            }
        }
        results
    }
}

/// Whether a module names, or belongs to, the package of another.
fn refers(module: &Module, other: &Module) -> bool {
    module.package == other.package || module.text.contains(&format!("data.{}", other.package.join(".")))
}

/// Lines that were not reached, by file. A file of which nothing was reached is missing.
fn uncovered(engine: &Engine) -> BTreeMap<String, BTreeSet<u32>> {
    let files = engine.get_coverage_report().map(|report| report.files).unwrap_or_default();
    files.into_iter().map(|file| (file.path, file.not_covered)).collect()
}
