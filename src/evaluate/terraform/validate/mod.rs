//! What Terraform refuses before it evaluates anything: declarations that are not where the language has them,
//! names that nobody declares, calls that do not fit the module they call.

mod references;
pub(super) mod structure;
#[cfg(test)]
mod tests;
mod version;

use super::builtin::{ARGUMENTS, COMPUTED, TERRAFORM_DATA};
use super::constant;
use super::error::{Outcome, refuse};
use super::module::{Module, ResourceKey, argument};
use super::project::{Project, source_text};
use crate::parse::hcl::ast::{Attribute, Block, Body, Expr, ExprKind, TraversalKind};
use references::{References, Sight};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The first thing that Terraform would refuse about the modules that a root leads to, as they are written.
///
/// # Errors
/// That is the error.
pub(super) fn configuration(project: &Project, root: &str) -> Outcome<()> {
    let mut modules = Vec::new();
    let mut pending: Vec<(&Module, String)> =
        project.module(root).map(|module| (module, String::new())).into_iter().collect();
    let mut seen = BTreeSet::new();
    while let Some((module, path)) = pending.pop() {
        if !seen.insert(&module.dir) {
            continue;
        }
        let mut called = BTreeMap::new();
        for (name, block) in &module.calls {
            let path = format!("{path}{}module.{name}", if path.is_empty() { "" } else { "." });
            match project.called(root, module, &path, block) {
                Ok(target) => {
                    called.insert(name.clone(), target);
                    pending.push((target, path));
                }
                Err(why) => {
                    return refuse(block.header, format!("module \"{name}\" cannot be called: {why}"));
                }
            }
        }
        modules.push((module, called));
    }
    for (module, _) in &modules {
        if let Some(first) = module.refusals.first() {
            return Err(Box::new(first.clone()));
        }
        module.statements.iter().try_for_each(version::required)?;
    }
    modules.iter().try_for_each(|(module, called)| check(module, called))?;
    project.module(root).map_or(Ok(()), provider_configurations)
}

/// The configurations of providers that resources of the root name: nobody can hand it any.
fn provider_configurations(root: &Module) -> Outcome<()> {
    for block in root.resources.values() {
        let Some(Expr { kind: ExprKind::Traversal(base, steps), span }) = argument(block, "provider") else {
            continue;
        };
        let (ExprKind::Variable(name), Some(TraversalKind::Attr(alias))) =
            (&base.kind, steps.first().map(|step| &step.kind))
        else {
            continue;
        };
        let named = format!("{name}.{alias}");
        if !root.providers.contains_key(&*named) {
            return refuse(*span, format!("provider {named} is not configured"));
        }
    }
    Ok(())
}

/// Whether an expression refers to anything: a condition that does not checks nothing.
fn refers(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Variable(_)) || expr.children().into_iter().any(refers)
}

/// The names that an expression of the module uses.
///
/// # Errors
/// One that is not declared, or means nothing outside a block.
pub(super) fn expression(module: &Module, expr: &Expr) -> Outcome<()> {
    References { module }.expression(expr, &Sight::default())
}

type Called<'a> = BTreeMap<Arc<str>, &'a Module>;

fn check<'a>(module: &'a Module, called: &Called<'a>) -> Outcome<()> {
    for (name, block) in &module.variables {
        variable(name, block)?;
    }
    for (name, block) in &module.calls {
        if let Some(target) = called.get(name) {
            call(block, target)?;
        }
    }
    let references = References { module };
    let nothing = Sight::default();
    for (name, block) in &module.variables {
        for validation in blocks(&block.body, "validation") {
            references.body(&validation.body, &nothing)?;
            let reads = |expr: &Expr| mentions(expr, name);
            if let Some(condition) = argument(validation, "condition").filter(|condition| !reads(condition)) {
                return refuse(
                    condition.span,
                    format!("the condition of a validation must refer to var.{name}"),
                );
            }
        }
    }
    for Attribute { value, .. } in module.locals.values() {
        references.expression(value, &nothing)?;
    }
    for block in module.outputs.values() {
        references.body(&block.body, &nothing)?;
    }
    for (key, block) in &module.resources {
        resource(&references, key, block)?;
    }
    for block in module.calls.values() {
        let sight = sight(block);
        for attribute in &block.body.attributes {
            match &*attribute.name.text {
                "source" | "version" | "providers" => {}
                "count" | "for_each" => references.expression(&attribute.value, &nothing)?,
                _ => references.expression(&attribute.value, &sight)?,
            }
        }
    }
    for block in module.providers.values() {
        references.body(&block.body, &nothing)?;
    }
    module.statements.iter().try_for_each(|block| statement(module, &references, block))
}

