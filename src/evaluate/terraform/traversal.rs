//! Reading parts of values: names, attributes, indexes, splats; and what the parts inherit from the whole.

use super::error::{Outcome, refuse};
use super::evaluator::Evaluator;
use super::expression::{expected, unknown_from};
use super::scope::Scope;
use super::types;
use crate::evaluate::{
    Data, LinkKind, MappingKind, OneOf, Origin, Reason, SequenceKind, Step, Unknown, Value,
};
use crate::parse::hcl::ast::{Expr, ExprKind, Traversal, TraversalKind};
use crate::source::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

impl<'p> Evaluator<'p> {
    /// The value of `base` followed by `steps`.
    pub(super) fn traversal(
        &self,
        base: &Expr,
        steps: &[Traversal],
        span: Span,
        scope: &Scope<'p>,
    ) -> Outcome<Value> {
        let (value, consumed) = match &base.kind {
            ExprKind::Variable(name) => match scope.bound(name) {
                Some(value) => (value.clone(), 0),
                None => self.reference(name, steps, span, scope)?,
            },
            _ => (self.evaluate(base, scope)?, 0),
        };
        self.steps(value, steps.get(consumed..).unwrap_or_default(), span, scope)
    }

    /// Applies steps one after the other; a splat applies those that belong to it to every element.
    fn steps(&self, value: Value, steps: &[Traversal], span: Span, scope: &Scope<'p>) -> Outcome<Value> {
        let mut value = value;
        let mut at = 0;
        while let Some(step) = steps.get(at) {
            at += 1;
            let rest = steps.get(at..).unwrap_or_default();
            value = match &step.kind {
                TraversalKind::Attr(name) => attribute(&value, name, step.span, span)?,
                TraversalKind::LegacyIndex(index) => {
                    let key = Value::new(
                        Data::Number(i64::try_from(*index).unwrap_or(i64::MAX).into()),
                        value.origin.clone(),
                    );
                    element(&value, &key, step.span, span)?
                }
                TraversalKind::Index(key) => {
                    let key = self.evaluate(key, scope)?;
                    let found = element(&value, &key, step.span, span)?;
                    Value { sensitive: found.sensitive || key.sensitive, ..found }
                }
                TraversalKind::FullSplat => return self.splat(&value, rest, span, scope),
                TraversalKind::AttrSplat => {
                    let attrs = rest.iter().take_while(|step| is_dotted(&step.kind)).count();
                    at += attrs;
                    self.splat(&value, rest.get(..attrs).unwrap_or_default(), span, scope)?
                }
            };
        }
        Ok(value)
    }

    fn splat(&self, value: &Value, steps: &[Traversal], span: Span, scope: &Scope<'p>) -> Outcome<Value> {
        let origin = Origin::new(LinkKind::Computed, span, Vec::new());
        let elements: Vec<Value> = match &value.data {
            Data::Null => Vec::new(),
            Data::Sequence(_, items) => items
                .iter()
                .enumerate()
                .map(|(at, item)| inherit(value, Step::Index(at), item, span))
                .collect(),
            Data::Unknown(unknown) if unknown.not_null && types::is_one(unknown) => vec![value.clone()],
            Data::Unknown(_) => {
                let inner = self.steps(value.clone(), steps, span, scope)?;
                return Ok(unknown_from(&[inner], span));
            }
            _ => vec![value.clone()],
        };
        let results: Outcome<Vec<Value>> =
            elements.into_iter().map(|element| self.steps(element, steps, span, scope)).collect();
        let mut result = Value::tuple(results?, origin);
        result.sensitive = value.sensitive;
        Ok(result)
    }
}

/// A step that a `.*` before it applies to each element.
fn is_dotted(kind: &TraversalKind) -> bool {
    matches!(kind, TraversalKind::Attr(_) | TraversalKind::LegacyIndex(_))
}

/// `value.name`.
pub(super) fn attribute(value: &Value, name: &str, step: Span, span: Span) -> Outcome<Value> {
    match &value.data {
        Data::Mapping(kind, entries) => match (entries.get(name), kind) {
            (Some(found), MappingKind::Resource) if is_left_to_provider(value, found) => {
                Ok(set_by_provider(value, Step::Key(name.into()), span))
            }
            (Some(found), _) => Ok(inherit(value, Step::Key(name.into()), found, span)),
            (None, MappingKind::Resource) => Ok(set_by_provider(value, Step::Key(name.into()), span)),
            (None, _) => refuse(step, format!("this object has no attribute \"{name}\"")),
        },
        Data::Unknown(unknown) => {
            let like = told_by_type(unknown, |like| attribute(like, name, step, span))?;
            let part = part_of_unknown(value, like, Step::Key(name.into()), span);
            Ok(part_of_one(unknown, part, |one| attribute(one, name, step, span)))
        }
        Data::Null => refuse(step, format!("cannot read \"{name}\" of a null value")),
        _ => refuse(step, format!("cannot read \"{name}\": this is {}", types::kind_name(value))),
    }
}

