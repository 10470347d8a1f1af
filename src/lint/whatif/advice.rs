//! What a rule's remediation says to set: its author knows which value is right, so those are tried first.

use crate::evaluate::{Data, Number, Origin, SequenceKind, Value};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Names and values in a remediation.
#[derive(Debug, Default)]
pub(super) struct Advice {
    /// Values by the last name of what they are for.
    values: BTreeMap<String, Vec<Wanted>>,
    /// Everything else in backticks, in order.
    pub(super) names: Vec<String>,
    /// Values that may stand there, as they are or something like them.
    examples: Vec<String>,
    /// It says to take something away.
    pub(super) removes: bool,
}

/// A value that something is to have.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wanted {
    Bool(bool),
    Number(Number),
    Text(String),
    Texts(Vec<String>),
}

impl Advice {
    /// Reads "Set `a` and `b` to `true`", "`a: 1`", "Remove `a`, or set it to `x` or `y`".
    pub(super) fn of(remediation: &str) -> Advice {
        let mut advice = Advice { removes: removes(remediation), ..Advice::default() };
        // What a value is for that may come, and what the last one was for.
        let (mut pending, mut last): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let mut before = "";
        for (at, piece) in remediation.split('`').enumerate() {
            if at % 2 == 0 {
                before = piece;
                if let Some(number) = at_least(piece) {
                    advice.add(&pending, number);
                }
                if piece.contains(['.', ';']) {
                    pending.clear();
                    last.clear();
                }
                continue;
            }
            let assigned = assignments(piece);
            if !assigned.is_empty() {
                assigned.into_iter().for_each(|(name, value)| advice.add(&[name], value));
                pending.clear();
                continue;
            }
            let word = before.split_whitespace().next_back().unwrap_or_default();
            if !pending.is_empty() && matches!(word, "to" | "as" | "is" | "least") {
                last = std::mem::take(&mut pending);
                advice.add(&last, piece);
            } else if !last.is_empty() && word == "or" {
                advice.add(&last, piece);
            } else {
                last.clear();
                // What goes on is a list of names for one value.
                let goes_on = |word: &str| matches!(word.trim_matches(','), "" | "and" | "or");
                if !before.split_whitespace().all(goes_on) {
                    pending.clear();
                }
                pending.push(last_name(piece).to_owned());
                advice.names.push(piece.to_owned());
                if is_example(before, piece) {
                    advice.examples.push(piece.to_owned());
                }
            }
        }
        advice
    }

    fn add(&mut self, names: &[impl AsRef<str>], value: &str) {
        let Some(value) = wanted(value) else { return };
        for name in names {
            let known = self.values.entry(name.as_ref().to_owned()).or_default();
            if !known.contains(&value) {
                known.push(value.clone());
            }
        }
    }

    /// What something of that name is to be.
    pub(super) fn values(&self, name: &str) -> &[Wanted] {
        self.values.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// Examples of a value that may be there instead of a text. Where they are of several forms, those of the form of
    /// what is there: the others are for something else.
    pub(super) fn examples(&self, instead_of: &str) -> Vec<&String> {
        let examples = self.examples.iter();
        let forms: BTreeSet<Option<&str>> = examples.clone().map(|one| first_word(one)).collect();
        examples.filter(|one| forms.len() == 1 || first_word(one) == first_word(instead_of)).collect()
    }

    /// Whether something of that name is to be set, whatever to.
    pub(super) fn mentions(&self, name: &str) -> bool {
        self.values.contains_key(name) || self.names.iter().any(|one| last_name(one) == name)
    }
}

fn removes(remediation: &str) -> bool {
    let words = remediation.to_lowercase();
    ["remove", "leave out", "leave it out", "take it away", "without it"]
        .iter()
        .any(|one| words.contains(one))
}

/// The last name of `securityContext.runAsNonRoot`.
fn last_name(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// Whether something is an example of a value: it is no name, and stands behind what introduces one.
fn is_example(before: &str, piece: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
    let introduced = [":", "(", "such as", "like"].iter().any(|end| before.trim_end().ends_with(end));
    introduced && !piece.chars().all(is_name) && !piece.contains(char::is_whitespace)
}

/// What a text begins with: `repo` of `repo:owner/name`.
fn first_word(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').next().filter(|word| !word.is_empty())
}

/// Names and values of `a.b: true`, of `a = 1` and of `block { a = true, b = 1 }`.
fn assignments(text: &str) -> Vec<(String, &str)> {
    let inner = match (text.find('{'), text.rfind('}')) {
        (Some(from), Some(to)) if from < to => text.get(from + 1..to).unwrap_or_default(),
        _ => return assignment(text).into_iter().collect(),
    };
    inner.split(',').filter_map(|part| assignment(part.trim())).collect()
}

fn assignment(text: &str) -> Option<(String, &str)> {
    let (name, value) = text.split_once(": ").or_else(|| text.split_once(" = "))?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/');
    let is_one = !name.is_empty() && name.chars().all(is_name);
    is_one.then(|| (last_name(name).to_owned(), value.trim()))
}

/// The number in "at least 7".
fn at_least(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("at least ")?;
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest.get(..digits).filter(|number| !number.is_empty())
}

/// None for what is no value but a structure.
fn wanted(text: &str) -> Option<Wanted> {
    if let Some(inner) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let texts = inner.split(',').map(|one| one.trim().trim_matches('"').to_owned());
        return Some(Wanted::Texts(texts.filter(|one| !one.is_empty()).collect()));
    }
    if text.contains(['{', '}', '[', '<', '\n']) || text.is_empty() {
        return None;
    }
    Some(match text {
        "true" => Wanted::Bool(true),
        "false" => Wanted::Bool(false),
        _ => match Number::parse(text) {
            Some(number) => Wanted::Number(number),
            None => Wanted::Text(text.trim_matches('"').to_owned()),
        },
    })
}

impl Wanted {
    pub(super) fn data(&self, span: Span) -> Data {
        match self {
            Wanted::Bool(truth) => Data::Bool(*truth),
            Wanted::Number(number) => Data::Number(number.clone()),
            Wanted::Text(text) => Data::String(text.as_str().into()),
            Wanted::Texts(texts) => {
                let items = texts.iter().map(|text| Value::string(text.as_str(), Origin::literal(span)));
                Data::Sequence(SequenceKind::Tuple, Arc::new(items.collect()))
            }
        }
    }

