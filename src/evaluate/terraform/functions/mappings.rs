//! Maps and objects: `merge`, `lookup`, `keys`, `zipmap`, ...

use super::arguments::{ANY, Kind, Param, Signature, TEXT, TEXTS, is_many, too_large};
use super::{Arguments, Data, FunctionError, MAX_TEXT, Reason, Type, Value, convert, lists, types};
use crate::evaluate::terraform::expression::unknown_from;
use crate::evaluate::terraform::traversal;
use crate::evaluate::{MappingKind, OneOf, SequenceKind, Step};
use std::collections::BTreeMap;
use std::sync::Arc;

const OPEN: Param = ANY.nullable().unknown();

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("merge", &[], merge).rest(OPEN),
    Signature::new("lookup", &[ANY, TEXT], lookup).rest(OPEN),
    Signature::new("keys", &[ANY], keys),
    Signature::new("values", &[ANY], values),
    Signature::new("zipmap", &[TEXTS, ANY], zipmap),
    Signature::new("transpose", &[Param::new(Kind::TextsMap)], transpose).whole(),
];

fn merge(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let mut merged = BTreeMap::new();
    let mut maps = args.len() > 0;
    let mut open = false;
    if args.all().iter().any(Value::is_unknown) {
        return Ok(merged_with_unknown(args));
    }
    for (at, arg) in args.all().iter().enumerate() {
        match &arg.data {
            Data::Null => {}
            Data::Mapping(kind, _) => {
                maps &= *kind == MappingKind::Map;
                open |= *kind == MappingKind::Resource;
                merged.extend(traversal::entries(arg, args.context.span));
            }
            _ => {
                let kind = types::kind_name(arg);
                return Err(FunctionError::at(
                    at,
                    format!("a map or object is required, but this is a {kind}"),
                ));
            }
        }
    }
    if open {
        return args.mapping(MappingKind::Resource, merged);
    }
    let object = args.mapping(MappingKind::Object, merged)?;
    if !maps || !of_one_kind(args) {
        return Ok(object);
    }
    Ok(convert(&object, &Type::Map(Box::new(Type::Any))).unwrap_or(object))
}

/// What is known of the elements of objects of which one is unknown: each is one of theirs.
fn merged_with_unknown(args: &Arguments<'_>) -> Value {
    let span = args.context.span;
    let mut result = args.unknown();
    let is_resource = |arg: &Value| matches!(arg.data, Data::Mapping(MappingKind::Resource, _));
    let is_structure = |value: &Value| matches!(value.data, Data::Mapping(..) | Data::Sequence(..));
    let has_structure =
        |arg: &Value| arg.each().is_some() || arg.entries().is_some_and(|all| all.values().any(is_structure));
    let count: usize = args.all().iter().map(|arg| arg.entries().map_or(1, BTreeMap::len)).sum();
    if args.context.strict
        || count > OneOf::MOST_VALUES
        || args.all().iter().any(is_resource)
        || !args.all().iter().any(has_structure)
    {
        return result;
    }
    let elements = |arg: &Value| -> Vec<Value> {
        match (&arg.data, arg.each()) {
            (Data::Unknown(_), Some(each)) => vec![each.clone()],
            (Data::Unknown(_), None) => vec![unknown_from(std::slice::from_ref(arg), span)],
            _ => traversal::entries(arg, span).map(|(_, entry)| entry).collect(),
        }
    };
    let elements: Vec<Value> = args.all().iter().flat_map(elements).collect();
    let mut each = unknown_from(&elements, span);
    let Some(one_of) = OneOf::new(elements, Vec::new()) else { return result };
    if let (Data::Unknown(unknown), Data::Unknown(each_unknown)) = (&mut result.data, &mut each.data) {
        let element = Arc::make_mut(each_unknown);
        (element.reason, element.one_of) = (Reason::Iteration, Some(one_of));
        Arc::make_mut(unknown).each = Some(each);
    }
    result
}

/// Whether the elements of maps are all of one kind: maps of different types become an object.
fn of_one_kind(args: &Arguments<'_>) -> bool {
    let elements = args.all().iter().filter_map(Value::entries).flat_map(BTreeMap::values);
    let known = elements.filter(|element| !matches!(element.data, Data::Null | Data::Unknown(_)));
    let mut kinds = known.map(|element| std::mem::discriminant(&element.data));
    let first = kinds.next();
    kinds.all(|kind| Some(kind) == first)
}

