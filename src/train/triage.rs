//! A team's decisions and the findings that they are on.
//!
//! Decisions are a table with tabs and a line of names first: `first`, `second` (fingerprints), `author`, `commit`,
//! `reason`. Findings come from audit records, which hold the features of a finding long after it is fixed.

use super::retrain::Decision;
use crate::risk::{FEATURES, Feature, Level, Measurement, Model, score};
use serde::Deserialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Findings and decisions that are read.
const MOST: usize = 100_000;
const NAMES: [&str; 5] = ["first", "second", "author", "commit", "reason"];

/// A table or a record that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct TriageError {
    line: usize,
    what: String,
}

/// Findings of audit records.
#[derive(Clone, Debug, Default)]
pub struct Records {
    /// Fingerprints, by position.
    pub fingerprints: Vec<String>,
    /// What they are made of, by position.
    pub findings: Vec<Measurement>,
    positions: BTreeMap<String, usize>,
}

/// A line of an audit record, as far as it is of interest here.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Line {
    Run {},
    Finding { fingerprint: String, rule: String, features: BTreeMap<String, Levels> },
}

#[derive(Deserialize)]
struct Levels {
    at: u8,
    least: Option<u8>,
    most: Option<u8>,
}

impl Records {
    /// Adds the findings of a record; of one that is there already, what the later record says.
    ///
    /// # Errors
    /// A line that is none of an audit record; too many findings.
    pub fn read(&mut self, text: &str) -> Result<(), TriageError> {
        for (at, line) in text.lines().enumerate() {
            let wrong = |what: String| TriageError { line: at + 1, what };
            let line: Line = serde_json::from_str(line)
                .map_err(|error| wrong(format!("no line of an audit record: {error}")))?;
            let Line::Finding { fingerprint, rule, features } = line else { continue };
            if features.is_empty() {
                continue;
            }
            let measured = measured(rule, &features).map_err(wrong)?;
            match self.positions.get(&fingerprint) {
                Some(at) => {
                    if let Some(slot) = self.findings.get_mut(*at) {
                        *slot = measured;
                    }
                }
                None if self.findings.len() >= MOST => {
                    return Err(wrong(format!("more than {MOST} findings")));
                }
                None => {
                    self.positions.insert(fingerprint.clone(), self.findings.len());
                    self.fingerprints.push(fingerprint);
                    self.findings.push(measured);
                }
            }
        }
        Ok(())
    }
}

fn measured(rule: String, features: &BTreeMap<String, Levels>) -> Result<Measurement, String> {
    let mut measured = Measurement::lowest();
    measured.rule = rule;
    for definition in FEATURES {
        let id = definition.id;
        let Levels { at, least, most } = features.get(id).ok_or_else(|| format!("without `{id}`"))?;
        let level = Level { at: *at, least: least.unwrap_or(*at), most: most.unwrap_or(*at) };
        let Level { at, least, most } = level;
        if !(least <= at && at <= most && most <= definition.feature.highest()) {
            return Err(format!("`{id}` has no such level"));
        }
        measured.set(definition.feature, level);
    }
    Ok(measured)
}

/// Decisions that count, and how many do not.
#[derive(Clone, Debug, Default)]
pub struct Triage {
    /// Those that count.
    pub decisions: Vec<Decision>,
    /// How many do not, by the reason.
    pub left_out: BTreeMap<&'static str, usize>,
    /// Who decided.
    pub authors: usize,
}

impl Triage {
    /// Reads decisions on findings of records.
    ///
    /// # Errors
    /// A table that is not as the module says.
    pub fn read(text: &str, records: &Records) -> Result<Triage, TriageError> {
        let mut lines = text.lines().enumerate();
        let head = lines.next().map(|(_, line)| line).unwrap_or_default();
        if head != NAMES.join("\t") {
            return Err(TriageError {
                line: 1,
                what: format!("the names of columns are not {}", NAMES.join(", ")),
            });
        }
        let mut triage = Triage::default();
        let mut commits = BTreeSet::new();
        for (at, line) in lines.filter(|(_, line)| !line.is_empty()) {
            let wrong = |what: &str| TriageError { line: at + 1, what: what.to_owned() };
            let fields: Vec<&str> = line.splitn(NAMES.len(), '\t').collect();
            let [first, second, author, commit, _] = fields[..] else {
                return Err(wrong("a decision has five fields"));
            };
            if author.is_empty() || commit.is_empty() {
                return Err(wrong("a decision has an author and a commit"));
            }
            if triage.decisions.len() >= MOST {
                return Err(wrong("too many decisions"));
            }
            let position = |fingerprint: &str| records.positions.get(fingerprint).copied();
            let rule = |at: usize| records.findings.get(at).map(|one| one.rule.as_str());
            let reason = match (position(first), position(second)) {
                _ if !commits.insert(commit) => "their commit holds another decision",
                (Some(first), Some(second)) if rule(first) != rule(second) => {
                    triage.decisions.push(Decision { first, second, author: author.to_owned() });
                    continue;
                }
                (Some(_), Some(_)) => "both findings are of one rule",
                _ => "a finding is in no audit record",
            };
            *triage.left_out.entry(reason).or_default() += 1;
        }
        let authors: BTreeSet<&str> = triage.decisions.iter().map(|one| one.author.as_str()).collect();
        triage.authors = authors.len();
        Ok(triage)
    }

