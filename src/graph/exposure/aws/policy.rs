//! Policies that resources carry themselves: whether they let strangers in.

use crate::evaluate::Path;
use crate::graph::exposure::door::{Judged, Place, Standing};
use crate::graph::exposure::field::Field;
use crate::graph::exposure::map::is_internet;
use crate::graph::identity::{Condition, Document, Effect, Listed, Reader, Statement, Text};
use crate::graph::link::Instances;
use crate::graph::{Resource, ResourceIndex};

/// Types of principals that may be everybody.
const EVERYBODY: [&str; 2] = ["*", "AWS"];

/// Keys of conditions that say who asks or from where, beside those that begin with `aws:source`, `aws:vpce` and
/// `aws:principal`.
const WHO: [&str; 5] =
    ["aws:userid", "aws:username", "aws:vpcsourceip", "kms:calleraccount", "s3:dataaccesspointaccount"];

/// Keys that say whether a service of AWS asks on somebody's behalf: no stranger does.
const BY_SERVICES: [&str; 2] = ["aws:principalisawsservice", "aws:viaawsservice"];

/// Reads the policies of a graph.
pub(super) struct Policies<'g> {
    resources: &'g [Resource],
    reader: Option<Reader<'g>>,
}

impl<'g> Policies<'g> {
    pub(super) fn new(resources: &'g [Resource]) -> Policies<'g> {
        Policies { resources, reader: None }
    }

    /// Whether a policy allows strangers something: a statement lets everybody in, its condition keeps nobody out, and
    /// no other statement takes all of it back.
    pub(super) fn admit_everyone(&mut self, policy: &Field<'_>) -> Judged {
        let Some(value) = policy.value() else { return Judged::NO };
        let Place { resource, path } = policy.place();
        let reader = self.reader.get_or_insert_with(|| Reader::new(Instances::new(self.resources)));
        let document = Document::read(resource, &path, &reader.document(resource, value));
        let read = Reading { resource };
        let unseen =
            || Judged::any(document.unknown.iter().chain(&document.opaque).map(|at| read.unknown(at)));
        let allowed = Judged::any(document.statements.iter().map(|statement| read.admits(statement)));
        let denied = Judged::any(document.statements.iter().map(|statement| read.shuts_out(statement)));
        let perhaps = |judge: &dyn Fn(&Statement) -> Judged| {
            let all = document.perhaps.iter();
            Judged::any(all.map(|statement| judge(statement).and(read.unknown(&statement.path))))
        };
        let allowed = allowed.or(perhaps(&|statement| read.admits(statement)));
        let denied = denied.or(perhaps(&|statement| read.shuts_out(statement)));
        allowed.or(unseen()).and(denied.or(unseen()).not())
    }
}

/// Reading one policy.
struct Reading {
    resource: ResourceIndex,
}

impl Reading {
    fn unknown(&self, path: &Path) -> Judged {
        let place = Place { resource: self.resource, path: path.clone() };
        Judged { standing: Standing::Unknown, unknown: vec![place] }
    }

    fn has_effect(&self, statement: &Statement, effect: Effect) -> Judged {
        match statement.effect {
            Effect::Unknown => self.unknown(&statement.path.join(&["Effect"])),
            own => Judged::known(own == effect),
        }
    }

    fn admits(&self, statement: &Statement) -> Judged {
        let narrowed = statement.conditions.iter().map(|condition| self.narrows(condition));
        let unknown = statement.unknown_conditions.iter().map(|path| self.unknown(path));
        let kept_out = Judged::any(narrowed.chain(unknown));
        let effect = self.has_effect(statement, Effect::Allow);
        effect.and(self.names_everyone(statement)).and(kept_out.not())
    }

    /// Whether a statement denies strangers everything: without a condition, or unless one of those it is for asks.
    fn shuts_out(&self, statement: &Statement) -> Judged {
        let strangers = statement.conditions.iter().map(|condition| self.is_met_by_strangers(condition));
        let unknown = statement.unknown_conditions.iter().map(|path| self.unknown(path));
        let conditions = strangers.chain(unknown).fold(Judged::YES, Judged::and);
        let effect = self.has_effect(statement, Effect::Deny);
        effect.and(self.names_everyone(statement)).and(self.is_about_everything(statement)).and(conditions)
    }

