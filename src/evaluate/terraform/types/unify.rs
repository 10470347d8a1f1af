//! The type that several values have in common.

use super::{ObjectAttribute, Type, convert};
use crate::evaluate::{Data, MappingKind, SequenceKind, Unknown, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The type all values can be converted to; none where there is no such type. Null and unknown values have any
/// type; where structures meet them the result is left open (`any`).
pub fn unify<'a>(values: impl IntoIterator<Item = &'a Value>) -> Option<Type> {
    let types: Vec<Type> = values.into_iter().map(|value| Type::of(value, 0)).collect();
    unify_types(&types.iter().collect::<Vec<_>>(), 0)
}

/// The chosen arm of a conditional, converted to the type it has in common with the other arm, and sensitive
/// where that one is.
///
/// # Errors
/// Where the arms have no type in common.
pub fn conditional(chosen: &Value, other: &Value) -> Result<Value, String> {
    let untyped = |value: &Value| matches!(Type::of(value, 0), Type::Any);
    if untyped(chosen) || untyped(other) {
        return Ok(Value { sensitive: chosen.sensitive || other.sensitive, ..chosen.clone() });
    }
    let converted = match unify([chosen, other]) {
        Some(common) => convert(chosen, &common),
        None => Err("the two results of the conditional have no type in common".into()),
    };
    let converted = match converted {
        // Beside an empty map, an object stays one whose attributes have no type in common.
        Err(_) if is_object(chosen) && is_empty_map(other) => Ok(chosen.clone()),
        converted => converted,
    }?;
    Ok(Value { sensitive: converted.sensitive || other.sensitive, ..converted })
}

fn is_object(value: &Value) -> bool {
    matches!(value.data, Data::Mapping(MappingKind::Object, _))
}

fn is_empty_map(value: &Value) -> bool {
    matches!(&value.data, Data::Mapping(MappingKind::Map, entries) if entries.is_empty())
}

impl Type {
    /// The type of a value; `any` for null and unknown ones, and below the depth that types may have.
    pub(super) fn of(value: &Value, depth: usize) -> Type {
        if depth > super::MAX_DEPTH {
            return Type::Any;
        }
        match &value.data {
            // What a provider adds to a resource is not known.
            Data::Null | Data::Mapping(MappingKind::Resource, _) => Type::Any,
            Data::Unknown(unknown) => Type::of_unknown(unknown).unwrap_or(Type::Any),
            Data::Bool(_) => Type::Bool,
            Data::Number(_) => Type::Number,
            Data::String(_) => Type::String,
            Data::Sequence(SequenceKind::Tuple, items) => {
                Type::Tuple(items.iter().map(|item| Type::of(item, depth + 1)).collect())
            }
            Data::Sequence(SequenceKind::List, items) => Type::List(element_type(items.iter(), depth)),
            Data::Sequence(SequenceKind::Set, items) => Type::Set(element_type(items.iter(), depth)),
            Data::Mapping(MappingKind::Map, entries) => Type::Map(element_type(entries.values(), depth)),
            Data::Mapping(MappingKind::Object, entries) => {
                let attribute = |(name, value): (&Arc<str>, &Value)| {
                    let constraint = Type::of(value, depth + 1);
                    (name.clone(), ObjectAttribute { constraint, optional: false, default: None })
                };
                Type::Object(entries.iter().map(attribute).collect())
            }
        }
    }

    /// Whether it is no constraint at all.
    pub(super) fn is_any(&self) -> bool {
        matches!(self, Type::Any)
    }

    /// The type an unknown value will have, where that is known.
    pub(super) fn of_unknown(unknown: &Unknown) -> Option<Type> {
        if !unknown.parts.is_empty() || unknown.encodes.is_some() {
            return Some(Type::String);
        }
        unknown.like.as_ref().map(|like| Type::of(like, 0))
    }

    /// Whether some value of this type can be converted to another one.
    pub(super) fn may_become(&self, other: &Type) -> bool {
        match (self, other) {
            (Type::Any, _) | (_, Type::Any) => true,
            (Type::Number, Type::Bool) | (Type::Bool, Type::Number) => false,
            (own, other) => own.is_collection() == other.is_collection(),
        }
    }

    fn is_collection(&self) -> bool {
        !matches!(self, Type::Any | Type::String | Type::Number | Type::Bool)
    }

    /// Whether it leaves a part of the type open.
    pub(super) fn is_open(&self) -> bool {
        match self {
            Type::Any => true,
            Type::String | Type::Number | Type::Bool => false,
            Type::List(element) | Type::Set(element) | Type::Map(element) => element.is_open(),
            Type::Object(attributes) => attributes.values().any(|attribute| attribute.constraint.is_open()),
            Type::Tuple(items) => items.iter().any(Type::is_open),
        }
    }
}

