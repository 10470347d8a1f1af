//! Terraform's types: type constraints, conversions between them, the common type of several values.

use crate::evaluate::{Data, LinkKind, MappingKind, Number, Reason, SequenceKind, Unknown, Value};
use crate::parse::hcl::ast::{Expr, ExprKind, ObjectItem};
use crate::source::Span;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

mod set;
mod unify;

pub use set::{compare_elements, equal, is_sensitive, key_of, sorted_set};
pub use unify::{conditional, unify};

/// Deepest nesting of a type constraint or of a converted value.
const MAX_DEPTH: usize = 100;

/// A type constraint.
#[derive(Clone, Debug)]
pub enum Type {
    /// `any`: no constraint; inside a collection: one type for all elements.
    Any,
    /// `string`.
    String,
    /// `number`.
    Number,
    /// `bool`.
    Bool,
    /// `list(T)`.
    List(Box<Type>),
    /// `set(T)`.
    Set(Box<Type>),
    /// `map(T)`.
    Map(Box<Type>),
    /// `object({...})`.
    Object(BTreeMap<Arc<str>, ObjectAttribute>),
    /// `tuple([...])`.
    Tuple(Vec<Type>),
}

/// An attribute of an object type.
#[derive(Clone, Debug)]
pub struct ObjectAttribute {
    /// Its type.
    pub constraint: Type,
    /// `optional(...)`: it may be left out.
    pub optional: bool,
    /// The second argument of `optional`: what stands in where it is left out or null.
    pub default: Option<Value>,
}

/// A type constraint that is not one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeError {
    /// Where.
    pub span: Span,
    /// What is wrong with it.
    pub message: String,
}

impl Type {
    /// Reads the expression after `type =`. Defaults of `optional` attributes are evaluated with `evaluate`,
    /// which sees no variables, and converted to the attribute's type.
    pub fn parse(expr: &Expr, evaluate: &mut dyn FnMut(&Expr) -> Value) -> Result<Type, TypeError> {
        parse(expr, evaluate, 0)
    }
}

fn error(span: Span, message: impl Into<String>) -> TypeError {
    TypeError { span, message: message.into() }
}

fn parse(expr: &Expr, evaluate: &mut dyn FnMut(&Expr) -> Value, depth: usize) -> Result<Type, TypeError> {
    if depth > MAX_DEPTH {
        return Err(error(expr.span, "the type is nested too deeply"));
    }
    match &expr.kind {
        ExprKind::Parens(inner) => parse(inner, evaluate, depth + 1),
        ExprKind::Variable(name) => keyword(name, expr.span),
        // Terraform before 0.12: the type's name in quotes.
        ExprKind::String(name) => match &**name {
            "list" => Ok(Type::List(Box::new(Type::Any))),
            "map" => Ok(Type::Map(Box::new(Type::Any))),
            other => keyword(other, expr.span),
        },
        ExprKind::Call(call) => {
            let [argument] = call.args.as_slice() else {
                return Err(error(expr.span, format!("{} takes one argument", call.name.text)));
            };
            let mut element = || Ok(Box::new(parse(argument, evaluate, depth + 1)?));
            match &*call.name.text {
                "list" => Ok(Type::List(element()?)),
                "set" => Ok(Type::Set(element()?)),
                "map" => Ok(Type::Map(element()?)),
                "object" => parse_object(argument, evaluate, depth),
                "tuple" => match &argument.kind {
                    ExprKind::Array(items) => {
                        let items = items.iter().map(|item| parse(item, evaluate, depth + 1));
                        Ok(Type::Tuple(items.collect::<Result<_, _>>()?))
                    }
                    _ => Err(error(argument.span, "tuple takes a list of types in brackets")),
                },
                "optional" => {
                    Err(error(expr.span, "optional is only valid for an attribute of an object type"))
                }
                other => Err(error(expr.span, format!("{other} is not a type"))),
            }
        }
        _ => Err(error(expr.span, "a type constraint is a type's name, like string or list(string)")),
    }
}

fn keyword(name: &str, span: Span) -> Result<Type, TypeError> {
    match name {
        "any" => Ok(Type::Any),
        "string" => Ok(Type::String),
        "number" => Ok(Type::Number),
        "bool" => Ok(Type::Bool),
        // The short forms are the old spelling of a collection of anything.
        "list" => Ok(Type::List(Box::new(Type::Any))),
        "map" => Ok(Type::Map(Box::new(Type::Any))),
        "set" => Ok(Type::Set(Box::new(Type::Any))),
        "object" | "tuple" => Err(error(span, format!("{name} needs its members: {name}(...)"))),
        other => Err(error(span, format!("{other} is not a type"))),
    }
}

