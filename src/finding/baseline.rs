//! Baselines: what was found at some time and is left for later, so that only what came since counts.
//!
//! A finding is known by its fingerprint, which edits elsewhere do not change. Where a directory was moved or renamed,
//! which does, it is known by its rule, its resource and its path.

use super::fingerprint::without_instance_keys;
use super::{Finding, State};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The version of the file's format.
const VERSION: u32 = 1;

/// Findings that were known when it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
pub struct Baseline {
    /// The version of this format.
    version: u32,
    /// Ordered by file, rule and resource.
    findings: Vec<Known>,
}

/// A known finding. What tells it is its fingerprint; the rest is for people who read the file, and for finding it
/// again where its directory was moved.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Known {
    /// The file to change, relative to the top.
    pub file: String,
    /// The rule's id.
    pub rule: String,
    /// Id of the first affected resource.
    resource: String,
    /// Path of the fault in it.
    path: String,
    /// Whether it holds or could not be decided.
    state: KnownState,
    /// `purlin/v1`.
    fingerprint: String,
}

/// States that a baseline takes in.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
enum KnownState {
    Open,
    Undecided,
}

/// What stays the same where a directory is moved: rule, address, path.
type Moved = (String, String, String);

impl Baseline {
    /// Takes in what counts: open findings and undecided ones.
    pub fn of(findings: &[Finding]) -> Baseline {
        let known: BTreeSet<Known> = findings.iter().filter_map(Known::of).collect();
        Baseline { version: VERSION, findings: known.into_iter().collect() }
    }

    /// Reads what [`Baseline::to_json`] writes.
    ///
    /// # Errors
    /// A text that is no baseline; in words, with line and column.
    pub fn parse(text: &str) -> Result<Baseline, String> {
        let parsed: Result<Baseline, _> = serde_json::from_str(text.trim_start_matches('\u{feff}'));
        match parsed {
            Ok(baseline) if baseline.version == VERSION => Ok(baseline),
            Ok(baseline) => Err(format!("has version {}, and this Purlin reads {VERSION}", baseline.version)),
            Err(error) => Err(format!("is no baseline: {error}")),
        }
    }

    /// The file, a line for each finding, so that a change of it can be read and merged.
    pub fn to_json(&self) -> String {
        let lines: Vec<String> =
            self.findings.iter().filter_map(|one| serde_json::to_string(one).ok()).collect();
        match lines.as_slice() {
            [] => format!("{{\"version\": {VERSION}, \"findings\": []}}\n"),
            lines => format!("{{\"version\": {VERSION}, \"findings\": [\n{}\n]}}\n", lines.join(",\n")),
        }
    }

    /// Marks the findings that are known; gives what is known and was not found. One that was undecided and holds for
    /// certain now is no longer the one that was known, and counts.
    pub fn mark(&self, findings: &mut [Finding]) -> Vec<&Known> {
        let known: BTreeMap<&str, &Known> =
            self.findings.iter().map(|one| (one.fingerprint.as_str(), one)).collect();
        let mut found = BTreeSet::new();
        let mut rest: BTreeMap<Moved, Vec<&mut Finding>> = BTreeMap::new();
        for finding in findings {
            match known.get(finding.fingerprint.as_str()).filter(|one| one.rule == finding.rule) {
                Some(one) => {
                    found.insert(one.fingerprint.as_str());
                    one.accept(finding);
                }
                None => {
                    let path = finding.path.without_indices().to_string();
                    rest.entry(moved(&finding.rule, &finding.resource.id, &path)).or_default().push(finding);
                }
            }
        }
        let lost = self.findings.iter().filter(|one| !found.contains(one.fingerprint.as_str()));
        let mut left: BTreeMap<Moved, Vec<&Known>> = BTreeMap::new();
        lost.for_each(|one| left.entry(moved(&one.rule, &one.resource, &one.path)).or_default().push(one));
        left.retain(|what, known| match rest.get_mut(what) {
            // Of a copied directory it is not known which is the old one: all of them count.
            Some(findings) if findings.len() <= known.len() && elsewhere(findings, known) => {
                known.iter().zip(findings.iter_mut()).for_each(|(one, finding)| one.accept(finding));
                false
            }
            _ => true,
        });
        left.into_values().flatten().collect()
    }
}

impl Known {
    fn of(finding: &Finding) -> Option<Known> {
        let state = match finding.state {
            State::Open => KnownState::Open,
            State::Undecided => KnownState::Undecided,
            State::Suppressed | State::Baselined => return None,
        };
        Some(Known {
            file: finding.location.file.clone(),
            rule: finding.rule.clone(),
            resource: finding.resource.id.clone(),
            path: finding.path.without_indices().to_string(),
            state,
            fingerprint: finding.fingerprint.clone(),
        })
    }

    fn accept(&self, finding: &mut Finding) {
        match (self.state, finding.state) {
            (_, State::Undecided) | (KnownState::Open, State::Open) => finding.state = State::Baselined,
            _ => {}
        }
    }
}

fn moved(rule: &str, id: &str, path: &str) -> Moved {
    let address = id.split_once("//").map_or(id, |(_, address)| address);
    (rule.to_owned(), without_instance_keys(address), path.to_owned())
}

/// Whether the findings lie in other directories than what is known of them: in the same one it was the cause that
/// changed, so that it is another fault.
fn elsewhere(findings: &[&mut Finding], known: &[&Known]) -> bool {
    let directory = |id: &str| id.split_once("//").map(|(directory, _)| directory.to_owned());
    let before: BTreeSet<Option<String>> = known.iter().map(|one| directory(&one.resource)).collect();
    findings.iter().all(|finding| !before.contains(&directory(&finding.resource.id)))
}
