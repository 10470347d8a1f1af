//! What the names at the start of a traversal refer to.

use super::error::{Outcome, refuse};
use super::evaluator::Evaluator;
use super::expression::unknown_from;
use super::instance::{ExpandedCall, Instance};
use super::module::ResourceKey;
use super::scope::{Repetition, Scope};
use super::{traversal, types};
use crate::evaluate::{Data, LinkKind, Origin, Part, Reason, Unknown, Value};
use crate::parse::hcl::ast::{Expr, ExprKind, Traversal, TraversalKind};
use crate::source::Span;
use std::rc::Rc;
use std::sync::Arc;

impl<'p> Evaluator<'p> {
    /// What the name at the start of a traversal refers to, and how many of the steps that took.
    pub(super) fn reference(
        &self,
        name: &Arc<str>,
        steps: &[Traversal],
        span: Span,
        scope: &Scope<'p>,
    ) -> Outcome<(Value, usize)> {
        if let Some(value) = self.foreign_name(name, span) {
            return Ok((value, 0));
        }
        let first = step_name(steps.first());
        let instance = &scope.instance;
        match (&**name, first) {
            ("var", Some(name)) => Ok((self.variable(instance, name, span)?, 1)),
            ("local", Some(name)) => Ok((self.local(instance, name, span)?, 1)),
            ("module", Some(name)) => self.module_reference(name, steps, span, scope),
            ("each", Some(part)) => match (&scope.repetition, &**part) {
                (Repetition::Each(key, _), "key") => Ok((key.clone(), 1)),
                (Repetition::Each(_, value), "value") => Ok((value.clone(), 1)),
                _ => refuse(span, format!("each.{part} can only be used in a block with for_each")),
            },
            ("count", Some(part)) => match (&scope.repetition, &**part) {
                (Repetition::Count(index), "index") => Ok((index.clone(), 1)),
                _ => refuse(span, format!("count.{part} can only be used in a block with count")),
            },
            ("path", Some(part)) => Ok((self.path(part, instance, span)?, 1)),
            ("terraform" | "tofu", Some(part)) if &**part == "workspace" => {
                let origin = Origin::new(LinkKind::Computed, span, Vec::new());
                let data = match &self.inputs.workspace {
                    Some(workspace) => Data::String(workspace.clone()),
                    None => {
                        let reason = Unknown::because(Reason::Workspace);
                        Data::Unknown(Arc::new(Unknown { not_null: true, filled: true, ..reason }))
                    }
                };
                Ok((Value::new(data, origin), 1))
            }
            ("data" | "ephemeral", Some(kind)) => self.resource_reference(true, kind, steps, 2, span, scope),
            ("resource", Some(kind)) => self.resource_reference(false, kind, steps, 2, span, scope),
            ("self" | "terraform" | "tofu", _) => Ok((
                Value::unknown(Reason::Computed, Origin::new(LinkKind::Computed, span, Vec::new())),
                steps.len(),
            )),
            (_, Some(_)) => self.resource_reference(false, name, steps, 1, span, scope),
            (_, None) => refuse(span, format!("there is no variable or resource named \"{name}\" here")),
        }
    }

    fn path(&self, part: &str, instance: &Instance<'p>, span: Span) -> Outcome<Value> {
        let origin = Origin::new(LinkKind::Computed, span, Vec::new());
        match part {
            "module" => Ok(Value::string(relative(&self.root, &instance.module.dir), origin)),
            "root" => Ok(Value::string(".", origin)),
            "cwd" => Ok(working_directory(&self.root, &origin)),
            _ => refuse(span, format!("path.{part} does not exist; use path.module or path.root")),
        }
    }

    fn module_reference(
        &self,
        name: &Arc<str>,
        steps: &[Traversal],
        span: Span,
        scope: &Scope<'p>,
    ) -> Outcome<(Value, usize)> {
        if !scope.instance.module.calls.contains_key(name) {
            let message = || format!("there is no module call \"{name}\" in this module");
            return Ok((self.undeclared(&scope.instance, format!("module.{name}"), span, message)?, 1));
        }
        let Some(call) = self.expand_call(&scope.instance, name) else {
            return refuse(span, format!("module.{name} refers to itself"));
        };
        match &*call {
            ExpandedCall::NotFollowed(unknown, _) => Ok((unknown.clone(), 1)),
            ExpandedCall::Single(instance) => match step_name(steps.get(1)) {
                Some(output) => Ok((self.output(instance, output, span)?, 2)),
                None => Ok((self.outputs(instance), 1)),
            },
            // The one instance stands for any number, none included: its errors may not exist.
            ExpandedCall::Some(instance, cause) => match (steps.get(1), step_name(steps.get(2))) {
                (Some(Traversal { kind: TraversalKind::Index(_), .. }), Some(output)) => {
                    let value = self.doubting(|| self.output(instance, output, span));
                    Ok((value.unwrap_or_else(|_| unknown_from(std::slice::from_ref(cause), span)), 3))
                }
                _ => {
                    let outputs = self.doubting(|| self.outputs(instance));
                    Ok((unknown_from(&[cause.clone(), outputs], span), steps.len()))
                }
            },
            ExpandedCall::Count(instances) => self
                .indexed_output(steps, span, scope, &|key| {
                    let at = types::number_of(key)?.to_i64().and_then(|at| usize::try_from(at).ok())?;
                    instances.get(at).cloned()
                })
                .unwrap_or_else(|| {
                    let outputs = instances.iter().map(|instance| self.outputs(instance)).collect();
                    Ok((Value::tuple(outputs, Origin::new(LinkKind::Computed, span, Vec::new())), 1))
                }),
            ExpandedCall::Each(instances) => self
                .indexed_output(steps, span, scope, &|key| instances.get(&types::text_of(key)?).cloned())
                .unwrap_or_else(|| {
                    let outputs =
                        instances.iter().map(|(key, instance)| (key.clone(), self.outputs(instance)));
                    let outputs = outputs.collect();
                    Ok((Value::object(outputs, Origin::new(LinkKind::Computed, span, Vec::new())), 1))
                }),
        }
    }