fn parse_object(
    argument: &Expr,
    evaluate: &mut dyn FnMut(&Expr) -> Value,
    depth: usize,
) -> Result<Type, TypeError> {
    let ExprKind::Object(items) = &argument.kind else {
        return Err(error(argument.span, "object takes attributes in braces: object({ name = string })"));
    };
    let mut attributes = BTreeMap::new();
    for ObjectItem { key, value } in items {
        let (ExprKind::String(name) | ExprKind::Variable(name)) = &key.kind else {
            return Err(error(key.span, "an attribute's name is a plain name"));
        };
        attributes.insert(name.clone(), parse_attribute(value, evaluate, depth + 1)?);
    }
    Ok(Type::Object(attributes))
}

fn parse_attribute(
    value: &Expr,
    evaluate: &mut dyn FnMut(&Expr) -> Value,
    depth: usize,
) -> Result<ObjectAttribute, TypeError> {
    let arguments = match &value.kind {
        ExprKind::Call(call) if &*call.name.text == "optional" => call.args.as_slice(),
        _ => {
            let constraint = parse(value, evaluate, depth)?;
            return Ok(ObjectAttribute { constraint, optional: false, default: None });
        }
    };
    let (constraint, default) = match arguments {
        [constraint] => (constraint, None),
        [constraint, default] => (constraint, Some(default)),
        _ => return Err(error(value.span, "optional takes a type and at most one default")),
    };
    let constraint = parse(constraint, evaluate, depth)?;
    let default = match default {
        Some(expr) => {
            let converted = convert(&evaluate(expr), &constraint);
            Some(
                converted
                    .map_err(|message| error(expr.span, format!("the default does not fit: {message}")))?,
            )
        }
        None => None,
    };
    Ok(ObjectAttribute { constraint, optional: true, default })
}

impl fmt::Display for Type {
    /// As in a sentence: `list of string`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Any => out.write_str("any"),
            Type::String => out.write_str("string"),
            Type::Number => out.write_str("number"),
            Type::Bool => out.write_str("bool"),
            Type::List(element) => write!(out, "list of {element}"),
            Type::Set(element) => write!(out, "set of {element}"),
            Type::Map(element) => write!(out, "map of {element}"),
            Type::Object(_) => out.write_str("object"),
            Type::Tuple(_) => out.write_str("tuple"),
        }
    }
}

/// What a value is, in one word, for messages.
pub fn kind_name(value: &Value) -> &'static str {
    match &value.data {
        Data::Null => "null",
        Data::Bool(_) => "bool",
        Data::Number(_) => "number",
        Data::String(_) => "string",
        Data::Sequence(SequenceKind::List, _) => "list",
        Data::Sequence(SequenceKind::Set, _) => "set",
        Data::Sequence(SequenceKind::Tuple, _) => "tuple",
        Data::Mapping(MappingKind::Map, _) => "map",
        Data::Mapping(MappingKind::Object | MappingKind::Resource, _) => "object",
        Data::Unknown(_) => "unknown value",
    }
}

/// Converts a value to a type as an assignment to a variable does. Unknown values stay as they are, elements and
/// attributes keep their origins, and whatever already fits is returned without a copy.
///
/// # Errors
/// The message begins with the path of the part that does not fit: `attribute "ports", element 0: number required`.
pub fn convert(value: &Value, constraint: &Type) -> Result<Value, String> {
    convert_at(value, constraint, 0)
}

fn convert_at(value: &Value, constraint: &Type, depth: usize) -> Result<Value, String> {
    if depth > MAX_DEPTH {
        return Err("the value is nested too deeply".into());
    }
    if let Data::Unknown(unknown) = &value.data
        && let Some(own) = Type::of_unknown(unknown)
        && !own.may_become(constraint)
    {
        return Err(format!("{constraint} required, but this will be a {own}"));
    }
    match &value.data {
        Data::Unknown(unknown) => return Ok(converted_each(value, unknown, constraint, depth)),
        Data::Null => return Ok(value.clone()),
        _ => {}
    }
    match constraint {
        Type::Any => Ok(value.clone()),
        Type::String => to_string(value),
        Type::Number => to_number(value),
        Type::Bool => to_bool(value),
        Type::List(element) => to_sequence(value, element, SequenceKind::List, depth),
        Type::Set(element) => to_sequence(value, element, SequenceKind::Set, depth),
        Type::Map(element) => to_map(value, element, depth),
        Type::Object(attributes) => to_object(value, attributes, depth),
        Type::Tuple(items) => to_tuple(value, items, depth),
    }
}

