//! What the cases of policies do not show: each is changed in one place at a time, and its rule has to notice.
//!
//! Line coverage tells that a line was run, not that it matters. So for each definition of a rule's `deny`: some bad
//! case has to make it report; for each path that it gives, some change to a bad case has to silence it; and some
//! change to a good case has to make it report, so that a good case is good for the reason the rule looks at and no
//! other. Of each attribute that a policy reads, some change to it has to change what the rule says; of each kind of
//! resource, some case has to hold one. And where a value is made unknown, nothing is reported that was not, and
//! nothing that was passes.
//!
//! Values are changed where files have been evaluated and before the graph is made of them. Changing the documents that
//! policies see would be faster, but not sound: what is derived (links, workloads, identities, exposures) would not
//! follow. Changing texts would have to evaluate them anew each time and would hide most places behind variables. What
//! this leaves out is what the evaluation itself derives: the text that a policy document data source makes is changed
//! in each resource that uses it, not in the data source.

mod changes;
mod gap;
mod hide;
mod outcome;
mod reads;
mod tally;
mod unknown;
mod vocabulary;

use super::cases::Case;
use super::change::declared::Declared;
use crate::policy::PolicySet;
use crate::policy::compile::PolicySource;
use crate::source::{Diagnostic, Level};
use gap::Gaps;
pub use gap::{Gap, Lack};
pub use hide::{Hidden, hide};
use rayon::prelude::*;
use reads::Reading;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tally::{Rule, Tally};

/// What changing the cases of policies showed.
#[derive(Debug, Default)]
pub struct Mutated {
    /// Changes tried.
    pub changes: usize,
    /// What nothing shows, in order.
    pub gaps: Vec<Gap>,
    /// Cases of which not all changes were tried.
    pub diagnostics: Vec<Diagnostic>,
}

/// Changes the cases of the rules that are `selected`, of the policies in `dir`; `files` are the paths below it and
/// texts of these. What shared modules read is judged only where these are all rules there are (`whole`).
pub(super) fn mutate(
    dir: &Path,
    files: &[(PathBuf, String)],
    policies: &PolicySet,
    selected: &BTreeSet<String>,
    cases: &[Case],
    whole: bool,
) -> Mutated {
    let mut by_rule: BTreeMap<&str, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        by_rule.entry(&case.rule).or_default().push(case);
    }
    let is_rule = |path: &Path| path.file_name().is_some_and(|name| name == "rule.rego");
    let sources = files.par_iter().filter(|(path, _)| is_rule(path)).filter_map(|(path, text)| {
        // One that cannot be used has been reported while loading.
        let source = PolicySource::parse(&path.to_string_lossy().replace('\\', "/"), text).ok()?;
        selected.contains(&source.id()).then_some(source)
    });
    let tried: BTreeMap<String, (Gaps, Tally)> = sources
        .map(|source| {
            let cases = by_rule.get(source.id().as_str()).map(Vec::as_slice).unwrap_or_default();
            (source.id(), one_rule(dir, &source, policies, cases))
        })
        .collect();
    let mut mutated = Mutated::default();
    let mut seen: BTreeSet<Reading> = BTreeSet::new();
    for (gaps, _) in tried.values() {
        seen.extend(gaps.seen.iter().cloned());
    }
    for (id, (gaps, tally)) in tried {
        mutated.changes += tally.tried;
        mutated.gaps.extend(gaps.own);
        // What a shared module reads is shown if any rule's cases show it, and is missed once.
        let shared = gaps.shared.into_iter().filter(|(reading, _)| whole && seen.insert(reading.clone()));
        mutated.gaps.extend(shared.map(|(_, gap)| gap));
        for case in tally.cut {
            let message = format!("{id}: there are too many changes to {case}, only the first were tried");
            let found = Diagnostic::on_path(Level::Error, "mutation", case, message);
            mutated.diagnostics.push(found.with_help("split the case into smaller ones"));
        }
    }
    mutated
}

/// Tries all changes on the cases of one rule.
fn one_rule(dir: &Path, source: &PolicySource, policies: &PolicySet, cases: &[&Case]) -> (Gaps, Tally) {
    let declared: Vec<(&Case, Declared)> = cases.iter().map(|case| (*case, Declared::of(case))).collect();
    let rule = Rule::new(policies, &source.id(), &declared);
    let tried = declared.par_iter().map(|(case, declared)| rule.try_case(case, declared));
    let tally = tried.collect::<Vec<_>>().into_iter().fold(Tally::default(), Tally::join);
    let file = dir.join(&source.path).to_string_lossy().replace('\\', "/");
    (gap::gaps(source, &file, &rule, &tally), tally)
}
