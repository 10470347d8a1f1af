//! Measuring the findings of the data anew, on the repositories themselves.

use super::data::{feature_line, feature_table};
use crate::lint::{self, ModelSource, Progress, Rating, RuleSet, Selection, Settings};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// A repository that is not there.
#[derive(Debug, thiserror::Error)]
#[error(
    "{folder} is in none of the directories: clone {name} there, at the commit that repositories.tsv names"
)]
pub struct MissingRepository {
    name: String,
    folder: String,
}

/// The text of `features.tsv` for the repositories and findings of those tables: every repository that has findings is
/// linted by all rules, below one of the directories.
///
/// # Errors
/// A repository is in none of them.
pub fn features(
    repositories: &str,
    findings: &str,
    directories: &[PathBuf],
    progress: &dyn Progress,
) -> Result<String, MissingRepository> {
    let mut wanted: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in findings.lines().skip(1) {
        let mut fields = line.split('\t');
        if let (Some(repository), Some(fingerprint)) = (fields.next(), fields.next()) {
            wanted.entry(repository).or_default().insert(fingerprint);
        }
    }
    let mut text = feature_table();
    for name in repositories.lines().skip(1).filter_map(|line| line.split('\t').next()) {
        let Some(wanted) = wanted.get(name) else { continue };
        let folder = name.replace('/', "__");
        let place = directories.iter().map(|dir| dir.join(&folder)).find(|dir| dir.is_dir());
        let Some(place) = place else { return Err(MissingRepository { name: name.to_owned(), folder }) };
        text.push_str(&of_repository(name, place, wanted, progress));
    }
    Ok(text)
}

fn of_repository(name: &str, place: PathBuf, wanted: &BTreeSet<&str>, progress: &dyn Progress) -> String {
    let settings = Settings {
        paths: vec![place.clone()],
        root: Some(place),
        selection: Selection { profile: Some(RuleSet::All), ..Selection::default() },
        rating: Rating { model: Some(ModelSource::Builtin), ..Rating::default() },
        ..Settings::default()
    };
    let outcome = lint::check(&settings, progress);
    let resources = outcome.report.summary.resources;
    let mut found: Vec<_> = outcome.report.findings.iter().collect();
    found.sort_by(|one, other| one.fingerprint.cmp(&other.fingerprint));
    let wanted = found.into_iter().filter(|finding| wanted.contains(finding.fingerprint.as_str()));
    wanted.filter_map(|finding| feature_line(name, resources, finding)).collect()
}
