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
    /// The models that stood before the one in use, each of which can be taken again, the latest last.
    before: Vec<String>,
    /// Its last line is not ended.
    is_cut: bool,
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
        let mut ledger = Ledger { is_cut: !text.is_empty() && !text.ends_with('\n'), ..Ledger::default() };
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
                () if ![&entry.before, &entry.after].into_iter().all(|one| is_digest(one)) => {
                    return broken("what it says of a model is no SHA-256".to_owned());
                }
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
            match entry.action {
                Action::Retrain => ledger.before.push(entry.before.clone()),
                Action::Rollback if ledger.before.pop().as_ref() == Some(&entry.after) => {}
                Action::Rollback => {
                    return broken("it takes a model again that did not stand before".to_owned());
                }
            }
            ledger.last = digest(line.as_bytes());
            ledger.entries.push(entry);
        }
        Ok(ledger)
    }

    /// The line to add, with its number and its place in the chain filled in.
    pub fn line(&self, entry: Entry) -> String {
        let entry = Entry { number: self.entries.len() + 1, previous: self.last.clone(), ..entry };
        let end = if self.is_cut { "\n" } else { "" };
        end.to_owned() + &serde_json::to_string(&entry).unwrap_or_default() + "\n"
    }

    /// The model that stood before the one in use, which a rollback takes again: what has been taken back is not taken
    /// again.
    pub fn before(&self) -> Option<&str> {
        self.before.last().map(String::as_str)
    }
}

/// Whether a text is a SHA-256 as ledgers write it: nothing else is looked for in a store.
fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::{Action, Entry, Ledger};
    use crate::source::digest;

    fn entry(action: Action, before: &str, after: &str) -> Entry {
        Entry {
            number: 0,
            previous: String::new(),
            action,
            before: digest(before.as_bytes()),
            after: digest(after.as_bytes()),
            triage: None,
            records: Vec::new(),
            decisions: 3,
            changed: 2,
            accepted_by: "ann".to_owned(),
            day: None,
        }
    }

    fn retrained(pairs: &[(&str, &str)]) -> String {
        let mut text = String::new();
        for (before, after) in pairs {
            text += &Ledger::read(&text).unwrap().line(entry(Action::Retrain, before, after));
        }
        text
    }

    fn broken(text: &str) -> String {
        Ledger::read(text).unwrap_err().to_string()
    }

    #[test]
    fn a_chain_holds_until_a_line_is_changed_or_missing() {
        let text = retrained(&[("a", "b"), ("b", "c"), ("c", "d")]);
        assert_eq!(Ledger::read(&text).unwrap().entries.len(), 3);
        assert!(
            broken(&text.replacen("\"decisions\":3", "\"decisions\":4", 1))
                .starts_with("line 2: it does not follow")
        );
        let lines: Vec<&str> = text.lines().collect();
        assert!(broken(&[lines[0], lines[2]].join("\n")).starts_with("line 2: its number is 3"));
        assert!(
            broken(&text.replacen("\"number\":2", "\"number\":2,\"x\":1", 1)).starts_with("line 2: no entry")
        );
        let elsewhere = text.replacen(&digest(b"a"), "../../elsewhere", 1);
        assert_eq!(broken(&elsewhere), "line 1: what it says of a model is no SHA-256");
    }

    #[test]
    fn a_line_made_anew_has_to_start_where_the_one_before_ended() {
        let first = retrained(&[("a", "b")]);
        let other = first.clone() + &Ledger::read(&first).unwrap().line(entry(Action::Retrain, "x", "c"));
        assert_eq!(broken(&other), "line 2: the model before is not the one that the line before accepted");
    }

    #[test]
    fn each_rollback_leads_further_back() {
        // The decisions of the first model once more make the same model.
        let mut text = retrained(&[("a", "b"), ("b", "c"), ("c", "b")]);
        for (from, to) in [("b", "c"), ("c", "b"), ("b", "a")] {
            let ledger = Ledger::read(&text).unwrap();
            assert_eq!(ledger.before(), Some(digest(to.as_bytes()).as_str()), "{from}");
            text += &ledger.line(entry(Action::Rollback, from, to));
        }
        assert_eq!(Ledger::read(&text).unwrap().before(), None);
        let again = text.clone() + &Ledger::read(&text).unwrap().line(entry(Action::Rollback, "a", "b"));
        assert_eq!(broken(&again), "line 7: it takes a model again that did not stand before");
    }

    #[test]
    fn a_line_is_added_behind_one_that_an_editor_left_open() {
        let text = retrained(&[("a", "b")]);
        let open = text.trim_end();
        let added = open.to_owned() + &Ledger::read(open).unwrap().line(entry(Action::Retrain, "b", "c"));
        assert_eq!(Ledger::read(&added).unwrap().entries.len(), 2);
    }
}