    /// As a reader would write it.
    pub(super) fn shown(&self) -> String {
        match self {
            Wanted::Bool(truth) => truth.to_string(),
            Wanted::Number(number) => number.to_json().to_string(),
            Wanted::Text(text) => text.clone(),
            Wanted::Texts(texts) => format!("[{}]", texts.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Advice, Wanted};

    fn values(remediation: &str, name: &str) -> Vec<String> {
        Advice::of(remediation).values(name).iter().map(Wanted::shown).collect()
    }

    #[test]
    fn values_are_found_with_what_they_are_for() {
        let block =
            "Add an `aws_x` whose `bucket` is this bucket's `id`, and set `a`, `b` and `c` to `true` in it.";
        for name in ["a", "b", "c"] {
            assert_eq!(values(block, name), ["true"], "{name}");
        }
        assert_eq!(values(block, "bucket"), [""; 0]);
        assert!(Advice::of(block).mentions("bucket"));
        let apart = "Set `token`, or with `groups` encrypt by setting `transit` to `true`.";
        assert_eq!((values(apart, "token"), values(apart, "groups")), (Vec::new(), Vec::new()));
        assert_eq!(values(apart, "transit"), ["true"]);
        assert_eq!(values("Remove `tls`, or set it to `enabled`.", "tls"), ["enabled"]);
        assert_eq!(values("Set `minReplicas: 2` or more.", "minReplicas"), ["2"]);
        assert_eq!(values("Set `x.y.drop: [ALL]`.", "drop"), ["[ALL]"]);
        assert_eq!(values("Set `a` to `x` or `y`, and `b` to `z`.", "a"), ["x", "y"]);
        assert_eq!(values("Set `a` to `x` or `y`, and `b` to `z`.", "b"), ["z"]);
        // A sentence that has ended says nothing of the next one's values.
        assert_eq!(values("Remove `a`. It is set to `x` by default.", "a"), [""; 0]);
        assert_eq!(values("Set `strategy: {type: Recreate}`.", "type"), ["Recreate"]);
        assert_eq!(values("Add `block { a = true, b = \"x\" }`.", "b"), ["x"]);
        assert_eq!(values("Set `days` to what a mistake may stay unnoticed, at least 7.", "days"), ["7"]);
        let examples = Advice::of("Name a version (`registry/app:1.4.2`), not `latest`.");
        assert_eq!(examples.examples("app"), ["registry/app:1.4.2"]);
        let key = Advice::of("Name the roles, and limit it by the condition `iam:PassedToService`.");
        assert!(key.examples("iam:PassRole").is_empty());
        let several =
            Advice::of("GitHub: `repo:<owner>/<name>`. HCP: `organization:<name>:workspace:<name>`.");
        assert_eq!(several.examples("organization:shop:*"), ["organization:<name>:workspace:<name>"]);
        assert!(several.examples("*").is_empty());
    }

    #[test]
    fn what_is_to_go_is_told() {
        assert!(Advice::of("Remove `hostIPC: true`.").removes);
        assert!(!Advice::of("Set `encrypted` to `true`.").removes);
    }
}