    fn names_everyone(&self, statement: &Statement) -> Judged {
        if statement.all_principals_but {
            return Judged::YES;
        }
        Judged::any(statement.principals.iter().map(|(kind, listed)| {
            let everyone = |(_, text): &(Path, Text)| {
                EVERYBODY.contains(&kind.as_str()) && text.is_known() && is_everyone(&text.text)
            };
            match listed.texts.iter().any(everyone) {
                true => Judged::YES,
                false if kind == "Service" || kind == "Federated" => Judged::NO,
                false => Judged::any(listed.unknown.iter().map(|path| self.unknown(path))),
            }
        }))
    }

    fn is_about_everything(&self, statement: &Statement) -> Judged {
        let Listed { negated, texts, unknown, .. } = &statement.actions;
        let all = |(_, text): &(Path, Text)| text.text.ends_with(":*") || text.text == "*";
        match texts.iter().any(all) && !negated {
            true => Judged::YES,
            false => Judged::any(unknown.iter().map(|path| self.unknown(path))),
        }
    }

    /// Whether a condition keeps strangers out: it asks who they are, or from where they come.
    fn narrows(&self, condition: &Condition) -> Judged {
        let operator = &condition.operator;
        let asks = !operator.contains("Not")
            && !["Null", "Bool"].contains(&operator.as_str())
            && !operator.starts_with("ForAllValues:")
            && !operator.ends_with("IfExists");
        match asks && tells_who(&condition.lower_key()) {
            true => self.wide(&condition.values).not(),
            false => Judged::NO,
        }
    }

    /// Whether strangers meet the condition of a denial.
    fn is_met_by_strangers(&self, condition: &Condition) -> Judged {
        let key = condition.lower_key();
        let negative = condition.operator.contains("Not");
        if negative && tells_who(&key) {
            return self.wide(&condition.values).not();
        }
        let says_no = condition.values.texts.iter().any(|(_, text)| text.text == "false");
        Judged::known(condition.base() == "bool" && BY_SERVICES.contains(&key.as_str()) && says_no)
    }

    /// Whether one of the values of a condition is met by everybody. An attribute of another resource names that.
    fn wide(&self, values: &Listed) -> Judged {
        if values.texts.iter().any(|(_, text)| text.is_known() && is_wide(&text.text)) {
            return Judged::YES;
        }
        let named =
            |path: &&Path| values.texts.iter().any(|(own, text)| own == *path && !text.refers.is_empty());
        Judged::any(values.unknown.iter().filter(|path| !named(path)).map(|path| self.unknown(path)))
    }
}

fn is_everyone(name: &str) -> bool {
    name == "*" || (name.starts_with("arn:") && name.split(':').nth(4) == Some("*"))
}

fn tells_who(key: &str) -> bool {
    key.starts_with("aws:source")
        || key.starts_with("aws:vpce")
        || (key.starts_with("aws:principal") && key != "aws:principaltype" && !BY_SERVICES.contains(&key))
        || WHO.contains(&key)
}

/// Names of buckets are the world's, so an account is not needed to say which is meant.
fn is_wide(value: &str) -> bool {
    let mut parts = value.split(':');
    let arn = parts.next() == Some("arn");
    let any_account = arn && parts.nth(1).is_some_and(|service| service != "s3") && parts.nth(1) == Some("*");
    value == "*" || any_account || is_internet(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_every_account_meets() {
        for wide in ["*", "0.0.0.0/0", "::/0", "arn:aws:sns:*:*:alerts"] {
            assert!(is_wide(wide), "{wide}");
        }
        for narrow in ["203.0.113.0/24", "arn:aws:s3:::logs", "arn:aws:sns:*:111122223333:*", "vpce-1a2b"] {
            assert!(!is_wide(narrow), "{narrow}");
        }
    }
}
