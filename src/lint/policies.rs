//! The policies of a run: the built-in ones, and those in directories of the user's.

use super::Settings;
use crate::policy::{PolicySet, Rule};
use crate::source::{self, Diagnostic, Level};
use std::path::{Path, PathBuf};

/// Every rule that the settings make available, ordered by id, and those of them that are selected.
pub fn rules(settings: &Settings) -> (Vec<Rule>, Vec<Diagnostic>) {
    let (policies, mut diagnostics) = policies(settings);
    let (selected, unknown) = settings.selection.resolve(policies.rules());
    diagnostics.extend(unknown);
    (policies.into_rules(&selected), diagnostics)
}

/// The built-in policies and the user's.
pub(super) fn policies(settings: &Settings) -> (PolicySet, Vec<Diagnostic>) {
    let mut policies = PolicySet::builtin();
    let mut diagnostics = Vec::new();
    for dir in &settings.policies {
        let (own, found) = load_policies(dir);
        diagnostics.extend(found);
        diagnostics.extend(policies.extend(own));
    }
    (policies, diagnostics)
}

/// The policies in a directory.
pub fn load_policies(dir: &Path) -> (PolicySet, Vec<Diagnostic>) {
    let shown = dir.to_string_lossy();
    let broken = |code, message: String| {
        let diagnostic = Diagnostic::on_path(Level::Error, code, &*shown, message);
        (PolicySet::default(), vec![diagnostic])
    };
    let files = match source::read_tree(dir, &|path| path.extension().is_some_and(|ext| ext == "rego")) {
        Ok(files) if files.is_empty() => {
            let (set, found) = broken("no-policies", "holds no .rego file".to_owned());
            let help = "a policy is a file `<provider>/<service>/<rule>/rule.rego` below this directory";
            return (set, found.into_iter().map(|one| one.with_help(help)).collect());
        }
        Ok(files) => files,
        Err(error) => return broken("policy-directory", error.to_string()),
    };
    load_policy_files(dir, files)
}

/// The same of `files` of the directory, with their paths below it.
pub(super) fn load_policy_files(dir: &Path, files: Vec<(PathBuf, String)>) -> (PolicySet, Vec<Diagnostic>) {
    let shown = dir.to_string_lossy();
    let (set, mut diagnostics) = PolicySet::load(files);
    for diagnostic in &mut diagnostics {
        let path = diagnostic.path.as_ref().map(|path| format!("{}/{path}", shown.trim_end_matches('/')));
        diagnostic.path = path;
    }
    (set, diagnostics)
}
