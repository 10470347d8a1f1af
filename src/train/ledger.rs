//! The ledger of a team's models: what was accepted, by whom, made from what. A line of JSON each; every line holds the
//! SHA-256 of the one before, so that none can be changed, taken out or put in between without all later ones.

use crate::source::digest;
use serde::{Deserialize, Serialize};

/// Lines that are read.
const MOST: usize = 10_000;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// A model was made from decisions.
    Retrain,
    /// The model before was taken again.
    Rollback,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// 1 for the first one.
    pub number: usize,
    /// SHA-256 of the line before; empty for the first one.
    pub previous: String,
    /// What was done.
    pub action: Action,
    /// SHA-256 of the model before.
    pub before: String,
    /// SHA-256 of the model after.
    pub after: String,
    /// SHA-256 of the decisions, where there are any.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub triage: Option<String>,
    /// SHA-256 of the audit records.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub records: Vec<String>,
    /// Decisions that count.
    pub decisions: usize,
    /// Findings that have another rank.
    pub changed: usize,
    /// Who accepted it.
    pub accepted_by: String,
    /// The day, as far as it is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub day: Option<String>,
}

/// The lines of a ledger.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The first one first.
    pub entries: Vec<Entry>,
    last: String,
}

/// A ledger whose chain does not hold.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct BrokenLedger {
    line: usize,
    what: String,
}

impl Ledger {
    /// Reads a ledger and follows its chain.
    ///
    /// # Errors
    /// The first line that does not follow from the one before.
    pub fn read(text: &str) -> Result<Ledger, BrokenLedger> {
        let mut ledger = Ledger::default();
        for (at, line) in text.lines().enumerate() {
            let broken = |what: String| Err(BrokenLedger { line: at + 1, what });
            if at >= MOST {
                return broken(format!("more than {MOST} lines"));
            }
            let entry: Entry = match serde_json::from_str(line) {
                Ok(entry) => entry,
                Err(error) => return broken(format!("no entry: {error}")),
            };
            let before = ledger.entries.last().map(|one| one.after.as_str());
            match () {
                () if entry.number != at + 1 => return broken(format!("its number is {}", entry.number)),
                () if entry.previous != ledger.last => {
                    return broken(
                        "it does not follow from the line before, one of the two was changed".to_owned(),
                    );
                }
                () if before.is_some_and(|before| before != entry.before) => {
                    return broken(
                        "the model before is not the one that the line before accepted".to_owned(),
                    );
                }
                () => {}
            }
            ledger.last = digest(line.as_bytes());
            ledger.entries.push(entry);
        }
        Ok(ledger)
    }

    /// The line to add, with its number and its place in the chain filled in.
    pub fn line(&self, entry: Entry) -> String {
        let entry = Entry { number: self.entries.len() + 1, previous: self.last.clone(), ..entry };
        serde_json::to_string(&entry).unwrap_or_default() + "\n"
    }

    /// The model that stood before one came by retraining.
    pub fn before(&self, model: &str) -> Option<&str> {
        let made = |entry: &&Entry| entry.action == Action::Retrain && entry.after == model;
        self.entries.iter().rev().find(made).map(|entry| entry.before.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{Action, Entry, Ledger};

    fn entry(before: &str, after: &str) -> Entry {
        Entry {
            number: 0,
            previous: String::new(),
            action: Action::Retrain,
            before: before.to_owned(),
            after: after.to_owned(),
            triage: None,
            records: Vec::new(),
            decisions: 3,
            changed: 2,
            accepted_by: "ann".to_owned(),
            day: None,
        }
    }

    fn written() -> String {
        let mut text = String::new();
        for (before, after) in [("a", "b"), ("b", "c"), ("c", "d")] {
            text += &Ledger::read(&text).unwrap().line(entry(before, after));
        }
        text
    }

    #[test]
    fn a_chain_holds_until_a_line_is_changed_or_missing() {
        let text = written();
        let ledger = Ledger::read(&text).unwrap();
        assert_eq!(ledger.entries.len(), 3);
        assert_eq!(
            (ledger.before("d"), ledger.before("b"), ledger.before("a")),
            (Some("c"), Some("a"), None)
        );
        let broken = |text: &str| Ledger::read(text).unwrap_err().to_string();
        assert!(
            broken(&text.replacen("\"decisions\":3", "\"decisions\":4", 1))
                .starts_with("line 2: it does not follow")
        );
        let lines: Vec<&str> = text.lines().collect();
        assert!(broken(&[lines[0], lines[2]].join("\n")).starts_with("line 2: its number is 3"));
        assert!(
            broken(&text.replacen("\"number\":2", "\"number\":2,\"x\":1", 1)).starts_with("line 2: no entry")
        );
    }

    #[test]
    fn a_line_made_anew_has_to_start_where_the_one_before_ended() {
        let text = written();
        let first: String = text.lines().take(1).map(|line| format!("{line}\n")).collect();
        let other = first.clone() + &Ledger::read(&first).unwrap().line(entry("x", "c"));
        let broken = Ledger::read(&other).unwrap_err().to_string();
        assert_eq!(broken, "line 2: the model before is not the one that the line before accepted");
    }
}
