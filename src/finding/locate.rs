//! From a path to the deepest value that exists on it.

use crate::evaluate::{Data, Origin, Path, Step, Value};

/// Encodings inside encodings that are followed.
const DEEPEST_ENCODING: usize = 8;

/// What a path leads to.
#[derive(Clone, Debug)]
pub(super) struct Target<'a> {
    /// The value at the path, or its deepest ancestor that exists.
    pub(super) value: &'a Value,
    /// The way the value took, that of the structures it is a part of included.
    pub(super) origin: Origin,
    /// The ways of the encoded strings that the path went into to get there, outermost first.
    pub(super) through: Vec<Origin>,
    /// Steps of the path that `value` answers for; 0 for the resource as a whole.
    pub(super) depth: usize,
    /// The value at the path is there: known, unknown, or null.
    pub(super) found: bool,
}

/// Follows `path` below `attributes`, into encoded strings too. What lies under an unknown value, or inside a
/// string of which only the text is there, is not told apart from that value: it counts as found there.
pub(super) fn locate<'a>(attributes: &'a Value, path: &Path) -> Target<'a> {
    let mut target = Target {
        value: attributes,
        origin: attributes.origin.clone(),
        through: Vec::new(),
        depth: 0,
        found: true,
    };
    for step in &path.0 {
        while let Some(inside) = encoded(target.value) {
            // A string that holds a string that holds ... is cut off here.
            if target.through.len() >= DEEPEST_ENCODING {
                return target;
            }
            target.through.push(std::mem::replace(&mut target.origin, inside.origin.clone()));
            target.value = inside;
        }
        if matches!(target.value.data, Data::Unknown(_) | Data::String(_)) {
            return target;
        }
        match child(target.value, step) {
            Some(next) => {
                target.origin = target.origin.of_part(step, &next.origin, target.origin.span());
                target.value = next;
            }
            None => return Target { found: false, ..target },
        }
        target.depth += 1;
    }
    target
}

/// The value that a string is the encoding of.
fn encoded(value: &Value) -> Option<&Value> {
    match &value.data {
        Data::Unknown(unknown) => unknown.encodes.as_ref().or_else(|| decoded(&value.origin)),
        Data::String(_) => decoded(&value.origin),
        _ => None,
    }
}

fn decoded(origin: &Origin) -> Option<&Value> {
    origin.encoded().or_else(|| origin.encoded_yaml())
}

/// The value one step below, by the positions of the graph document: an element that stands for any number of
/// elements has none.
fn child<'a>(value: &'a Value, step: &Step) -> Option<&'a Value> {
    let many = |item: &&Value| matches!(&item.data, Data::Unknown(unknown) if unknown.many);
    match step {
        Step::Key(key) => value.get(key),
        Step::Index(index) => value.items()?.iter().filter(|item| !many(item)).nth(*index),
        Step::Any => value.items()?.iter().find(many),
    }
}
