//! From a path of the document back to the value it stands for.

use super::{ResourceGraph, ResourceIndex};
use crate::evaluate::{Path, Step, Value, json_text};
use std::borrow::Cow;

impl ResourceGraph {
    /// Follows `path` below a resource's attributes, by the document's positions, and through strings that are
    /// known to be the JSON text of a value. Gives the deepest value that exists and the steps that are left:
    /// none if the path leads to a value, be it null or unknown. Steps left at a string or an unknown value lie
    /// inside of it; at any other value they lead to something absent.
    pub fn value_at<'a, 'p>(
        &'a self,
        resource: ResourceIndex,
        path: &'p Path,
    ) -> Option<(&'a Value, &'p [Step])> {
        self.get(resource).map(|resource| follow(&resource.attributes, &path.0))
    }
}

/// As [`ResourceGraph::value_at`], from any value on.
pub fn follow<'a, 'p>(start: &'a Value, path: &'p [Step]) -> (&'a Value, &'p [Step]) {
    let mut value = start;
    let mut rest = path;
    while let Some((step, after)) = rest.split_first() {
        if let Some(inside) = value.encoded() {
            value = inside;
        } else if let Some(next) = child(value, step) {
            value = next;
            rest = after;
        } else {
            break;
        }
    }
    (value, rest)
}

/// What a value holds: that of which it is the JSON text, whether it was encoded or written as text, or itself.
pub(super) fn held(value: &Value) -> Cow<'_, Value> {
    match value.encoded() {
        Some(inside) => Cow::Borrowed(inside),
        None => json_text::decoded(value).map_or(Cow::Borrowed(value), Cow::Owned),
    }
}

fn child<'a>(value: &'a Value, step: &Step) -> Option<&'a Value> {
    match step {
        Step::Key(key) => value.get(key),
        Step::Index(index) => value.items()?.iter().filter(|item| !item.stands_for_many()).nth(*index),
        Step::Any => value.items()?.iter().find(|item| item.stands_for_many()),
    }
}