/// The type of a collection's elements: they share one, so the first that says everything decides.
fn element_type<'a>(elements: impl Iterator<Item = &'a Value>, depth: usize) -> Box<Type> {
    let mut open = Type::Any;
    for element in elements {
        let found = Type::of(element, depth + 1);
        if !found.is_open() {
            return Box::new(found);
        }
        if matches!(open, Type::Any) {
            open = found;
        }
    }
    Box::new(open)
}

fn unify_types(types: &[&Type], depth: usize) -> Option<Type> {
    let known: Vec<&Type> = types.iter().copied().filter(|found| !matches!(found, Type::Any)).collect();
    let Some(first) = known.first() else { return Some(Type::Any) };
    if depth > super::MAX_DEPTH {
        return None;
    }
    let open = known.len() < types.len();
    match first {
        Type::String | Type::Number | Type::Bool => unify_primitives(&known),
        Type::List(_) | Type::Set(_) | Type::Tuple(_) => unify_sequences(&known, open, depth),
        Type::Map(_) | Type::Object(_) => unify_mappings(&known, open, depth),
        Type::Any => Some(Type::Any),
    }
}

fn unify_primitives(types: &[&Type]) -> Option<Type> {
    let primitive = |found: &&Type| matches!(found, Type::String | Type::Number | Type::Bool);
    if !types.iter().all(primitive) {
        return None;
    }
    if types.iter().all(|found| matches!(found, Type::Number)) {
        return Some(Type::Number);
    }
    if types.iter().all(|found| matches!(found, Type::Bool)) {
        return Some(Type::Bool);
    }
    // A number and a boolean have nothing in common unless a string is there as well.
    types.iter().any(|found| matches!(found, Type::String)).then_some(Type::String)
}

fn unify_sequences(types: &[&Type], open: bool, depth: usize) -> Option<Type> {
    let mut elements = Vec::new();
    let (mut lists, mut sets) = (0, 0);
    for found in types {
        match found {
            Type::List(element) => {
                lists += 1;
                elements.push(&**element);
            }
            Type::Set(element) => {
                sets += 1;
                elements.push(&**element);
            }
            Type::Tuple(items) => elements.extend(items.iter()),
            _ => return None,
        }
    }
    if lists == 0 && sets == 0 {
        if open {
            return Some(Type::Any);
        }
        if let Some(tuples) = same_length(types) {
            return unify_tuples(&tuples, depth);
        }
    }
    let element = Box::new(unify_types(&elements, depth + 1)?);
    Some(if sets == 0 || lists > 0 { Type::List(element) } else { Type::Set(element) })
}

/// The tuples' elements, if all have as many.
fn same_length<'a>(types: &[&'a Type]) -> Option<Vec<&'a [Type]>> {
    let tuples: Vec<&[Type]> = types
        .iter()
        .filter_map(|found| match found {
            Type::Tuple(items) => Some(items.as_slice()),
            _ => None,
        })
        .collect();
    let length = tuples.first()?.len();
    tuples.iter().all(|items| items.len() == length).then_some(tuples)
}

fn unify_tuples(tuples: &[&[Type]], depth: usize) -> Option<Type> {
    let length = tuples.first()?.len();
    let column = |at: usize| {
        let column: Vec<&Type> = tuples.iter().filter_map(|items| items.get(at)).collect();
        unify_types(&column, depth + 1)
    };
    Some(Type::Tuple((0..length).map(column).collect::<Option<_>>()?))
}

fn unify_mappings(types: &[&Type], open: bool, depth: usize) -> Option<Type> {
    let mut elements = Vec::new();
    let mut maps = 0;
    for found in types {
        match found {
            Type::Map(element) => {
                maps += 1;
                elements.push(&**element);
            }
            Type::Object(attributes) => {
                elements.extend(attributes.values().map(|attribute| &attribute.constraint))
            }
            _ => return None,
        }
    }
    if maps == 0 {
        if open {
            return Some(Type::Any);
        }
        if let Some(objects) = same_names(types) {
            return unify_objects(&objects, depth);
        }
    }
    Some(Type::Map(Box::new(unify_types(&elements, depth + 1)?)))
}

type Attributes = BTreeMap<Arc<str>, ObjectAttribute>;

/// The objects' attributes, if all have the same names.
fn same_names<'a>(types: &[&'a Type]) -> Option<Vec<&'a Attributes>> {
    let objects: Vec<&Attributes> = types
        .iter()
        .filter_map(|found| match found {
            Type::Object(attributes) => Some(attributes),
            _ => None,
        })
        .collect();
    let first = objects.first()?;
    objects.iter().all(|object| object.keys().eq(first.keys())).then_some(objects)
}

fn unify_objects(objects: &[&Attributes], depth: usize) -> Option<Type> {
    let attribute = |name: &Arc<str>| {
        let column: Vec<&Type> =
            objects.iter().filter_map(|object| Some(&object.get(name)?.constraint)).collect();
        let constraint = unify_types(&column, depth + 1)?;
        Some((name.clone(), ObjectAttribute { constraint, optional: false, default: None }))
    };
    Some(Type::Object(objects.first()?.keys().map(attribute).collect::<Option<_>>()?))
}
