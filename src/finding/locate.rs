//! From a path to the deepest value that exists on it.

use crate::evaluate::{Data, Path, Step, Value};

/// What a path leads to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target<'a> {
    /// The value at the path, or its deepest ancestor that exists.
    pub(super) value: &'a Value,
    /// Steps of the path that `value` answers for; 0 for the resource as a whole.
    pub(super) depth: usize,
    /// The value at the path is there: known, unknown, or null.
    pub(super) found: bool,
}

/// Follows `path` below `attributes`. What lies under an unknown value or inside a string is not told apart
/// from that value: it counts as found there.
pub(super) fn locate<'a>(attributes: &'a Value, path: &Path) -> Target<'a> {
    let mut value = attributes;
    for (depth, step) in path.0.iter().enumerate() {
        while let Data::Unknown(unknown) = &value.data {
            match &unknown.encodes {
                Some(inside) => value = inside,
                None => return Target { value, depth, found: true },
            }
        }
        if let Data::String(_) = value.data {
            return Target { value, depth, found: true };
        }
        match child(value, step) {
            Some(next) => value = next,
            None => return Target { value, depth, found: false },
        }
    }
    Target { value, depth: path.0.len(), found: true }
}

/// The value one step below.
fn child<'a>(value: &'a Value, step: &Step) -> Option<&'a Value> {
    match step {
        Step::Key(key) => value.get(key),
        Step::Index(index) => value.items()?.get(*index),
        // Stands for elements whose number is unknown, which are the last ones.
        Step::Any => value.items()?.iter().rev().find(|item| item.is_unknown()),
    }
}
