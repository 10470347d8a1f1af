//! The `provider` blocks that a plan records.

use super::configuration::{Place, References};
use super::document::{Plan, fields};
use super::recorded::{Setting, from_references, setting};
use super::values::Trees;
use crate::evaluate::terraform::Configuration;
use crate::evaluate::{Data, MappingKind, Origin, Path, Reason, ResourceId, Value};
use crate::parse::tree::{Node, NodeKind};
use crate::source::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Levels of blocks that are gone into.
const MAX_DEPTH: usize = 32;

/// The blocks of a plan, and the position of each by the key that resources name it by.
pub(super) fn read<'n>(
    plan: &Plan<'n>,
    root: &str,
    references: &References<'_, 'n>,
) -> (Vec<Configuration>, BTreeMap<&'n str, usize>) {
    let mut found = Vec::new();
    let mut positions = BTreeMap::new();
    for (key, node) in plan.configuration.providers() {
        // Of a provider without a block, or with an empty one, the plan records what it is called.
        let Some(expressions) = node.get("expressions") else { continue };
        let text = |field: &str| node.get(field).and_then(Node::as_str);
        let Some(name) = text("name") else { continue };
        let module = text("module_address").unwrap_or_default();
        let place = Place { module, block: node, key: "" };
        let body = Body { references, place };
        let called = text("alias").map_or_else(|| name.to_owned(), |alias| format!("{name}.{alias}"));
        let address: Arc<str> = super::address::join(module, &format!("provider.{called}")).into();
        positions.insert(key, found.len());
        found.push(Configuration {
            id: ResourceId(format!("{root}//{address}").into()),
            address,
            kind: text("full_name").and_then(|full| full.rsplit('/').next()).unwrap_or(name).into(),
            name: name.into(),
            alias: text("alias").map(Into::into),
            module: (!module.is_empty()).then(|| module.into()),
            header: Span { end: node.span.start + 1, ..node.span },
            foreign_call: None,
            attributes: body.read(expressions, 0),
        });
    }
    (found, positions)
}

/// What a block says.
struct Body<'r, 'p, 'n> {
    references: &'r References<'p, 'n>,
    place: Place<'n, 'n>,
}

impl<'n> Body<'_, '_, 'n> {
    fn read(&self, body: &'n Node, depth: usize) -> Value {
        let arguments = fields(Some(body)).filter(|_| depth < MAX_DEPTH);
        let entries = arguments.map(|(name, node)| (Arc::from(name), self.argument(node, depth)));
        let entries: BTreeMap<Arc<str>, Value> = entries.collect();
        let data = Data::Mapping(MappingKind::Resource, Arc::new(entries));
        Value::new(data, Origin::literal(body.span))
    }

    fn argument(&self, node: &'n Node, depth: usize) -> Value {
        let blocks = |bodies: &'n [Node]| {
            let blocks = bodies.iter().map(|body| self.read(body, depth + 1)).collect();
            Value::tuple(blocks, Origin::literal(node.span))
        };
        match setting(node) {
            Setting::Blocks(bodies) => blocks(bodies),
            Setting::Block(body) => blocks(std::slice::from_ref(body)),
            Setting::Expression(expression) => match expression.get("constant_value") {
                Some(constant) => {
                    let trees = Trees { values: Some(constant), unknown: None, sensitive: None };
                    trees.value(constant.span)
                }
                None => self.unknown(expression),
            },
        }
    }

    /// What an expression comes to is not recorded. A variable of the root may have been set for this run alone.
    fn unknown(&self, expression: &'n Node) -> Value {
        let found: Vec<(ResourceId, Path)> = self.references.of(expression, self.place);
        let variable = match expression.get("references").map(|list| &list.kind) {
            Some(NodeKind::Sequence(items)) => {
                items.iter().find_map(|item| item.as_str()?.strip_prefix("var."))
            }
            _ => None,
        };
        let reason = match (variable, self.place.module) {
            (Some(variable), "") if found.is_empty() => Reason::Given(variable.into()),
            _ => Reason::Computed,
        };
        let written = Origin::literal(expression.span);
        let origin = if found.is_empty() { written } else { from_references(&written, &found) };
        Value::unknown(reason, origin)
    }
}