    /// How many decisions a model puts as they were made; half for what it leaves equal.
    pub fn agreed(&self, records: &Records, model: &Model) -> f64 {
        let points = |at: usize| records.findings.get(at).map(|one| score(model, one).score);
        let agrees = |decision: &Decision| match points(decision.first).cmp(&points(decision.second)) {
            std::cmp::Ordering::Greater => 1.0,
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Less => 0.0,
        };
        self.decisions.iter().map(agrees).sum()
    }
}

/// A finding that has another rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankChange {
    /// The finding.
    pub fingerprint: String,
    /// Its rule.
    pub rule: String,
    /// Its score before and after.
    pub scores: [u32; 2],
    /// Its rank before and after, the first being 1.
    pub ranks: [usize; 2],
}

/// Positions of findings, the first first: by score, then severity, then fingerprint.
fn ranked(records: &Records, model: &Model) -> Vec<(usize, u32)> {
    let mut order: Vec<(usize, u32)> =
        records.findings.iter().enumerate().map(|(at, one)| (at, score(model, one).score)).collect();
    order.sort_by_key(|(at, score)| {
        let severity = records.findings.get(*at).map(|one| one.level(Feature::Severity).at);
        (Reverse(*score), Reverse(severity), records.fingerprints.get(*at))
    });
    order
}

/// Every finding of the records that two models put at different ranks, in the order of the second one.
pub fn rank_changes(records: &Records, before: &Model, after: &Model) -> Vec<RankChange> {
    let old: BTreeMap<usize, (usize, u32)> = ranked(records, before)
        .into_iter()
        .enumerate()
        .map(|(rank, (at, score))| (at, (rank + 1, score)))
        .collect();
    let change = |(rank, (at, score)): (usize, (usize, u32))| {
        let (before, points) = old.get(&at).copied()?;
        let finding = records.findings.get(at)?;
        (before != rank + 1).then(|| RankChange {
            fingerprint: records.fingerprints.get(at).cloned().unwrap_or_default(),
            rule: finding.rule.clone(),
            scores: [points, score],
            ranks: [before, rank + 1],
        })
    };
    ranked(records, after).into_iter().enumerate().filter_map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::{Records, Triage};
    use crate::risk::FEATURES;

    fn line(fingerprint: &str, rule: &str) -> String {
        let features: Vec<String> =
            FEATURES.iter().map(|one| format!("\"{}\":{{\"at\":0}}", one.id)).collect();
        format!(
            "{{\"type\":\"finding\",\"fingerprint\":\"{fingerprint}\",\"rule\":\"{rule}\",\"features\":{{{}}}}}\n",
            features.join(",")
        )
    }

    #[test]
    fn decisions_count_once_a_commit_and_only_on_what_is_known() {
        let mut records = Records::default();
        let text = format!("{{\"type\":\"run\"}}\n{}{}{}", line("f1", "a"), line("f2", "b"), line("f3", "a"));
        records.read(&text).unwrap();
        let table = "first\tsecond\tauthor\tcommit\treason\nf1\tf2\tann\tc1\tx\nf2\tf1\tann\tc1\tx\nf1\tf3\tbob\tc2\t\n\
                     f1\tf9\tbob\tc3\ty\n";
        let triage = Triage::read(table, &records).unwrap();
        assert_eq!((triage.decisions.len(), triage.authors), (1, 1));
        let left_out: Vec<(&str, usize)> = triage.left_out.into_iter().collect();
        let expected = [
            ("a finding is in no audit record", 1),
            ("both findings are of one rule", 1),
            ("their commit holds another decision", 1),
        ];
        assert_eq!(left_out, expected);
    }

    #[test]
    fn what_is_no_table_and_no_record_is_refused() {
        let mut records = Records::default();
        assert!(
            records.read("{}\n").unwrap_err().to_string().starts_with("line 1: no line of an audit record")
        );
        let wrong = line("f1", "a").replacen("\"at\":0", "\"at\":9", 1);
        assert!(records.read(&wrong).unwrap_err().to_string().contains("has no such level"));
        let refused = |table: &str| Triage::read(table, &Records::default()).unwrap_err().to_string();
        let head = "first\tsecond\tauthor\tcommit\treason\n";
        assert!(refused("f1\tf2\n").contains("names of columns"));
        assert!(refused(&format!("{head}f1\tf2\tann\n")).contains("line 2: a decision has five fields"));
        assert!(refused(&format!("{head}f1\tf2\t\tc1\tx\n")).contains("an author and a commit"));
    }
}