/// What the type of an unknown value tells of a part of it; an error where values of the type have no such part.
/// How long a list is and which keys a map has is not in their types.
fn told_by_type(unknown: &Unknown, part: impl FnOnce(&Value) -> Outcome<Value>) -> Outcome<Option<Value>> {
    match &unknown.like {
        None => Ok(None),
        Some(Value {
            data: Data::Sequence(SequenceKind::List, _) | Data::Mapping(MappingKind::Map, _),
            ..
        }) => Ok(None),
        Some(like) => part(like).map(Some),
    }
}

/// `value[key]`.
pub(super) fn element(value: &Value, key: &Value, step: Span, span: Span) -> Outcome<Value> {
    if let Data::Unknown(unknown) = &value.data {
        let like = told_by_type(unknown, |like| element(like, key, step, span))?;
        let part_of = |one: &Value| element(one, key, step, span);
        let index = types::number_of(key).and_then(|number| number.to_i64());
        let step_to = match (index.and_then(|index| usize::try_from(index).ok()), types::text_of(key)) {
            (Some(index), _) => Step::Index(index),
            (None, Some(text)) => Step::Key(text),
            (None, None) => Step::Any,
        };
        let part = part_of_unknown(value, like, step_to, span);
        return Ok(part_of_one(unknown, part, part_of));
    }
    if key.is_unknown() {
        return Ok(some_element(value, key, span));
    }
    match &value.data {
        Data::Sequence(SequenceKind::Set, _) => refuse(step, "the elements of a set have no position"),
        Data::Sequence(_, items) => {
            let index = types::number_of(key).and_then(|number| number.to_i64());
            let Some(index) = index else {
                return refuse(
                    step,
                    format!("a list is indexed by whole numbers, not {}", types::kind_name(key)),
                );
            };
            let at = usize::try_from(index).unwrap_or(usize::MAX);
            let open = items.iter().position(is_many);
            match items.get(at) {
                Some(item) if open.is_none_or(|open| at < open) => {
                    Ok(inherit(value, Step::Index(at), item, span))
                }
                _ if open.is_some() => Ok(some_element(value, key, span)),
                _ => {
                    refuse(step, format!("index {index} is out of range: there are {} elements", items.len()))
                }
            }
        }
        Data::Mapping(kind, entries) => {
            let Some(text) = types::text_of(key) else { return refuse(step, expected("a string", key)) };
            match (entries.get(&text), kind) {
                (Some(found), MappingKind::Resource) if is_left_to_provider(value, found) => {
                    Ok(set_by_provider(value, Step::Key(text), span))
                }
                (Some(found), _) => Ok(inherit(value, Step::Key(text), found, span)),
                (None, MappingKind::Resource) => Ok(set_by_provider(value, Step::Key(text), span)),
                (None, _) if key.sensitive => {
                    refuse(step, "there is no element with this key, which is sensitive")
                }
                (None, _) => refuse(step, format!("there is no element with the key \"{text}\"")),
            }
        }
        Data::Null => refuse(step, "cannot index a null value"),
        _ => refuse(step, format!("cannot index {}", types::kind_name(value))),
    }
}

/// Whether an element stands for any number of elements.
pub(super) fn is_many(value: &Value) -> bool {
    matches!(&value.data, Data::Unknown(unknown) if unknown.many)
}

/// A part of a value with what it inherits: the way the whole took, and being sensitive.
pub(super) fn inherit(whole: &Value, step: Step, part: &Value, span: Span) -> Value {
    let mut part = part.clone();
    part.sensitive |= whole.sensitive;
    // An instance of a resource stands for itself, not for a part of the tuple of instances.
    let is_instance = matches!(part.data, Data::Mapping(MappingKind::Resource, _))
        && matches!(&part.origin.link().kind, LinkKind::Reference(_, path) if path.0.is_empty());
    if !is_instance {
        part.origin = whole.origin.of_part(&step, &part.origin, span);
    }
    part
}

/// The elements of a sequence, each with what it inherits.
pub(super) fn elements(whole: &Value, span: Span) -> impl Iterator<Item = Value> {
    let items = whole.items().unwrap_or_default();
    items.iter().enumerate().map(move |(at, item)| inherit(whole, Step::Index(at), item, span))
}

/// The entries of a mapping, each with what it inherits.
pub(super) fn entries(whole: &Value, span: Span) -> impl Iterator<Item = (Arc<str>, Value)> {
    let entries = whole.entries().into_iter().flatten();
    entries.map(move |(key, value)| (key.clone(), inherit(whole, Step::Key(key.clone()), value, span)))
}

