//! How the inputs of an included file and of the one that includes it become one.

use crate::evaluate::{Data, SequenceKind, Value};
use std::sync::Arc;

/// How deep structures are merged.
const DEPTH: usize = 100;

/// `over` on top of `base`. Shallow: by key. Deep: objects key by key, lists one after the other.
pub(super) fn merged(base: Value, over: Value, deep: bool) -> Value {
    merge(base, over, if deep { DEPTH } else { 1 })
}

fn merge(base: Value, over: Value, depth: usize) -> Value {
    match (&base.data, &over.data) {
        _ if depth == 0 => over,
        (Data::Mapping(_, below), Data::Mapping(kind, above)) => {
            let mut entries = (**below).clone();
            for (key, value) in above.iter() {
                let value = match entries.remove(key) {
                    Some(existing) => merge(existing, value.clone(), depth - 1),
                    None => value.clone(),
                };
                entries.insert(key.clone(), value);
            }
            Value { data: Data::Mapping(*kind, Arc::new(entries)), ..over }
        }
        // One level is the object of inputs itself; what it holds is replaced.
        (Data::Sequence(_, below), Data::Sequence(_, above)) if depth > 1 => {
            let items = below.iter().chain(above.iter()).cloned().collect();
            Value { data: Data::Sequence(SequenceKind::Tuple, Arc::new(items)), ..over }
        }
        _ => over,
    }
}