fn lookup(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    if args.len() > 3 {
        return Err(FunctionError::at(3, "takes two or three arguments"));
    }
    let key = args.text(1)?;
    let entries = args.entries(0)?;
    let is_map = matches!(args.get(0)?.data, Data::Mapping(MappingKind::Map, _));
    let default = match args.get(2) {
        // The default becomes what the map's elements are.
        Ok(default) if is_map && !entries.is_empty() => {
            let common = types::unify(entries.values()).unwrap_or(Type::Any);
            Some(convert(default, &common).map_err(|why| FunctionError::at(2, why))?)
        }
        Ok(default) => Some(default.clone()),
        Err(_) => None,
    };
    match (entries.get(key), default) {
        (Some(found), _) => Ok(args.hand_part(Step::Key(key.into()), found)),
        (None, _) if matches!(args.get(0)?.data, Data::Mapping(MappingKind::Resource, _)) => {
            Ok(Value { sensitive: args.sensitive(), ..Value::unknown(Reason::Computed, args.origin()) })
        }
        (None, Some(default)) => Ok(args.hand_through(&default)),
        (None, None) => {
            Err(FunctionError::at(1, "the map has no element with this key, and there is no default"))
        }
    }
}

fn keys(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let entries = args.entries(0)?;
    let Data::Mapping(kind, _) = &args.get(0)?.data else { return Ok(args.unknown()) };
    let origin = args.structure_origin();
    let keys = entries.keys().map(|key| Value::string(key.clone(), origin.clone())).collect();
    match kind {
        MappingKind::Resource => Ok(args.unknown()),
        MappingKind::Map => args.list(keys),
        MappingKind::Object => args.tuple(keys),
    }
}

fn values(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    args.entries(0)?;
    let values = traversal::entries(args.get(0)?, args.context.span).map(|(_, value)| value).collect();
    match &args.get(0)?.data {
        Data::Mapping(MappingKind::Resource, _) => Ok(args.unknown()),
        Data::Mapping(MappingKind::Map, _) => args.list(values),
        _ => args.tuple(values),
    }
}

fn zipmap(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let (keys, values) = (args.items(0)?, args.items(1)?);
    if matches!(args.get(1)?.data, Data::Sequence(SequenceKind::Set, _)) {
        return Err(FunctionError::at(1, "a list is required; a set has no order"));
    }
    if keys.iter().any(Value::is_unknown) || values.iter().any(is_many) {
        return Ok(args.unknown());
    }
    if keys.len() != values.len() {
        return Err(FunctionError::new(format!(
            "there are {} keys and {} values; there must be as many of each",
            keys.len(),
            values.len()
        )));
    }
    let mut entries = BTreeMap::new();
    for (key, value) in keys.iter().zip(values) {
        let key = key.as_str().ok_or_else(|| FunctionError::at(0, "a key must not be null"))?;
        entries.insert(Arc::from(key), value.clone());
    }
    let kind = match &args.get(1)?.data {
        Data::Sequence(SequenceKind::List, _) => MappingKind::Map,
        _ => MappingKind::Object,
    };
    let zipped = args.mapping(kind, entries)?;
    Ok(Value { sensitive: zipped.sensitive || keys.iter().any(|key| key.sensitive), ..zipped })
}

fn transpose(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    if !args.wholly_known() {
        return Ok(args.unknown());
    }
    let mut turned: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut room = MAX_TEXT;
    for (key, values) in args.entries(0)? {
        let Some(values) = values.items() else {
            return Err(FunctionError::at(0, "a list of strings must not be null"));
        };
        for value in values {
            let value = value.as_str().ok_or_else(|| FunctionError::at(0, "a value must not be null"))?;
            room = room.checked_sub(key.len()).ok_or_else(too_large)?;
            turned.entry(value.to_owned()).or_default().push(key.to_string());
        }
    }
    turned.values_mut().for_each(|keys| keys.sort());
    lists::text_lists(args, turned)
}