/// An unknown value whose elements, as far as they are known, are of another type.
fn converted_each(value: &Value, unknown: &Arc<Unknown>, constraint: &Type, depth: usize) -> Value {
    let Some(each) = &unknown.each else { return value.clone() };
    let element = match constraint {
        constraint if unknown.many => Some(constraint),
        Type::List(element) | Type::Set(element) | Type::Map(element) => Some(&**element),
        Type::Any => Some(constraint),
        _ => None,
    };
    let each = element.and_then(|element| convert_at(each, element, depth + 1).ok());
    with_data(value, Data::Unknown(Arc::new(Unknown { each, ..Unknown::clone(unknown) })))
}

/// The same value with other data.
fn with_data(value: &Value, data: Data) -> Value {
    Value { data, origin: value.origin.clone(), sensitive: value.sensitive }
}

/// Whether an unknown value is known to be a single value, not a collection: text or another primitive.
pub fn is_one(unknown: &Unknown) -> bool {
    let primitive = |like: &Value| matches!(like.data, Data::String(_) | Data::Number(_) | Data::Bool(_));
    !unknown.parts.is_empty() || unknown.encodes.is_some() || unknown.like.as_ref().is_some_and(primitive)
}

/// Whether a value is not null, whatever it turns out to be.
pub fn is_never_null(value: &Value) -> bool {
    match &value.data {
        Data::Null => false,
        Data::Unknown(unknown) => unknown.not_null,
        _ => true,
    }
}

/// Whether a value is a text that is not empty and no JSON, whatever it turns out to be.
pub fn is_filled(value: &Value) -> bool {
    match &value.data {
        Data::String(text) => !text.is_empty() && !text.trim_start().starts_with(['{', '[']),
        Data::Unknown(unknown) => unknown.is_filled(),
        _ => false,
    }
}

/// Whether a value tells its type: null and unknown values may be of any.
pub fn has_type(value: &Value) -> bool {
    !matches!(value.data, Data::Null | Data::Unknown(_))
}

/// The text of a string, number or boolean: what `tostring` and templates give.
pub fn text_of(value: &Value) -> Option<Arc<str>> {
    match &value.data {
        Data::String(text) => Some(text.clone()),
        Data::Number(number) => Some(number.to_string().into()),
        Data::Bool(true) => Some("true".into()),
        Data::Bool(false) => Some("false".into()),
        _ => None,
    }
}

/// The number that a number or a numeric string is.
pub fn number_of(value: &Value) -> Option<Number> {
    match &value.data {
        Data::Number(number) => Some(number.clone()),
        Data::String(text) => Number::parse(text),
        _ => None,
    }
}

fn to_string(value: &Value) -> Result<Value, String> {
    match (&value.data, text_of(value)) {
        (Data::String(_), _) => Ok(value.clone()),
        (_, Some(text)) => Ok(with_data(value, Data::String(text))),
        (_, None) => Err(format!("string required, but this is a {}", kind_name(value))),
    }
}

fn to_number(value: &Value) -> Result<Value, String> {
    match (&value.data, number_of(value)) {
        (Data::Number(_), _) => Ok(value.clone()),
        (_, Some(number)) => Ok(with_data(value, Data::Number(number))),
        (Data::String(_), None) => Err("number required, but this string does not hold one".into()),
        (_, None) => Err(format!("number required, but this is a {}", kind_name(value))),
    }
}

fn to_bool(value: &Value) -> Result<Value, String> {
    match &value.data {
        Data::Bool(_) => Ok(value.clone()),
        Data::String(text) => match &**text {
            "true" | "1" => Ok(with_data(value, Data::Bool(true))),
            "false" | "0" => Ok(with_data(value, Data::Bool(false))),
            _ => Err("bool required, but this string is neither \"true\" nor \"false\"".into()),
        },
        _ => Err(format!("bool required, but this is a {}", kind_name(value))),
    }
}

/// Whether it is a `null` as it is written, which has no type; one out of a variable or a conditional has.
pub fn is_bare_null(value: &Value) -> bool {
    matches!(value.data, Data::Null) && matches!(value.origin.link().kind, LinkKind::Literal)
}

