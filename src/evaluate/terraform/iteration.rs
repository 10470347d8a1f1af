//! Walking over collections: `for`, `for_each`, template loops, dynamic blocks.

use super::traversal::inherit;
use crate::evaluate::{Data, Origin, SequenceKind, Step, Value};
use std::sync::Arc;

/// Keys and values of a collection, in Terraform's order; none for what cannot be walked over.
/// The keys of a list are its positions, those of a set its elements.
pub(super) fn pairs(collection: &Value) -> Option<Vec<(Value, Value)>> {
    let span = collection.origin.span();
    let key = |data, part: &Value| Value {
        data,
        origin: Origin::literal(part.origin.span()),
        sensitive: collection.sensitive,
    };
    match &collection.data {
        Data::Sequence(kind, items) => {
            let pair = |(at, item): (usize, &Value)| {
                let value = inherit(collection, Step::Index(at), item, span);
                let position = Data::Number(i64::try_from(at).unwrap_or(i64::MAX).into());
                match kind {
                    SequenceKind::Set => (value.clone(), value),
                    _ => (key(position, item), value),
                }
            };
            Some(items.iter().enumerate().map(pair).collect())
        }
        Data::Mapping(_, entries) => {
            let pair = |(name, item): (&Arc<str>, &Value)| {
                let value = inherit(collection, Step::Key(name.clone()), item, span);
                (key(Data::String(name.clone()), item), value)
            };
            Some(entries.iter().map(pair).collect())
        }
        _ => None,
    }
}