/// Whether an attribute counts as not set: null leaves it to the provider, which may well choose something.
/// Terraform's own resource chooses nothing.
fn is_left_to_provider(resource: &Value, attribute: &Value) -> bool {
    let of_terraform = |address: &str| {
        address.split('.').any(|part| matches!(part, "terraform_data" | "terraform_remote_state"))
    };
    matches!(attribute.data, Data::Null)
        && resource.origin.referred().is_none_or(|id| !of_terraform(id.address()))
}

/// Attributes by which others name a resource: whatever exists has a text in each that it has.
const IDENTIFYING: [&str; 9] =
    ["arn", "id", "key_arn", "key_id", "member", "name", "self_link", "unique_id", "versionless_id"];

/// Whether a value is a resource, not a block of one.
fn is_whole(resource: &Value) -> bool {
    matches!(&resource.origin.link().kind, LinkKind::Reference(_, path) if path.0.is_empty())
}

/// An attribute of a resource that the configuration does not set.
fn set_by_provider(resource: &Value, step: Step, span: Span) -> Value {
    let reason = match resource.origin.referred() {
        Some(id) if id.is_data_source() => Reason::DataSource(id.address().into()),
        _ => Reason::Computed,
    };
    // Every resource has an id once it exists.
    let not_null = matches!(&step, Step::Key(name) if &**name == "id");
    let filled = matches!(&step, Step::Key(name) if IDENTIFYING.contains(&&**name)) && is_whole(resource);
    let unknown = Unknown { not_null, filled, ..Unknown::because(reason) };
    let mut value = Value::new(Data::Unknown(Arc::new(unknown)), Origin::literal(span));
    value.sensitive = resource.sensitive;
    value.origin = resource.origin.of_part(&step, &value.origin, span);
    value
}

/// A part of an unknown value: unknown for the same reason; what it refers to becomes more exact. `like` is the
/// part of what tells its type.
fn part_of_unknown(value: &Value, like: Option<Value>, step: Step, span: Span) -> Value {
    let reason = match &value.data {
        Data::Unknown(unknown) => unknown.reason.clone(),
        _ => Reason::Computed,
    };
    let origin = match &value.origin.link().kind {
        LinkKind::Reference(id, path) => {
            let from = value.origin.link().from.clone();
            Origin::new(LinkKind::Reference(id.clone(), path.with(step)), span, from)
        }
        _ => Origin::new(LinkKind::Part(step), span, vec![value.origin.clone()]),
    };
    let unknown = Unknown { like: like.filter(types::has_type), ..Unknown::because(reason) };
    let mut part = Value::new(Data::Unknown(Arc::new(unknown)), origin);
    part.sensitive = value.sensitive;
    part
}

/// A part of what is one of several values comes from the same part of each: what stands beside it does not.
fn part_of_one(unknown: &Unknown, part: Value, of: impl Fn(&Value) -> Outcome<Value>) -> Value {
    let Some(one_of) = &unknown.one_of else { return part };
    // Where one of them has no such part, another was meant.
    let parts: Vec<Value> = one_of.values().iter().filter_map(|one| of(one).ok()).collect();
    if parts.is_empty() {
        return part;
    }
    let span = part.origin.span();
    let from = one_of.decided_by().iter().cloned().chain(Value::contributing(&parts)).collect();
    let origin = Origin::new(LinkKind::Computed, span, from);
    let origin = match &part.origin.link().kind {
        LinkKind::Part(step) => Origin::new(LinkKind::Part(step.clone()), span, vec![origin]),
        _ => origin,
    };
    let mut part = part.with_origin(origin);
    if let Data::Unknown(unknown) = &mut part.data {
        Arc::make_mut(unknown).one_of = OneOf::new(parts, one_of.decided_by().to_vec());
    }
    part
}

/// An element of a known collection at an unknown key: it may be any of them.
fn some_element(value: &Value, key: &Value, span: Span) -> Value {
    let mut result = unknown_from(&[key.clone(), value.clone()], span);
    let is_resource = matches!(value.data, Data::Mapping(MappingKind::Resource, _));
    let count = value.items().map_or_else(|| value.entries().map_or(0, BTreeMap::len), <[Value]>::len);
    if let Data::Unknown(unknown) = &mut result.data
        && !is_resource
        && count <= OneOf::MOST_VALUES
        && !matches!(value.origin.link().kind, LinkKind::Reference(..))
    {
        let values = match value.items() {
            Some(_) => elements(value, span).collect(),
            None => entries(value, span).map(|(_, entry)| entry).collect(),
        };
        Arc::make_mut(unknown).one_of = OneOf::new(values, Value::contributing([key]));
    }
    if let LinkKind::Reference(id, path) = &value.origin.link().kind {
        let kind = LinkKind::Reference(id.clone(), path.clone());
        result.origin = Origin::new(kind, span, vec![result.origin.clone()]);
        if let Data::Unknown(unknown) = &mut result.data {
            Arc::make_mut(unknown).reason = Reason::Iteration;
        }
    }
    result
}
