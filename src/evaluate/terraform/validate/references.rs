//! Names that an expression uses, without evaluating it: Terraform refuses one that is not declared wherever it
//! stands, in an arm that is not taken and inside `try` too.

use crate::evaluate::terraform::builtin::{ARGUMENTS, COMPUTED, TERRAFORM_DATA};
use crate::evaluate::terraform::error::{Outcome, refuse};
use crate::evaluate::terraform::module::{Module, ResourceKey, argument};
use crate::parse::hcl::ast::{Body, Expr, ExprKind, Traversal, TraversalKind};
use crate::source::Span;
use std::sync::Arc;

/// What is in sight where an expression stands.
#[derive(Clone, Default)]
pub(super) struct Sight {
    /// `count.index` means something.
    pub(super) count: bool,
    /// `each.key` and `each.value` do.
    pub(super) each: bool,
    /// `self` does.
    pub(super) own: bool,
    /// The resource the expression belongs to: it must not refer to itself.
    pub(super) within: Option<ResourceKey>,
    /// Names that are bound around it.
    pub(super) bound: Vec<Arc<str>>,
}

/// Checks the names of one module.
pub(super) struct References<'a> {
    pub(super) module: &'a Module,
}

impl References<'_> {
    /// Checks every expression of a body and of the blocks in it.
    pub(super) fn body(&self, body: &Body, sight: &Sight) -> Outcome<()> {
        for attribute in &body.attributes {
            self.expression(&attribute.value, sight)?;
        }
        for block in &body.blocks {
            let mut inner = sight.clone();
            if let ("dynamic", Some(label)) = (&*block.kind.text, block.labels.first()) {
                let iterator = match argument(block, "iterator").map(|expr| &expr.kind) {
                    Some(ExprKind::Variable(name) | ExprKind::String(name)) => name.clone(),
                    _ => label.text.clone(),
                };
                if let Some(for_each) = argument(block, "for_each") {
                    self.expression(for_each, sight)?;
                }
                inner.bound.push(iterator);
                for content in &block.body.blocks {
                    self.body(&content.body, &inner)?;
                }
                continue;
            }
            self.body(&block.body, &inner)?;
        }
        Ok(())
    }

    /// Checks an expression.
    pub(super) fn expression(&self, expr: &Expr, sight: &Sight) -> Outcome<()> {
        expr.free_names(&mut |name, steps, span| self.name(name, steps, span, sight))
    }

    /// A name at the start of a traversal, and the steps that are part of the reference.
    fn name(&self, name: &Arc<str>, steps: &[Traversal], span: Span, sight: &Sight) -> Outcome<()> {
        if sight.bound.contains(name) {
            return Ok(());
        }
        let Some(first) = attribute(steps.first()) else {
            return match (&**name, steps.is_empty()) {
                ("self", _) if sight.own => Ok(()),
                ("self", _) => refuse(span, "self means nothing here"),
                (
                    "var" | "local" | "module" | "each" | "count" | "path" | "terraform" | "tofu" | "data",
                    _,
                ) => refuse(span, format!("\"{name}\" must be followed by a name")),
                _ => refuse(
                    span,
                    format!("a reference to a resource needs its type and its name, not only \"{name}\""),
                ),
            };
        };
        let module = self.module;
        match &**name {
            "var" if !module.variables.contains_key(first) => {
                refuse(span, format!("there is no variable \"{first}\" in this module"))
            }
            "local" if !module.locals.contains_key(first) => {
                refuse(span, format!("there is no local value \"{first}\" in this module"))
            }
            "var" | "local" => Ok(()),
            "module" => self.call(first, steps, span),
            "each" if !sight.each => refuse(span, "each can only be used in a block with for_each"),
            "each" if !matches!(&**first, "key" | "value") => {
                refuse(span, format!("each.{first} does not exist; use each.key or each.value"))
            }
            "count" if !sight.count => refuse(span, "count.index can only be used in a block with count"),
            "count" if &**first != "index" => {
                refuse(span, format!("count.{first} does not exist; use count.index"))
            }
            "path" if !matches!(&**first, "module" | "root" | "cwd") => {
                refuse(span, format!("path.{first} does not exist; use path.module or path.root"))
            }
            "terraform" | "tofu" if !matches!(&**first, "workspace" | "applying") => {
                refuse(span, format!("{name}.{first} does not exist; use {name}.workspace"))
            }
            "self" if !sight.own => refuse(span, "self means nothing here"),
            "each" | "count" | "path" | "terraform" | "tofu" | "self" => Ok(()),
            "data" | "ephemeral" => self.resource(true, first, steps.get(1..), span, sight),
            "resource" => self.resource(false, first, steps.get(1..), span, sight),
            _ => self.resource(false, name, Some(steps), span, sight),
        }
    }

    fn call(&self, name: &Arc<str>, steps: &[Traversal], span: Span) -> Outcome<()> {
        let Some(block) = self.module.calls.get(name) else {
            return refuse(span, format!("there is no module call \"{name}\" here"));
        };
        let repeated = argument(block, "count").is_some() || argument(block, "for_each").is_some();
        match (attribute(steps.get(1)), repeated) {
            (Some(_), true) => {
                refuse(span, format!("module \"{name}\" has several instances: this needs a key or an index"))
            }
            _ => Ok(()),
        }
    }

    fn resource(
        &self,
        data_source: bool,
        kind: &Arc<str>,
        steps: Option<&[Traversal]>,
        span: Span,
        sight: &Sight,
    ) -> Outcome<()> {
        let steps = steps.unwrap_or_default();
        let Some(name) = attribute(steps.first()) else {
            let message =
                format!("a reference to a resource needs its type and its name, not only \"{kind}\"");
            return refuse(span, message);
        };
        let key = ResourceKey { data_source, kind: kind.clone(), name: name.clone() };
        let Some(block) = self.module.resources.get(&key) else {
            return refuse(span, format!("{} is not declared in this module", key.address()));
        };
        if sight.within.as_ref() == Some(&key) {
            return refuse(span, format!("{} refers to itself", key.address()));
        }
        let repeated = argument(block, "count").is_some() || argument(block, "for_each").is_some();
        let read = match (attribute(steps.get(1)), repeated) {
            (Some(_), true) => {
                let message =
                    format!("{} has several instances: this needs a key or an index", key.address());
                return refuse(span, message);
            }
            (Some(read), false) => Some((read, 2)),
            (None, _) => attribute(steps.get(2)).map(|read| (read, 3)),
        };
        match read {
            Some((read, at)) if !data_source && &**kind == TERRAFORM_DATA => {
                let is_id = &**read == "id";
                let known = ARGUMENTS.contains(&&**read) || COMPUTED.contains(&&**read);
                match steps.get(at) {
                    _ if !known => refuse(span, format!("{TERRAFORM_DATA} has no attribute \"{read}\"")),
                    Some(step) if is_id && attribute(Some(step)).is_some() => {
                        refuse(step.span, "an id is a string: it has no attributes")
                    }
                    _ => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }
}

/// The name that a step reads.
fn attribute(step: Option<&Traversal>) -> Option<&Arc<str>> {
    match &step?.kind {
        TraversalKind::Attr(name) => Some(name),
        _ => None,
    }
}
