//! Conditions of bindings, in the Common Expression Language.

use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::ResourceIndex;
use crate::graph::identity::Place;
use crate::graph::identity::text::Text;
use crate::graph::identity::tree::Reader;

/// What a binding asks for beside the member.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    /// The expression.
    pub(super) text: Text,
    /// Where it stands.
    pub(super) at: Place,
    /// The attributes it looks at, as conditions of rights name them.
    pub(super) keys: Vec<String>,
    /// It holds the role to less than its resource says.
    pub(super) narrows: bool,
}

/// What expressions look at.
const ATTRIBUTES: [&str; 10] = [
    "api.getAttribute",
    "destination.ip",
    "destination.port",
    "principal.type",
    "request.auth",
    "request.host",
    "request.path",
    "request.time",
    "resource.matchTag",
    "resource.",
];

/// Those that say what the role is good for, not who asks or when.
const NARROWING: [&str; 2] = ["api.getAttribute", "resource."];

/// The condition at a path of a resource; none where there is none.
pub(super) fn read(
    reader: &mut Reader<'_>,
    at: ResourceIndex,
    path: &Path,
    value: Option<&Value>,
) -> Option<Condition> {
    let value = value?;
    let (block, path) = match value.items() {
        Some(items) => (items.first()?, path.with(Step::Index(0))),
        None => (value, path.clone()),
    };
    if matches!(block.data, Data::Null) {
        return None;
    }
    // Of a block that there may be, or of which nothing is known, the expression is unknown.
    let (expression, path) = match block.get("expression") {
        Some(expression) => (expression, path.join(&["expression"])),
        None => (block, path),
    };
    Some(Condition::of(reader.text(at, expression), at, path))
}

/// The attributes that an expression looks at, ordered.
fn keys(expression: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let of_name = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '.');
    let mut within = None;
    let mut name = String::new();
    for character in expression.chars().chain([' ']) {
        match within {
            Some(quote) if character == quote => within = None,
            Some(_) => {}
            None if of_name(character) => name.push(character),
            None => {
                if ATTRIBUTES.iter().any(|attribute| name.starts_with(attribute)) {
                    let mut parts = name.splitn(3, '.');
                    let two = [parts.next().unwrap_or_default(), parts.next().unwrap_or_default()];
                    found.push(two.join("."));
                }
                name.clear();
                within = matches!(character, '"' | '\'').then_some(character);
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

impl Condition {
    pub(super) fn of(text: Text, at: ResourceIndex, path: Path) -> Condition {
        let keys = keys(&text.text);
        let narrows = keys.iter().any(|key| NARROWING.iter().any(|narrowing| key.starts_with(narrowing)));
        Condition { narrows, keys, at: Place { resource: at, path }, text }
    }

    /// What would have to be known to say what it asks for.
    pub(super) fn unknown(&self) -> Option<Place> {
        (!self.text.is_known() && !self.narrows).then(|| self.at.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_found_outside_of_text() {
        let found = |text: &str| keys(text).join(" ");
        assert_eq!(found("request.time < timestamp(\"2026-01-01T00:00:00Z\")"), "request.time");
        assert_eq!(
            found("resource.name.startsWith('projects/_/buckets/request.time') && resource.type == \"x\""),
            "resource.name resource.type"
        );
        assert_eq!(
            found("api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly(['roles/x'])"),
            "api.getAttribute"
        );
        assert_eq!(found("true"), "");
    }
}
