//! Every built-in policy: its tests pass and reach every line of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and reads and runs what it has to"
)]

use std::path::{Path, PathBuf};

/// Every file below a folder, with its text.
#[expect(clippy::disallowed_methods, reason = "a test reads what lies in this repository")]
fn read_tree(folder: &Path, files: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_tree(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rego") {
            let text = std::fs::read_to_string(&path).unwrap();
            files.push((path, text));
        }
    }
}

fn policies() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    read_tree(Path::new("policies"), &mut files);
    files
}

#[test]
fn tests_of_policies_pass_and_reach_every_line() {
    let report = purlin::policy::test(policies());
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
