//! A plan beside its sources: the plan has the values, the sources say where each came from.

use super::pairing::pair;
use super::values::{scalar_text, stands_for_absent};
use crate::evaluate::terraform::data_source::from_json;
use crate::evaluate::{Data, LinkKind, MappingKind, Origin, SequenceKind, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Levels compared to tell elements apart.
const COMPARED: usize = 4;
/// Links of a value's way that are gone back.
const LONGEST_WAY: usize = 256;

/// What a planned value is to the configuration.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Context {
    /// Part of a resource: what nobody set is the provider's to decide.
    Resource,
    /// Part of a document in JSON: everything in it was written.
    Document,
}

/// A resource's planned attributes, with the origins of those the sources come to.
pub(super) fn attributes(planned: &Value, source: &Value) -> Value {
    value(planned, source, Context::Resource)
}

/// The value with everything in it coming from one place.
pub(super) fn all_from(planned: &Value, origin: &Origin) -> Value {
    let data = match &planned.data {
        Data::Sequence(kind, items) => {
            Data::Sequence(*kind, Arc::new(items.iter().map(|item| all_from(item, origin)).collect()))
        }
        Data::Mapping(kind, entries) => {
            let entries = entries.iter().map(|(key, value)| (key.clone(), all_from(value, origin)));
            Data::Mapping(*kind, Arc::new(entries.collect()))
        }
        scalar => scalar.clone(),
    };
    Value { data, origin: origin.clone(), sensitive: planned.sensitive }
}

fn value(planned: &Value, source: &Value, context: Context) -> Value {
    let mut value = match (&planned.data, &source.data) {
        (Data::Unknown(_), _) if !source.is_wholly_known() => source.clone(),
        (Data::Mapping(..), Data::Mapping(kind, entries)) => object(planned, *kind, entries, source, context),
        (Data::Sequence(_, items), Data::Sequence(_, sources)) => list(items, sources, source, context),
        // A block of which there can only be one is an object in a plan.
        (Data::Mapping(..), Data::Sequence(_, blocks)) => match blocks.as_slice() {
            [block] if matches!(block.data, Data::Mapping(MappingKind::Resource, _)) => {
                Value::tuple(vec![self::value(planned, block, context)], source.origin.clone())
            }
            _ => all_from(planned, &source.origin),
        },
        // Terraform's JSON syntax writes a single block as an object.
        (Data::Sequence(kind, items), Data::Mapping(..)) => {
            let items = items.iter().map(|item| self::value(item, source, context));
            Value::new(Data::Sequence(*kind, Arc::new(items.collect())), source.origin.clone())
        }
        // Documents have one for a list of one.
        (_, Data::Sequence(_, only)) if only.len() == 1 => match only.first() {
            Some(only) => self::value(planned, only, context),
            None => all_from(planned, &source.origin),
        },
        (Data::String(text), _) => self::text(text, source),
        _ => all_from(planned, &source.origin),
    };
    value.sensitive = planned.sensitive || source.sensitive;
    value
}

fn object(
    planned: &Value,
    kind: MappingKind,
    sources: &BTreeMap<Arc<str>, Value>,
    source: &Value,
    context: Context,
) -> Value {
    let mut entries = BTreeMap::new();
    for (key, own) in planned.entries().into_iter().flatten() {
        let value = match sources.get(key) {
            Some(from) => value(own, from, context),
            None if context == Context::Document => all_from(own, &written(source)),
            None if own.is_unknown() || stands_for_absent(own) => continue,
            None => all_from(own, &written(source)),
        };
        entries.insert(key.clone(), value);
    }
    for (key, from) in sources.iter().filter(|_| context == Context::Resource) {
        // What is only written is null in every plan. All else that is not planned is null.
        let value = match key.ends_with("_wo") {
            true => from.clone(),
            false => Value { data: Data::Null, ..from.clone() },
        };
        entries.entry(key.clone()).or_insert(value);
    }
    Value::new(Data::Mapping(kind, Arc::new(entries)), source.origin.clone())
}