fn variable(name: &str, block: &Block) -> Outcome<()> {
    if let Some(default) = argument(block, "default") {
        constant::check(default)?;
        let nullable = argument(block, "nullable").map(|flag| &flag.kind);
        if matches!((&default.kind, nullable), (ExprKind::Null, Some(ExprKind::Bool(false)))) {
            return refuse(
                default.span,
                format!("variable \"{name}\" cannot be null, but that is its default"),
            );
        }
    }
    Ok(())
}

/// Whether an expression reads a variable.
fn mentions(expr: &Expr, variable: &str) -> bool {
    let here = match &expr.kind {
        ExprKind::Traversal(base, steps) => {
            matches!(&base.kind, ExprKind::Variable(name) if &**name == "var")
                && matches!(steps.first().map(|step| &step.kind), Some(TraversalKind::Attr(name)) if &**name == variable)
        }
        _ => false,
    };
    here || expr.children().into_iter().any(|part| mentions(part, variable))
}

/// Arguments of a module call.
const META_ARGUMENTS: [&str; 6] = ["source", "version", "providers", "count", "for_each", "depends_on"];

fn call(block: &Block, target: &Module) -> Outcome<()> {
    for attribute in &block.body.attributes {
        let name = &attribute.name.text;
        if !META_ARGUMENTS.contains(&&**name) && !target.variables.contains_key(name) {
            return refuse(attribute.name.span, format!("the module has no variable \"{name}\""));
        }
    }
    for (name, variable) in &target.variables {
        if argument(variable, "default").is_none() && argument(block, name).is_none() {
            return refuse(block.header, format!("the module needs a value for its variable \"{name}\""));
        }
    }
    let local =
        source_text(block).is_some_and(|source| source.starts_with("./") || source.starts_with("../"));
    match argument(block, "version").filter(|_| local) {
        Some(_) => {
            let place = argument(block, "source").map_or(block.header, |source| source.span);
            refuse(place, "a module in a local directory has no version")
        }
        None => Ok(()),
    }
}

/// What is in sight inside a block.
fn sight(block: &Block) -> Sight {
    Sight {
        count: argument(block, "count").is_some(),
        each: argument(block, "for_each").is_some(),
        ..Sight::default()
    }
}

fn resource(references: &References<'_>, key: &ResourceKey, block: &Block) -> Outcome<()> {
    if &*key.kind == TERRAFORM_DATA && !key.data_source {
        own_schema(&block.body)?;
    }
    let nothing = Sight::default();
    let inside = Sight { within: Some(key.clone()), ..sight(block) };
    for attribute in &block.body.attributes {
        match &*attribute.name.text {
            "provider" => {}
            "count" | "for_each" => references
                .expression(&attribute.value, &Sight { within: Some(key.clone()), ..nothing.clone() })?,
            _ => references.expression(&attribute.value, &inside)?,
        }
    }
    let (meta, own): (Vec<_>, Vec<_>) = block
        .body
        .blocks
        .iter()
        .partition(|inner| matches!(&*inner.kind.text, "lifecycle" | "provisioner" | "connection"));
    for inner in own {
        let body = Body { attributes: Vec::new(), blocks: vec![inner.clone()], span: inner.span };
        references.body(&body, &inside)?;
    }
    for inner in meta {
        let with_self = Sight { own: true, within: None, ..inside.clone() };
        match &*inner.kind.text {
            "lifecycle" => {
                for condition in &inner.body.blocks {
                    if let Some(expr) = argument(condition, "condition").filter(|expr| !refers(expr)) {
                        return refuse(expr.span, "this condition refers to nothing, so it checks nothing");
                    }
                    let own = &*condition.kind.text == "postcondition";
                    references.body(&condition.body, &Sight { own, within: None, ..inside.clone() })?;
                }
                if let Some(triggers) = argument(inner, "replace_triggered_by") {
                    references.expression(triggers, &Sight { within: None, ..inside.clone() })?;
                }
                let literals = ["create_before_destroy", "prevent_destroy"];
                literals
                    .into_iter()
                    .filter_map(|name| argument(inner, name))
                    .try_for_each(constant::check)?;
            }
            // Terraform looks at it for the sake of provisioners alone.
            "connection" if blocks(&block.body, "provisioner").next().is_none() => {}
            "provisioner" if !inner.labels.iter().any(|kind| PROVISIONERS.contains(&&*kind.text)) => {
                return refuse(inner.header, "Terraform has no such provisioner");
            }
            _ => references.body(&inner.body, &with_self)?,
        }
    }
    Ok(())
}

