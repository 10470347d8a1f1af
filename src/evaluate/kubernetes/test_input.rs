//! Files that other tools' tests compare with, or feed to what they test: nobody sends them to a cluster to run.

use super::kustomization::{directory, items, join, paths_of, texts};
use super::read::Documents;
use super::{kinds, kustomization};
use crate::parse::tree::{Node, NodeKind};
use std::collections::BTreeSet;

/// What tests read.
#[derive(Debug, Default)]
pub(super) struct TestInputs {
    files: BTreeSet<String>,
    /// With all that lies below.
    directories: BTreeSet<String>,
}

/// Levels of a test's steps that are searched for the files they name.
const MAX_DEPTH: usize = 16;

/// What the tests among `files` say that they read.
pub(super) fn find(files: &[Documents]) -> TestInputs {
    let mut found = TestInputs::default();
    for file in files {
        for node in &file.nodes {
            found.read(directory(&file.path), kustomization::file_name(&file.path), node);
        }
    }
    found
}

impl TestInputs {
    /// Whether a file is one of them.
    pub(super) fn hold(&self, path: &str) -> bool {
        if self.files.contains(path) || is_assertion(kustomization::file_name(path)) {
            return true;
        }
        let mut next = directory(path);
        while next != "." {
            if self.directories.contains(next) {
                return true;
            }
            next = directory(next);
        }
        false
    }

    fn add(&mut self, directory: &str, written: &str) {
        self.files.extend(join(directory, written));
    }

    fn read(&mut self, directory: &str, name: &str, node: &Node) {
        let text = |key: &str| node.get(key).and_then(Node::as_str).unwrap_or_default();
        match (kinds::group(text("apiVersion")), text("kind")) {
            ("cli.kyverno.io", "Test") => self.kyverno(directory, node),
            _ if name.starts_with("kyverno-test.") => self.kyverno(directory, node),
            ("chainsaw.kyverno.io", "Test") => self.steps(directory, node, 0),
            ("kuttl.dev", "TestSuite") => {
                for written in texts(node.get("testDirs")) {
                    // Named as the directory in which the tool is started sees them.
                    self.directories.extend(join(".", written));
                    self.directories.extend(join(directory, written));
                }
            }
            ("test.gatekeeper.sh", "Suite") => {
                for test in items(node.get("tests")) {
                    for case in items(test.get("cases")) {
                        let objects = case.get("object").and_then(Node::as_str);
                        let all = objects.into_iter().chain(texts(case.get("inventory")));
                        all.for_each(|written| self.add(directory, written));
                    }
                }
            }
            _ => {}
        }
    }

    fn kyverno(&mut self, directory: &str, node: &Node) {
        for key in ["resources", "targetResources", "values", "variables", "userinfo"] {
            let named = texts(node.get(key)).chain(node.get(key).and_then(Node::as_str));
            named.for_each(|written| self.add(directory, written));
        }
        for key in ["patchedResource", "patchedResources", "generatedResource", "cloneSourceResource"] {
            paths_of(node.get("results"), key).for_each(|written| self.add(directory, written));
        }
    }

    /// The files that the steps of a test name, whatever they do with them.
    fn steps(&mut self, directory: &str, node: &Node, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        match &node.kind {
            NodeKind::Sequence(items) => {
                items.iter().for_each(|item| self.steps(directory, item, depth + 1));
            }
            NodeKind::Mapping(entries) => {
                for entry in entries.iter() {
                    match entry.value.as_str() {
                        Some(written) if &*entry.key == "file" => self.add(directory, written),
                        _ => self.steps(directory, &entry.value, depth + 1),
                    }
                }
            }
            _ => {}
        }
    }
}

/// Whether a file has the name by which kuttl and chainsaw tell what a cluster should come to: `00-assert.yaml`,
/// `01-errors.yaml`.
fn is_assertion(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let Some((number, rest)) = stem.split_once('-') else { return false };
    let first = rest.split(['-', '.']).next().unwrap_or_default();
    !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(first, "assert" | "asserts" | "error" | "errors")
}

#[cfg(test)]
mod tests {
    use super::is_assertion;

    #[test]
    fn names_of_assertions() {
        for (name, expected) in [
            ("00-assert.yaml", true),
            ("12-errors.yaml", true),
            ("1-assert-ready.yml", true),
            ("00-install.yaml", false),
            ("assert.yaml", false),
            ("v1-assert.yaml", false),
            ("00-assertions.yaml", false),
        ] {
            assert_eq!(is_assertion(name), expected, "{name}");
        }
    }
}