    /// `module.a[key].output` without working out every output of every instance.
    fn indexed_output(
        &self,
        steps: &[Traversal],
        span: Span,
        scope: &Scope<'p>,
        find: &dyn Fn(&Value) -> Option<Rc<Instance<'p>>>,
    ) -> Option<Outcome<(Value, usize)>> {
        let key = match &steps.get(1)?.kind {
            TraversalKind::Index(expr) => self.evaluate(expr, scope).ok()?,
            TraversalKind::LegacyIndex(index) => {
                Value::new(Data::Number(i64::try_from(*index).ok()?.into()), Origin::literal(span))
            }
            _ => return None,
        };
        let instance = find(&key)?;
        let output = step_name(steps.get(2))?;
        Some(self.output(&instance, output, span).map(|value| (value, 3)))
    }

    fn resource_reference(
        &self,
        data_source: bool,
        kind: &Arc<str>,
        steps: &[Traversal],
        consumed: usize,
        span: Span,
        scope: &Scope<'p>,
    ) -> Outcome<(Value, usize)> {
        let Some(name) = step_name(steps.get(consumed - 1)) else {
            let message = format!("a reference to a resource needs type and name, not only \"{kind}\"");
            return refuse(span, message);
        };
        let key = ResourceKey { data_source, kind: kind.clone(), name: name.clone() };
        if !scope.instance.module.resources.contains_key(&key) {
            let address = key.address();
            let message = || format!("{address} is not declared in this module");
            return Ok((self.undeclared(&scope.instance, address.clone(), span, message)?, consumed));
        }
        match self.expand_resource(&scope.instance, &key) {
            Some(resource) => {
                let of_one = resource.any.as_ref().filter(|_| !self.strict && !scope.attempted);
                let found = of_one.and_then(|any| attribute_of_any(any, steps.get(consumed..)?, span));
                Ok(found.map_or_else(|| (resource.value.clone(), consumed), |value| (value, consumed + 2)))
            }
            None => refuse(span, format!("{kind}.{name} refers to itself")),
        }
    }
}

/// `[key].attribute` of the instance that stands for an unknown number, where it is known: it is the same in each that
/// there is.
fn attribute_of_any(any: &Value, steps: &[Traversal], span: Span) -> Option<Value> {
    let [index, step, ..] = steps else { return None };
    let is_always_same = match &index.kind {
        TraversalKind::Index(key) => is_always_same(key),
        TraversalKind::LegacyIndex(index) => *index == 0,
        _ => return None,
    };
    let name = step_name(Some(step))?;
    let found = traversal::attribute(any, name, step.span, span).ok()?;
    (found.is_wholly_known() || is_always_same).then_some(found)
}

/// Whether a key names the same instance wherever it stands, or that of the one who asks.
fn is_always_same(key: &Expr) -> bool {
    match &key.kind {
        ExprKind::Number(text) => &**text == "0",
        ExprKind::Parens(inner) => is_always_same(inner),
        ExprKind::Traversal(base, steps) => {
            let of = |name: &str, part: &str| {
                matches!(&base.kind, ExprKind::Variable(base) if **base == *name)
                    && matches!(steps.as_slice(), [step] if step_name(Some(step)).is_some_and(|step| **step == *part))
            };
            of("each", "key") || of("count", "index")
        }
        _ => false,
    }
}

/// The name an attribute step reads.
fn step_name(step: Option<&Traversal>) -> Option<&Arc<str>> {
    match &step?.kind {
        TraversalKind::Attr(name) => Some(name),
        _ => None,
    }
}

/// The module's directory as Terraform prints it: relative to the root module.
fn relative(root: &str, dir: &str) -> String {
    if root == dir {
        return ".".to_owned();
    }
    let segments = |path: &str| -> Vec<String> {
        path.split('/').filter(|segment| !segment.is_empty() && *segment != ".").map(str::to_owned).collect()
    };
    let (root, dir) = (segments(root), segments(dir));
    let common = root.iter().zip(&dir).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..".to_owned(), root.len() - common);
    up.chain(dir.into_iter().skip(common)).collect::<Vec<_>>().join("/")
}

/// Terraform is started in the root module's directory. Where the repository lies is not in the files, so only the
/// end of the path is known.
fn working_directory(root: &str, origin: &Origin) -> Value {
    let above = Value::unknown(Reason::Computed, origin.clone());
    if root == "." {
        return above;
    }
    let parts = vec![Part::Hole(above), Part::Text(format!("/{root}").into())];
    let unknown = Unknown { not_null: true, parts, ..Unknown::because(Reason::Computed) };
    Value::new(Data::Unknown(Arc::new(unknown)), origin.clone())
}
