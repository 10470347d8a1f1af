//! The service accounts that the trust policy of a role lets act as it.

use super::{Links, Wanted, World, elements, text};
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::lookup::held;
use crate::graph::{Relation, ResourceIndex};
use std::borrow::Cow;

const DOCUMENT: Wanted =
    Wanted { what: "policy document", kinds: &[("data.aws_iam_policy_document", &["json"])] };

/// What ends the key of a condition that a token's subject is compared with.
const SUBJECT_KEY: &str = ":sub";

/// The argument that holds the trust policy.
const POLICY: &str = "assume_role_policy";

impl World<'_> {
    /// The document that a value holds; that of the one data source it comes from, where it is not known which instance
    /// of that it is.
    fn document<'v>(&'v self, from: ResourceIndex, policy: &'v Value) -> Cow<'v, Value> {
        let own = held(policy);
        let made = match *self.referred(from, policy, &DOCUMENT) {
            [document] if own.is_unknown() => self.get(document),
            _ => None,
        };
        made.and_then(|made| made.attributes.get("json")).map_or(own, held)
    }
}

impl Links<'_, '_> {
    pub(super) fn role_trust(&mut self, from: ResourceIndex) {
        let world = self.world;
        let Some(policy) = world.get(from).and_then(|role| role.attributes.get(POLICY)) else { return };
        let document = world.document(from, policy);
        let Some(statements) = document.get("Statement") else { return };
        let via = Path::default().join(&[POLICY, "Statement"]);
        let listed: Vec<(&Value, Path)> = match statements.items() {
            Some(_) => elements(statements, &via).collect(),
            None => vec![(statements, via)],
        };
        for (statement, via) in listed {
            let Some(condition) = statement.get("Condition") else { continue };
            let via = via.join(&["Condition"]);
            for (test, keys) in self.entries(condition) {
                match test {
                    Some(test) if is_equality(&test) => {
                        self.compared(from, statement, keys, &via.join(&[&test]));
                    }
                    Some(_) => {}
                    None => self.unread(from, statement, condition, &via),
                }
            }
        }
    }

    /// What a test of a condition compares, by key.
    fn compared(&mut self, from: ResourceIndex, statement: &Value, keys: &Value, via: &Path) {
        for (key, values) in self.entries(keys) {
            match key {
                Some(key) if key.ends_with(SUBJECT_KEY) => {
                    // No step leads to what has no name.
                    let step = if text::is_known(&key) { Step::from(key.as_str()) } else { Step::Any };
                    self.subjects(from, values, &via.with(step));
                }
                Some(_) => {}
                None => self.unread(from, statement, keys, via),
            }
        }
    }

    /// The entries of an object, each with its key if anything is known of that. What is unknown as a whole is an entry
    /// of which nothing is known.
    fn entries<'v>(&self, object: &'v Value) -> Vec<(Option<String>, &'v Value)> {
        match object.entries() {
            Some(entries) => entries.iter().map(|(key, value)| (Some(key.to_string()), value)).collect(),
            None if object.is_unknown() && object.keyed().is_empty() => vec![(None, object)],
            None => {
                let told = |key| self.world.text(key).filter(|key| !super::is_hole(key));
                object.keyed().iter().map(|(key, value)| (told(key), value)).collect()
            }
        }
    }

    /// A condition of which nothing is known may be about service accounts, if a token is asked for at all.
    fn unread(&mut self, from: ResourceIndex, statement: &Value, condition: &Value, via: &Path) {
        let action = statement.get("Action");
        let is_token = |value: &Value| value.as_str() == Some("sts:AssumeRoleWithWebIdentity");
        let asks = action.is_some_and(|action| {
            is_token(action) || action.items().is_some_and(|actions| actions.iter().any(is_token))
        });
        if asks {
            let reason = match &condition.data {
                Data::Unknown(unknown) => format!("what the condition says is unknown: {}", unknown.reason),
                _ => "what the condition says is unknown".to_owned(),
            };
            self.references.leads_nowhere(from, Relation::Trusts, via.clone(), reason);
        }
    }

    /// The subjects of a condition: one or several.
    fn subjects(&mut self, from: ResourceIndex, values: &Value, via: &Path) {
        let listed: Vec<&Value> = match values.items() {
            Some(items) => items.iter().collect(),
            None => vec![values],
        };
        for value in listed {
            let found = self.subject(from, value);
            self.trusts(from, found, via);
        }
    }
}

/// Whether an operator holds for texts that are equal or meet a pattern: `StringEquals`, `ForAnyValue:StringLike`.
fn is_equality(operator: &str) -> bool {
    let plain = operator.rsplit_once(':').map_or(operator, |(_, plain)| plain);
    let plain = plain.strip_suffix("IfExists").unwrap_or(plain);
    matches!(plain, "StringEquals" | "StringLike" | "StringEqualsIgnoreCase")
}