fn list(items: &[Value], sources: &[Value], source: &Value, context: Context) -> Value {
    let single: Vec<&Value> = sources.iter().filter(|source| !source.stands_for_many()).collect();
    let many = sources.iter().find(|source| source.stands_for_many());
    let partners = pair(items.len(), single.len(), |item, source| {
        items.get(item).zip(single.get(source)).is_some_and(|(item, source)| fits(item, source, 0))
    });
    let rest = many.map_or(&source.origin, |many| &many.origin);
    let items = items.iter().zip(partners).map(|(item, partner)| {
        match partner.and_then(|partner| single.get(partner)) {
            Some(source) => value(item, source, context),
            None => all_from(item, rest),
        }
    });
    Value::new(Data::Sequence(SequenceKind::Tuple, Arc::new(items.collect())), source.origin.clone())
}

/// Whether a planned element may be what an element of the sources came to.
fn fits(planned: &Value, source: &Value, depth: usize) -> bool {
    if depth > COMPARED {
        return true;
    }
    match (&planned.data, &source.data) {
        (Data::Unknown(_), _) | (_, Data::Unknown(_) | Data::Null) => true,
        (Data::Mapping(_, entries), Data::Mapping(_, sources)) => {
            sources.iter().all(|(key, source)| match entries.get(key) {
                Some(own) => fits(own, source, depth + 1),
                None => !source.is_wholly_known() || stands_for_absent(source),
            })
        }
        (Data::Sequence(_, items), Data::Sequence(_, sources)) => {
            items.len() == sources.len() || sources.iter().any(Value::stands_for_many)
        }
        _ => match (scalar_text(planned), scalar_text(source)) {
            (Some(own), Some(source)) => own == source,
            // One block as an object, one string for a list of one: shapes alone tell nothing.
            _ => true,
        },
    }
}

/// A string. What the sources encoded as JSON keeps the origins of its parts.
fn text(text: &Arc<str>, source: &Value) -> Value {
    let inside = match &source.data {
        Data::Unknown(unknown) => unknown.encodes.as_ref().or_else(|| source.origin.encoded()),
        _ => source.origin.encoded(),
    };
    let own = Value::string(text.clone(), source.origin.clone());
    let Some(inside) = inside else { return own };
    let Ok(json) = serde_json::from_str::<serde_json::Value>(text) else { return own };
    let inside = value(&from_json(json, &written(inside)), inside, Context::Document);
    let origin = encoding(&source.origin, &inside, 0);
    own.with_origin(origin)
}

/// The same way, of the text of another value.
fn encoding(origin: &Origin, inside: &Value, depth: usize) -> Origin {
    let link = origin.link();
    match (&link.kind, link.from.split_first()) {
        (LinkKind::Encoded(_), _) => {
            Origin::new(LinkKind::Encoded(inside.clone()), link.span, link.from.clone())
        }
        (kind, _) if kind.is_made() => {
            Origin::new(LinkKind::Encoded(inside.clone()), link.span, vec![origin.clone()])
        }
        (_, None) => Origin::new(LinkKind::Encoded(inside.clone()), link.span, vec![origin.clone()]),
        _ if depth > LONGEST_WAY => origin.clone(),
        (kind, Some((first, rest))) => {
            let mut from = vec![encoding(first, inside, depth + 1)];
            from.extend(rest.iter().cloned());
            Origin::new(kind.clone(), link.span, from)
        }
    }
}

/// Where a structure was written: what is missing in it is missing there.
fn written(structure: &Value) -> Origin {
    let mut origin = &structure.origin;
    for _ in 0..LONGEST_WAY {
        match origin.copied_from() {
            Some(before) => origin = before,
            None => break,
        }
    }
    Origin::literal(origin.span())
}
