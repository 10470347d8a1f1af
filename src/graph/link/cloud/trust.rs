//! The service accounts that the trust policy of a role lets act as it.

use super::{Links, Wanted, elements};
use crate::evaluate::{Data, Path, Value};
use crate::graph::lookup::encoded;
use crate::graph::{Relation, ResourceIndex};

const DOCUMENT: Wanted =
    Wanted { what: "policy document", kinds: &[("data.aws_iam_policy_document", &["json"])] };

/// What ends the key of a condition that a token's subject is compared with.
const SUBJECT_KEY: &str = ":sub";

/// The argument that holds the trust policy.
const POLICY: &str = "assume_role_policy";

impl Links<'_, '_> {
    pub(super) fn role_trust(&mut self, from: ResourceIndex) {
        let Some(policy) = self.world.get(from).and_then(|role| role.attributes.get(POLICY)) else { return };
        let via = Path::default().join(&[POLICY]);
        // A data source says more than the text made from it: of a key that is known in part, the rest.
        if let [document] = *self.world.referred(from, policy, &DOCUMENT) {
            self.document_trust(from, document, &via);
        } else {
            self.text_trust(from, policy, &via);
        }
    }

    fn document_trust(&mut self, from: ResourceIndex, document: ResourceIndex, via: &Path) {
        let Some(attributes) = self.world.get(document).map(|document| &document.attributes) else { return };
        for (statement, _) in attributes.get("statement").into_iter().flat_map(|all| elements(all, via)) {
            for (condition, _) in statement.get("condition").into_iter().flat_map(|all| elements(all, via)) {
                let field = |key: &str| condition.get(key);
                let written = |key: &str| field(key).and_then(|value| self.world.text(value));
                let is_subject = written("variable").is_some_and(|key| key.ends_with(SUBJECT_KEY));
                if is_subject
                    && written("test").is_some_and(|test| is_equality(&test))
                    && let Some(values) = field("values")
                {
                    self.subjects(from, document, values, via);
                }
            }
        }
    }

    fn text_trust(&mut self, from: ResourceIndex, policy: &Value, via: &Path) {
        let Some(document) = encoded(policy) else { return };
        let Some(statements) = document.get("Statement") else { return };
        let via = via.join(&["Statement"]);
        let listed: Vec<(&Value, Path)> = match statements.items() {
            Some(_) => elements(statements, &via).collect(),
            None => vec![(statements, via)],
        };
        for (statement, via) in listed {
            let Some(condition) = statement.get("Condition") else { continue };
            let via = via.join(&["Condition"]);
            if condition.is_unknown() {
                self.unread(from, statement, condition, &via);
                continue;
            }
            for (test, keys) in
                condition.entries().into_iter().flatten().filter(|(test, _)| is_equality(test))
            {
                let via = via.join(&[test]);
                if keys.is_unknown() {
                    self.unread(from, statement, keys, &via);
                }
                for (key, values) in keys.entries().into_iter().flatten() {
                    if key.ends_with(SUBJECT_KEY) {
                        self.subjects(from, from, values, &via.join(&[key]));
                    }
                }
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

    /// The subjects of a condition: one or several. `read_by` is the resource whose expressions they are.
    fn subjects(&mut self, from: ResourceIndex, read_by: ResourceIndex, values: &Value, via: &Path) {
        let listed: Vec<&Value> = match values.items() {
            Some(items) => items.iter().collect(),
            None => vec![values],
        };
        for value in listed {
            let found = self.subject(read_by, value);
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
