//! Environments: several files of values beside one root module, each of which the root is evaluated with.

use super::functions::glob::Glob;
use super::inputs::is_automatic;
use super::module_source::{join, normalised};
use super::project::Project;
use crate::source::{FileKind, Sources};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Directory entries looked at beside one root for one pattern.
const ENTRIES: usize = 20_000;
/// Directories below each other that are looked into.
const DEPTH: usize = 8;

/// Paths of files of values by root directory.
type Files = BTreeMap<Arc<str>, Vec<Arc<str>>>;

/// An environment: `prod`.
#[derive(Clone, Debug)]
pub struct Environment {
    /// What the pattern left open in the files' names.
    pub name: Arc<str>,
    /// By root directory the files that make it, in order.
    files: Files,
    /// Roots that have environments, but not this one.
    elsewhere: BTreeSet<Arc<str>>,
}

impl Environment {
    /// Whether a root module is made for environments of which this is none.
    pub(super) fn leaves_out(&self, root: &str) -> bool {
        self.elsewhere.contains(root)
    }

    /// Whether a root module has values of its own here.
    pub fn holds(&self, root: &str) -> bool {
        self.files.contains_key(root)
    }

    /// The files that set a root's variables here.
    pub(super) fn files(&self, root: &str) -> &[Arc<str>] {
        self.files.get(root).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The environments of a run, ordered by name: every file of values that matches one of `patterns`, which are
/// relative to each root module. Files that Terraform reads by itself make none.
pub(super) fn environments(project: &Project, sources: &Sources, patterns: &[Pattern]) -> Vec<Environment> {
    let mut found: BTreeMap<Arc<str>, Files> = BTreeMap::new();
    for root in &project.roots {
        for pattern in patterns {
            for path in pattern.files(sources, root) {
                let files = found.entry(pattern.name(&path)).or_default().entry(root.clone()).or_default();
                let full = normalised(&join(root, &path));
                if !files.contains(&full) {
                    files.push(full);
                }
            }
        }
    }
    let roots: BTreeSet<Arc<str>> = found.values().flat_map(|files| files.keys().cloned()).collect();
    let environment = |(name, files): (Arc<str>, Files)| {
        let elsewhere = roots.iter().filter(|root| !files.contains_key(*root)).cloned().collect();
        Environment { name, files, elsewhere }
    };
    found.into_iter().map(environment).collect()
}

/// A pattern of `--each-var-file`.
#[derive(Debug)]
pub struct Pattern {
    glob: Glob,
    /// What stands before the first wildcard and after the last one.
    literal: (String, String),
}

impl Pattern {
    /// None for what is no pattern: an open bracket, or a path that leads up or begins at `/`.
    pub fn new(text: &str) -> Option<Pattern> {
        let text = text.strip_prefix("./").unwrap_or(text);
        let is_below = !text.starts_with('/') && !text.split('/').any(|segment| segment == "..");
        let wild = ['*', '?', '[', '{'];
        let before = text.find(wild).map_or("", |at| text.get(..at).unwrap_or_default());
        let ends = text.rfind(['*', '?', ']', '}']).map_or("", |at| text.get(at + 1..).unwrap_or_default());
        let literal = (before.to_owned(), ends.to_owned());
        Glob::parse(text).filter(|_| is_below && !text.is_empty()).map(|glob| Pattern { glob, literal })
    }

    /// What the pattern leaves open; of a path without wildcards the file's name.
    fn name(&self, path: &str) -> Arc<str> {
        let open = path.strip_prefix(self.literal.0.as_str()).unwrap_or(path);
        let open = open.strip_suffix(self.literal.1.as_str()).unwrap_or(open);
        let open = match open == path || open.is_empty() {
            true => path.rsplit('/').next().unwrap_or(path),
            false => open,
        };
        let plain = open.trim_matches('/');
        let plain = plain.strip_suffix(".json").unwrap_or(plain);
        let plain = plain.strip_suffix(".tfvars").unwrap_or(plain);
        if plain.is_empty() { path.into() } else { plain.into() }
    }

    /// The files beside a root that match, relative to it and ordered.
    fn files(&self, sources: &Sources, root: &str) -> Vec<String> {
        let base = join(root, &self.glob.fixed);
        let fixed = |below: &str| match self.glob.fixed.as_str() {
            "" => below.to_owned(),
            fixed => format!("{fixed}/{below}"),
        };
        let (mut found, mut seen) = (Vec::new(), 0);
        let mut pending = vec![(String::new(), 0)];
        while let Some((below, depth)) = pending.pop() {
            for entry in sources.list(&join(if base.is_empty() { "." } else { &base }, &below)) {
                seen += 1;
                if seen > ENTRIES {
                    return found;
                }
                let path = if below.is_empty() { entry.name } else { format!("{below}/{}", entry.name) };
                let is_values = || {
                    let kind = FileKind::of_name(&path);
                    let full = fixed(&path);
                    let automatic = !full.contains('/') && is_automatic(&full);
                    matches!(kind, Some(FileKind::Variables | FileKind::VariablesJson)) && !automatic
                };
                if entry.is_dir && depth < self.glob.depth.unwrap_or(DEPTH).min(DEPTH) {
                    pending.push((path, depth + 1));
                } else if !entry.is_dir && is_values() && self.glob.matches(&path) {
                    found.push(fixed(&path));
                }
            }
        }
        found.sort();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn the_name_is_what_the_pattern_leaves_open() {
        let table = [
            ("*.tfvars", "dev.tfvars", "dev"),
            ("environments/*.tfvars", "environments/prod.tfvars", "prod"),
            ("environments/*/terraform.tfvars", "environments/eu/terraform.tfvars", "eu"),
            ("env-*.tfvars*", "env-dev.tfvars.json", "dev"),
            ("{dev,prod}.tfvars", "dev.tfvars", "dev"),
            ("env/**/*.tfvars", "env/eu/west.tfvars", "eu/west"),
            ("live/dev.tfvars", "live/dev.tfvars", "dev"),
        ];
        for (pattern, path, name) in table {
            assert_eq!(&*Pattern::new(pattern).unwrap().name(path), name, "{pattern} of {path}");
        }
        for wrong in ["", "/etc/*.tfvars", "../*.tfvars", "a/../*.tfvars", "[a.tfvars", "{a.tfvars"] {
            assert!(Pattern::new(wrong).is_none(), "{wrong}");
        }
    }
}
