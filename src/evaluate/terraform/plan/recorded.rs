//! A plan without its sources: what the plan itself records of the configuration says what is set, what is a
//! block, and what refers to what.

use super::configuration::{Place, References};
use super::document::{Planned, fields};
use super::mapped::all_from;
use super::pairing::pair;
use super::unfollowed::Call;
use super::values::{scalar_text, stands_for_absent};
use crate::evaluate::{
    Data, LinkKind, MappingKind, Number, Origin, Path, Reason, ResourceId, SequenceKind, Value,
};
use crate::parse::tree::{Node, NodeKind};
use std::collections::BTreeMap;
use std::sync::Arc;

type Entries = BTreeMap<Arc<str>, Value>;

/// What an argument is set to.
pub(super) enum Setting<'n> {
    /// An attribute: an expression.
    Expression(&'n Node),
    /// The bodies of nested blocks.
    Blocks(&'n [Node]),
    /// The body of a block of which there can only be one.
    Block(&'n Node),
}

/// Gives planned attributes the shape they have in a configuration, and their references.
pub(super) struct Recorded<'p, 'n> {
    references: &'p References<'p, 'n>,
    place: Option<Place<'n, 'p>>,
    expressions: Option<&'n Node>,
    /// The call that is blamed for what lies in a module that is not here.
    call: Option<&'p Call<'p, 'n>>,
}

impl<'p, 'n> Recorded<'p, 'n> {
    pub(super) fn new(
        planned: &'p Planned<'n>,
        block: Option<&'n Node>,
        references: &'p References<'p, 'n>,
        call: Option<&'p Call<'p, 'n>>,
    ) -> Recorded<'p, 'n> {
        let address = &planned.address;
        let place = block.map(|block| Place { module: address.module, block, key: address.key });
        let expressions = block.and_then(|block| block.get("expressions"));
        Recorded { references, place, expressions, call }
    }

    /// The attributes of the resource, of all that is planned for it.
    pub(super) fn attributes(&self, planned: Value) -> Value {
        let planned = match self.call {
            Some(call) => all_from(&planned, &call.origin()),
            None => planned,
        };
        self.body(planned, self.expressions)
    }

    /// The body of a resource or nested block. Where its configuration is recorded, an attribute that it does not
    /// set and that is wholly unknown is the provider's to decide, and absent as in the configuration itself.
    fn body(&self, body: Value, expressions: Option<&'n Node>) -> Value {
        let Data::Mapping(_, entries) = &body.data else { return body };
        let expressions = expressions.filter(|node| self.references.affords(fields(Some(node)).count()));
        let set: Option<BTreeMap<&str, &'n Node>> = expressions.map(|node| fields(Some(node)).collect());
        let mut own = Entries::new();
        for (key, value) in entries.iter() {
            let setting = set.as_ref().map(|set| set.get(&**key).copied());
            let value = match setting {
                Some(Some(node)) => self.set(key, value.clone(), node),
                Some(None) if value.is_unknown() => continue,
                _ if stands_for_absent(value) => continue,
                _ => value.clone(),
            };
            own.insert(key.clone(), value);
        }
        Value { data: Data::Mapping(MappingKind::Resource, Arc::new(own)), ..body }
    }

    fn set(&self, name: &Arc<str>, value: Value, node: &'n Node) -> Value {
        match (setting(node), &value.data) {
            (Setting::Blocks(bodies), Data::Sequence(_, items)) => {
                let size = bodies.iter().map(|body| 1 + fields(Some(body)).count()).sum::<usize>();
                if !self.references.affords(size.saturating_mul(items.len())) {
                    return value;
                }
                let partners = pair(items.len(), bodies.len(), |item, body| {
                    items.get(item).zip(bodies.get(body)).is_some_and(|(item, body)| fits(item, body))
                });
                let blocks = items.iter().zip(partners).map(|(item, partner)| {
                    self.body(item.clone(), partner.and_then(|partner| bodies.get(partner)))
                });
                let blocks = Data::Sequence(SequenceKind::Tuple, Arc::new(blocks.collect()));
                Value { data: blocks, ..value }
            }
            (Setting::Block(body), Data::Mapping(..)) => {
                let origin = value.origin.clone();
                Value::tuple(vec![self.body(value, Some(body))], origin)
            }
            (Setting::Expression(expression), _) => {
                let found = self.place.map(|place| self.references.of(expression, place)).unwrap_or_default();
                let value = match self.call.and_then(|call| call.argument(expression)) {
                    Some(argument) => all_from(&value, &argument),
                    None => value,
                };
                refers(by_variable(value, expression), name, &found)
            }
            _ => value,
        }
    }
}

pub(super) fn setting(node: &Node) -> Setting<'_> {
    match &node.kind {
        NodeKind::Sequence(bodies) => Setting::Blocks(bodies),
        NodeKind::Mapping(entries) => {
            let is_expression = |key: &str| key == "constant_value" || key == "references";
            match entries.iter().all(|entry| is_expression(&entry.key)) {
                true => Setting::Expression(node),
                false => Setting::Block(node),
            }
        }
        _ => Setting::Expression(node),
    }
}

/// Whether an element may be what a block's body came to: what is constant in the body is the same in it.
fn fits(item: &Value, body: &Node) -> bool {
    fields(Some(body)).all(|(key, expression)| {
        let Some(constant) = expression.get("constant_value") else { return true };
        let constant = match &constant.kind {
            NodeKind::String(text) => Some(text.clone()),
            NodeKind::Bool(flag) => Some(flag.to_string().into()),
            NodeKind::Number(text) => Number::parse(text).map(|number| number.to_string().into()),
            _ => return true,
        };
        match item.get(key) {
            Some(value) => value.is_unknown() || scalar_text(value) == constant,
            None => false,
        }
    })
}

/// The value of an argument that a variable sets: what a plan shows of it was given when it was made.
fn by_variable(value: Value, expression: &Node) -> Value {
    let references = match expression.get("references").map(|node| &node.kind) {
        Some(NodeKind::Sequence(items)) => &**items,
        _ => &[],
    };
    let variable = references.iter().find_map(|one| one.as_str()?.strip_prefix("var."));
    match variable.filter(|_| !value.is_unknown()) {
        Some(name) => {
            let name = name.split(['.', '[']).next().unwrap_or(name);
            let span = value.origin.span();
            let origin = Origin::new(LinkKind::Given(name.into()), span, vec![value.origin.clone()]);
            value.with_origin(origin)
        }
        None => value,
    }
}

/// The value of an argument whose expression refers to resources. What is unknown in it comes from them.
fn refers(value: Value, name: &Arc<str>, found: &[(ResourceId, Path)]) -> Value {
    if found.is_empty() {
        return value;
    }
    let origin = from_references(&value.origin, found);
    let all_data = found.iter().all(|(id, _)| id.is_data_source());
    let reason = match found.first() {
        Some((id, _)) if all_data => Reason::DataSource(id.address().into()),
        _ => Reason::Computed,
    };
    let value = holes(value, &reason, found);
    let kind = LinkKind::Attribute(name.clone());
    let origin = Origin::new(kind, value.origin.span(), vec![origin]);
    value.with_origin(origin)
}

fn holes(value: Value, reason: &Reason, found: &[(ResourceId, Path)]) -> Value {
    let data = match &value.data {
        Data::Unknown(_) => {
            let mut hole = Value::unknown(reason.clone(), from_references(&value.origin, found));
            hole.sensitive = value.sensitive;
            return hole;
        }
        Data::Sequence(kind, items) => {
            let items = items.iter().map(|item| holes(item.clone(), reason, found));
            Data::Sequence(*kind, Arc::new(items.collect()))
        }
        Data::Mapping(kind, entries) => {
            let entries = entries.iter().map(|(key, one)| (key.clone(), holes(one.clone(), reason, found)));
            Data::Mapping(*kind, Arc::new(entries.collect()))
        }
        _ => return value,
    };
    Value { data, ..value }
}

/// One reference is taken for a copy, several for something computed from all.
pub(super) fn from_references(own: &Origin, found: &[(ResourceId, Path)]) -> Origin {
    let reference = |(id, path): &(ResourceId, Path)| {
        Origin::new(LinkKind::Reference(id.clone(), path.clone()), own.span(), vec![own.clone()])
    };
    match found {
        [only] => reference(only),
        several => Origin::new(LinkKind::Computed, own.span(), several.iter().map(reference).collect()),
    }
}
