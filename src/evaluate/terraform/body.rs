//! Blocks to attributes: arguments, nested blocks as lists of objects, dynamic blocks.

use super::evaluator::{Evaluator, copied};
use super::expression::{many, many_like, unknown_from};
use super::module::argument;
use super::scope::Scope;
use super::{iteration, traversal};
use crate::evaluate::{Data, LinkKind, MappingKind, Origin, Reason, Value};
use crate::parse::hcl::ast::{Block, Body, Expr, ExprKind};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Arguments that speak to Terraform, not to the provider.
const META_ARGUMENTS: [&str; 4] = ["count", "for_each", "provider", "depends_on"];
/// The same for nested blocks.
const META_BLOCKS: [&str; 3] = ["lifecycle", "provisioner", "connection"];

/// Blocks that the dynamic blocks of one root may make.
const DYNAMIC_BLOCKS: usize = 200_000;

type Entries = BTreeMap<Arc<str>, Value>;

impl<'p> Evaluator<'p> {
    /// The attributes a body sets; `top` for a resource's own body, whose meta-arguments are left out.
    pub(super) fn body(&self, body: &Body, scope: &Scope<'p>, top: bool) -> Entries {
        let mut entries = Entries::new();
        for attribute in &body.attributes {
            let name = &attribute.name.text;
            if top && META_ARGUMENTS.contains(&&**name) {
                continue;
            }
            let value = self.argument(&attribute.value, scope);
            let kind = LinkKind::Attribute(name.clone());
            entries.insert(name.clone(), copied(value, kind, attribute.span));
        }
        let mut nested: BTreeMap<Arc<str>, Vec<Value>> = BTreeMap::new();
        let mut empty = Entries::new();
        for block in &body.blocks {
            if top && META_BLOCKS.contains(&&*block.kind.text) {
                continue;
            }
            match (&*block.kind.text, block.labels.first()) {
                ("dynamic", Some(label)) => {
                    let made = self.dynamic(block, &label.text, scope);
                    if made.is_empty()
                        && let Some(origin) = self.empty_because(block, "for_each", scope)
                    {
                        empty.insert(label.text.clone(), Value::new(Data::Null, origin));
                    }
                    nested.entry(label.text.clone()).or_default().extend(made);
                }
                _ => {
                    let object = self.nested(&block.body, block, scope);
                    nested.entry(block.kind.text.clone()).or_default().push(object);
                }
            }
        }
        for (name, objects) in nested {
            let Some(first) = objects.first() else {
                // A dynamic block that makes nothing: known to be absent, and why.
                entries.extend(empty.remove_entry(&name));
                continue;
            };
            let origin = Origin::literal(first.origin.span());
            entries.insert(name, Value::tuple(objects, origin));
        }
        entries
    }

    /// The value of an argument. `True`, which Terraform refuses and which is reported, can only be meant as `true`.
    fn argument(&self, expr: &Expr, scope: &Scope<'p>) -> Value {
        let outcome = self.evaluate(expr, scope);
        match (&outcome, meant(expr)) {
            (Err(error), Some(meant)) => {
                self.report(error);
                Value::new(Data::Bool(meant), Origin::literal(expr.span))
            }
            _ => self.settle(outcome, expr.span),
        }
    }

    fn nested(&self, body: &Body, block: &Block, scope: &Scope<'p>) -> Value {
        let entries = match self.descend(block.header) {
            Ok(_level) => stacker::maybe_grow(128 * 1024, 4 * 1024 * 1024, || self.body(body, scope, false)),
            Err(error) => {
                self.report(&error);
                Entries::new()
            }
        };
        let data = Data::Mapping(MappingKind::Resource, Arc::new(entries));
        Value::new(data, Origin::literal(block.header))
    }

    /// Counts one more block that is not written out.
    fn affords_block(&self, block: &Block) -> bool {
        let made = self.blocks.get();
        self.blocks.set(made.saturating_add(1));
        if made >= DYNAMIC_BLOCKS {
            let message =
                format!("this root makes more than {DYNAMIC_BLOCKS} dynamic blocks; others are left out");
            self.note_limit("terraform-limit", block, message);
        }
        made < DYNAMIC_BLOCKS
    }

    /// The blocks a `dynamic` block makes.
    fn dynamic(&self, block: &Block, name: &Arc<str>, scope: &Scope<'p>) -> Vec<Value> {
        let content = block.body.blocks.iter().find(|inner| &*inner.kind.text == "content");
        let (Some(content), Some(for_each)) = (content, argument(block, "for_each")) else {
            return Vec::new();
        };
        let iterator = match argument(block, "iterator").map(|expr| &expr.kind) {
            Some(ExprKind::Variable(iterator) | ExprKind::String(iterator)) => iterator.clone(),
            _ => name.clone(),
        };
        let collection = self.settle(self.evaluate(for_each, scope), for_each.span);
        let span = for_each.span;
        let one = |key, value, scope: &Scope<'p>| {
            let object = Value::object(
                Entries::from([("key".into(), key), ("value".into(), value)]),
                Origin::literal(span),
            );
            self.nested(&content.body, block, &scope.bind(iterator.clone(), object))
        };
        let each = |unknown: Value| {
            let key = unknown_from(std::slice::from_ref(&unknown), span);
            let element = unknown.each().unwrap_or(&key).clone();
            let each = self.affords_block(block).then(|| self.doubting(|| one(key, element, scope)));
            many_like(each, &[unknown], span)
        };
        let Some(pairs) = iteration::pairs(&collection) else {
            return match collection.data {
                Data::Null => Vec::new(),
                _ => vec![each(collection)],
            };
        };
        let mut made = Vec::with_capacity(pairs.len());
        let scope = &scope.among(pairs.len());
        for (key, value) in pairs {
            if traversal::is_many(&value) {
                made.push(each(value));
                continue;
            }
            if !self.affords_block(block) {
                let rest = Value::unknown(Reason::Limit, Origin::literal(span));
                made.push(many(&[rest], span));
                break;
            }
            made.push(one(key, value, scope));
        }
        made
    }
}

/// The boolean that a name is meant as which differs from it in case only.
fn meant(expr: &Expr) -> Option<bool> {
    let ExprKind::Variable(name) = &expr.kind else { return None };
    [true, false].into_iter().find(|meant| name.eq_ignore_ascii_case(if *meant { "true" } else { "false" }))
}