/// Converts each element to `element`, then all to the type they have in common where it leaves that open.
/// The error holds the position of the element, none where all of them together are at fault.
fn converted_elements<'a>(
    items: impl Iterator<Item = &'a Value>,
    element: &Type,
    depth: usize,
) -> Result<Vec<Value>, (Option<usize>, String)> {
    let convert_to = |constraint: &Type, at: usize, item: &Value| {
        convert_at(item, constraint, depth + 1).map_err(|why| (Some(at), why))
    };
    let converted: Vec<Value> =
        items.enumerate().map(|(at, item)| convert_to(element, at, item)).collect::<Result<_, _>>()?;
    if !element.is_open() {
        return Ok(converted);
    }
    match unify(&converted) {
        Some(Type::Any) => Ok(converted),
        Some(common) => {
            converted.iter().enumerate().map(|(at, item)| convert_to(&common, at, item)).collect()
        }
        None => Err((None, "all elements must have one type in common".into())),
    }
}

fn to_sequence(value: &Value, element: &Type, kind: SequenceKind, depth: usize) -> Result<Value, String> {
    let Data::Sequence(own, items) = &value.data else {
        let wanted = if kind == SequenceKind::Set { "set" } else { "list" };
        return Err(format!("{wanted} of {element} required, but this is a {}", kind_name(value)));
    };
    if *own == kind && matches!(element, Type::Any) {
        return Ok(value.clone());
    }
    let structure = |item: &Value| item.items().is_some() || item.entries().is_some();
    if element.is_any() && items.iter().any(is_bare_null) && items.iter().any(structure) {
        return Err("all elements must have one type in common, and a null has none".into());
    }
    let converted = converted_elements(items.iter(), element, depth).map_err(|(at, why)| match at {
        None => why,
        Some(at) => format!("element {at}: {why}"),
    })?;
    if kind == SequenceKind::Set {
        return Ok(sorted_set(converted, value.origin.clone(), value.sensitive));
    }
    Ok(with_data(value, Data::Sequence(kind, Arc::new(converted))))
}

fn to_map(value: &Value, element: &Type, depth: usize) -> Result<Value, String> {
    let Data::Mapping(own, entries) = &value.data else {
        return Err(format!("map of {element} required, but this is a {}", kind_name(value)));
    };
    if *own == MappingKind::Map && matches!(element, Type::Any) {
        return Ok(value.clone());
    }
    let converted = converted_elements(entries.values(), element, depth).map_err(|(at, why)| {
        match at.and_then(|at| entries.keys().nth(at)) {
            Some(key) => format!("element {key:?}: {why}"),
            None => why,
        }
    })?;
    let entries = entries.keys().cloned().zip(converted).collect();
    Ok(with_data(value, Data::Mapping(MappingKind::Map, Arc::new(entries))))
}

fn to_object(
    value: &Value,
    attributes: &BTreeMap<Arc<str>, ObjectAttribute>,
    depth: usize,
) -> Result<Value, String> {
    let Data::Mapping(own, entries) = &value.data else {
        return Err(format!("object required, but this is a {}", kind_name(value)));
    };
    let mut result = BTreeMap::new();
    for (name, attribute) in attributes {
        let given = entries
            .get(name)
            .filter(|given| !(matches!(given.data, Data::Null) && attribute.default.is_some()));
        let converted = match (given, &attribute.default) {
            (Some(given), _) => convert_at(given, &attribute.constraint, depth + 1)
                .map_err(|why| format!("attribute {name:?}: {why}"))?,
            (None, Some(default)) => default.clone(),
            (None, None) if attribute.optional => with_data(value, Data::Null),
            (None, None) if *own == MappingKind::Resource => {
                Value::unknown(Reason::Computed, value.origin.clone())
            }
            (None, None) => return Err(format!("attribute {name:?} is required")),
        };
        result.insert(name.clone(), converted);
    }
    Ok(with_data(value, Data::Mapping(MappingKind::Object, Arc::new(result))))
}

fn to_tuple(value: &Value, types: &[Type], depth: usize) -> Result<Value, String> {
    let Data::Sequence(own, items) = &value.data else {
        return Err(format!("tuple required, but this is a {}", kind_name(value)));
    };
    if *own == SequenceKind::Set || items.len() != types.len() {
        return Err(format!("tuple of {} elements required, but this has {}", types.len(), items.len()));
    }
    let convert = |(at, (item, constraint)): (usize, (&Value, &Type))| {
        convert_at(item, constraint, depth + 1).map_err(|why| format!("element {at}: {why}"))
    };
    let converted: Vec<Value> = items.iter().zip(types).enumerate().map(convert).collect::<Result<_, _>>()?;
    Ok(with_data(value, Data::Sequence(SequenceKind::Tuple, Arc::new(converted))))
}

/// The boolean that a boolean is, or a text that stands for one.
pub fn bool_of(value: &Value) -> Option<bool> {
    match &value.data {
        Data::Bool(flag) => Some(*flag),
        Data::String(text) => match &**text {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        },
        _ => None,
    }
}
