//! What conditions do to a right.

use super::statement::{Condition, Statement};
use crate::evaluate::Path;

/// What the conditions of a statement come to.
#[derive(Clone, Debug, Default)]
pub(super) struct Limits {
    /// There are any.
    pub(super) conditional: bool,
    /// One of them holds the right to less than its resources say.
    pub(super) narrowed: bool,
    /// The services that roles may be passed to.
    pub(super) services: Option<Vec<String>>,
    /// The tags that it depends on.
    pub(super) tags: Vec<String>,
    /// What is unknown and matters.
    pub(super) unknown: Vec<Path>,
}

/// Keys that say from where, when and by whom a request comes: whoever has the identity meets them, and what the
/// request may reach stays the same.
const ABOUT_THE_REQUEST: [&str; 27] = [
    "aws:calledvia",
    "aws:calledviafirst",
    "aws:calledvialast",
    "aws:currenttime",
    "aws:epochtime",
    "aws:multifactorauthage",
    "aws:multifactorauthpresent",
    "aws:principalaccount",
    "aws:principalarn",
    "aws:principalisawsservice",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:principaltype",
    "aws:referer",
    "aws:requestedregion",
    "aws:resourceaccount",
    "aws:resourceorgid",
    "aws:resourceorgpaths",
    "aws:securetransport",
    "aws:sourceip",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:tokenissuetime",
    "aws:useragent",
    "aws:userid",
    "aws:username",
    "aws:vpcsourceip",
];

impl Limits {
    pub(super) fn of(statement: &Statement) -> Limits {
        let mut limits = Limits {
            conditional: !statement.conditions.is_empty() || !statement.unknown_conditions.is_empty(),
            ..Limits::default()
        };
        for condition in &statement.conditions {
            limits.add(condition);
        }
        limits
    }

    fn add(&mut self, condition: &Condition) {
        let key = condition.lower_key();
        if key == "iam:passedtoservice" {
            self.pass(condition);
        } else if is_about_tags(&key) {
            self.tags.push(condition.key.shown());
            self.narrowed = true;
        } else if !ABOUT_THE_REQUEST.contains(&key.as_str()) && !allows_everything(condition) {
            self.narrowed = true;
            self.unknown.extend(perhaps_everything(condition).cloned());
        }
    }

    fn pass(&mut self, condition: &Condition) {
        let values = condition.values.texts.iter().filter_map(|(_, text)| text.as_known());
        let values: Vec<String> = values.map(str::to_owned).collect();
        match condition.base().as_str() {
            "stringequals" | "stringlike" | "stringequalsignorecase" => {
                self.unknown.extend(condition.values.unknown.iter().cloned());
                self.services.get_or_insert_with(Vec::new).extend(values);
            }
            // All services but some: nearly all.
            "stringnotequals" | "stringnotlike" => {}
            _ => self.narrowed = true,
        }
    }
}

/// Whether a key in lower case is that of a tag.
pub(super) fn is_about_tags(key: &str) -> bool {
    [
        "aws:resourcetag/",
        "iam:resourcetag/",
        "ssm:resourcetag/",
        "ec2:resourcetag/",
        "secretsmanager:resourcetag/",
    ]
    .iter()
    .any(|prefix| key.starts_with(prefix))
}

/// Whether a comparison holds whatever the request says.
fn allows_everything(condition: &Condition) -> bool {
    compares_patterns(condition) && condition.values.texts.iter().any(|(_, text)| text.text == "*")
}

fn compares_patterns(condition: &Condition) -> bool {
    matches!(condition.base().as_str(), "stringlike" | "arnlike" | "arnequals")
}

/// Of a comparison with patterns, those that are unknown and may be any: `*`.
fn perhaps_everything(condition: &Condition) -> impl Iterator<Item = &Path> {
    let names = |path: &&Path| {
        condition.values.texts.iter().any(|(own, text)| own == *path && !text.refers.is_empty())
    };
    let patterns = compares_patterns(condition);
    condition.values.unknown.iter().filter(move |path| patterns && !names(path))
}

/// The keys of a statement's conditions, each once.
pub(super) fn keys(statement: &Statement) -> Vec<String> {
    let mut keys: Vec<String> = statement.conditions.iter().map(|condition| condition.key.shown()).collect();
    keys.sort();
    keys.dedup();
    keys
}