/// The provisioners that are part of Terraform.
const PROVISIONERS: [&str; 3] = ["file", "local-exec", "remote-exec"];

/// The schema of `terraform_data`.
fn own_schema(body: &Body) -> Outcome<()> {
    const META: [&str; 4] = ["count", "for_each", "depends_on", "provider"];
    for attribute in &body.attributes {
        let name = &*attribute.name.text;
        if COMPUTED.contains(&name) {
            return refuse(attribute.value.span, format!("\"{name}\" is read-only: it cannot be set"));
        }
        if !ARGUMENTS.contains(&name) && !META.contains(&name) {
            return refuse(attribute.name.span, format!("{TERRAFORM_DATA} has no argument \"{name}\""));
        }
    }
    let ignored = blocks(body, "lifecycle").filter_map(|inner| argument(inner, "ignore_changes"));
    for ignored in ignored.flat_map(Expr::children) {
        if let ExprKind::Variable(name) = &ignored.kind
            && !ARGUMENTS.contains(&&**name)
            && !COMPUTED.contains(&&**name)
        {
            return refuse(ignored.span, format!("{TERRAFORM_DATA} has no attribute \"{name}\""));
        }
    }
    for block in &body.blocks {
        if !matches!(&*block.kind.text, "lifecycle" | "provisioner" | "connection") {
            let message = format!("{TERRAFORM_DATA} has no blocks of type \"{}\"", block.kind.text);
            return refuse(block.kind.span, message);
        }
    }
    Ok(())
}

fn blocks<'a>(body: &'a Body, kind: &'a str) -> impl Iterator<Item = &'a Block> {
    body.blocks.iter().filter(move |block| &*block.kind.text == kind)
}

/// `check`, `import`, `removed`, `moved`.
fn statement(module: &Module, references: &References<'_>, block: &Block) -> Outcome<()> {
    match &*block.kind.text {
        "check"
            if !blocks(&block.body, "assert")
                .any(|assert| argument(assert, "condition").is_some_and(refers)) =>
        {
            refuse(block.header, "this check has no assert block that refers to anything")
        }
        "check" => references.body(
            &Body {
                attributes: Vec::new(),
                blocks: blocks(&block.body, "assert").cloned().collect(),
                span: block.span,
            },
            &Sight::default(),
        ),
        "import" => {
            let target = argument(block, "to").and_then(|to| resource_key(to).map(|key| (to, key)));
            match target {
                Some((to, key)) if !module.resources.contains_key(&key) => refuse(
                    to.span,
                    format!("{} is not declared: there is nothing to import to", key.address()),
                ),
                _ => Ok(()),
            }
        }
        "removed" => {
            let key = argument(block, "from").and_then(resource_key);
            match key.and_then(|key| Some((module.resources.get(&key)?, key))) {
                Some((declared, key)) => {
                    refuse(declared.header, format!("{} is removed, but still declared", key.address()))
                }
                None => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

/// The resource of this module that an address names.
fn resource_key(expr: &Expr) -> Option<ResourceKey> {
    let ExprKind::Traversal(base, steps) = &expr.kind else { return None };
    let ExprKind::Variable(kind) = &base.kind else { return None };
    let name = match &steps.first()?.kind {
        TraversalKind::Attr(name) if !matches!(&**kind, "module" | "data") => name.clone(),
        _ => return None,
    };
    Some(ResourceKey { data_source: false, kind: kind.clone(), name })
}
