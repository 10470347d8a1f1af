//! Named values of a module instance: variables, locals, outputs; each worked out once.

use super::RootOutput;
use super::error::{Outcome, refuse};
use super::evaluator::{Evaluator, copied};
use super::instance::Instance;
use super::module::argument;
use super::scope::Scope;
use super::types::{self, Type};
use crate::evaluate::{Data, LinkKind, Origin, Reason, Value};
use crate::parse::hcl::ast::Block;
use crate::source::Span;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

impl<'p> Evaluator<'p> {
    pub(super) fn local(&self, instance: &Rc<Instance<'p>>, name: &Arc<str>, span: Span) -> Outcome<Value> {
        let Some(attribute) = instance.module.locals.get(name) else {
            return self.undeclared(instance, format!("local.{name}"), span, || {
                format!("there is no local value \"{name}\" in this module")
            });
        };
        let work = || {
            let value = self.evaluate(&attribute.value, &Scope::of(instance.clone()));
            let value = value.map(|value| copied(value, LinkKind::Local(name.clone()), attribute.span));
            self.remember(value)
        };
        instance
            .locals
            .get(name, work)
            .unwrap_or_else(|| refuse(span, format!("local.{name} refers to itself")))
    }

    pub(super) fn variable(
        &self,
        instance: &Rc<Instance<'p>>,
        name: &Arc<str>,
        span: Span,
    ) -> Outcome<Value> {
        if !instance.module.variables.contains_key(name) {
            return self.undeclared(instance, format!("var.{name}"), span, || {
                format!("there is no variable \"{name}\" in this module")
            });
        }
        let work = || self.remember(self.variable_value(instance, name));
        instance
            .variables
            .get(name, work)
            .unwrap_or_else(|| refuse(span, format!("var.{name} refers to itself")))
    }

    /// The value of a declared variable: what the caller or the user set, else its default.
    fn variable_value(&self, instance: &Rc<Instance<'p>>, name: &Arc<str>) -> Outcome<Value> {
        let Some(block) = instance.module.variables.get(name) else {
            return refuse(instance.module_span(), format!("there is no variable \"{name}\""));
        };
        let scope = Scope::of(instance.clone());
        let flag =
            |name: &str| argument(block, name).and_then(|expr| self.evaluate(expr, &scope).ok()?.as_bool());
        let constraint = self.constraint(block, &scope);
        let given = self.given(instance, name, block, constraint.as_ref());
        let never_null = flag("nullable") == Some(false);
        let usable = match given.transpose()? {
            Some(value) if never_null && matches!(value.data, Data::Null) => {
                if self.strict && argument(block, "default").is_none() {
                    return refuse(value.origin.span(), format!("variable \"{name}\" cannot be null"));
                }
                None
            }
            other => other,
        };
        let mut value = match usable {
            Some(value) => fitted(value, constraint.as_ref(), name, None)?,
            None => self.default(instance, name, block, constraint.as_ref())?,
        };
        if flag("sensitive") == Some(true) {
            value.sensitive = true;
            // Nothing has nothing to hide.
            if !matches!(&value.data, Data::Null) && value.as_str() != Some("") {
                value = copied(value, LinkKind::Sensitive(name.clone()), block.header);
            }
        }
        if flag("ephemeral") == Some(true) {
            self.ephemeral.note(&value);
        }
        Ok(value)
    }

    /// What the caller or the user set a variable to.
    fn given(
        &self,
        instance: &Rc<Instance<'p>>,
        name: &Arc<str>,
        block: &Block,
        constraint: Option<&Type>,
    ) -> Option<Outcome<Value>> {
        let Some(caller) = &instance.caller else {
            return self.inputs.value(self.sources, name, constraint, block.header);
        };
        let given = caller.block.body.attributes.iter().find(|given| given.name.text == *name)?;
        let call = caller.block.labels.first().map_or_else(|| "".into(), |label| label.text.clone());
        let kind = LinkKind::Argument { call, name: name.clone() };
        Some(self.evaluate(&given.value, &caller.scope).map(|value| copied(value, kind, given.span)))
    }

    /// The default of a variable, as a value of its type.
    pub(super) fn default(
        &self,
        instance: &Rc<Instance<'p>>,
        name: &Arc<str>,
        block: &Block,
        constraint: Option<&Type>,
    ) -> Outcome<Value> {
        let Some(default) = argument(block, "default") else {
            return match self.strict {
                true => refuse(block.header, format!("variable \"{name}\" has no value")),
                false => {
                    let reason = Reason::UnsetVariable(name.clone());
                    Ok(Value::unknown(
                        reason,
                        Origin::new(LinkKind::Unset(name.clone()), block.header, Vec::new()),
                    ))
                }
            };
        };
        let value = self.evaluate(default, &Scope::of(instance.clone()))?;
        let value = copied(value, LinkKind::Default(name.clone()), default.span);
        // An override file that changes the type is to blame where the default no longer fits.
        fitted(value, constraint, name, instance.module.retyped.get(name).copied())
    }

    /// The type a variable is declared with; one that cannot be read is reported and constrains nothing.
    pub(super) fn constraint(&self, block: &Block, scope: &Scope<'p>) -> Option<Type> {
        let expr = argument(block, "type")?;
        let parsed = Type::parse(expr, &mut |expr| self.settle(self.evaluate(expr, scope), expr.span));
        match parsed {
            Ok(constraint) => Some(constraint),
            Err(error) => {
                self.settle(refuse(error.span, error.message), expr.span);
                None
            }
        }
    }

    /// An output of a module instance.
    pub(super) fn output(&self, instance: &Rc<Instance<'p>>, name: &Arc<str>, span: Span) -> Outcome<Value> {
        let Some(block) = instance.module.outputs.get(name) else {
            return refuse(span, format!("this module has no output \"{name}\""));
        };
        let work = || {
            let scope = Scope::of(instance.clone());
            let value = match argument(block, "value") {
                Some(expr) => self.evaluate(expr, &scope).map(|mut value| {
                    let sensitive =
                        argument(block, "sensitive").and_then(|flag| self.evaluate(flag, &scope).ok());
                    // Terraform 1.11 forgets it where the value is known; a report must not show it all the same.
                    value.sensitive |=
                        !self.strict && sensitive.is_some_and(|flag| flag.as_bool() == Some(true));
                    copied(value, LinkKind::Output(name.clone()), expr.span)
                }),
                None => refuse(block.header, format!("output \"{name}\" has no value")),
            };
            self.remember(value)
        };
        instance
            .outputs
            .get(name, work)
            .unwrap_or_else(|| refuse(span, format!("output \"{name}\" refers to itself")))
    }

    /// An output of the root, where errors count as unknown.
    pub(super) fn root_output(&self, root: &Rc<Instance<'p>>, name: &Arc<str>, block: &Block) -> RootOutput {
        let value = self.settle(self.output(root, name, block.header), block.header);
        let sensitive = block.body.attributes.iter().find(|given| &*given.name.text == "sensitive");
        let sensitive = sensitive.map(|given| {
            let flag = self.settle(self.evaluate(&given.value, &Scope::of(root.clone())), given.value.span);
            copied(flag, LinkKind::Attribute(given.name.text.clone()), given.span)
        });
        RootOutput { header: block.header, value, sensitive }
    }

    /// All outputs of a module instance as an object.
    pub(super) fn outputs(&self, instance: &Rc<Instance<'p>>) -> Value {
        let mut outputs = BTreeMap::new();
        for (name, block) in &instance.module.outputs {
            outputs
                .insert(name.clone(), self.settle(self.output(instance, name, block.header), block.header));
        }
        Value::object(outputs, Origin::new(LinkKind::Computed, instance.module_span(), Vec::new()))
    }
}

/// A value as one of its variable's type.
fn fitted(value: Value, constraint: Option<&Type>, name: &str, blame: Option<Span>) -> Outcome<Value> {
    let Some(constraint) = constraint else { return Ok(value) };
    types::convert(&value, constraint).or_else(|message| {
        let place = blame.unwrap_or_else(|| value.origin.span());
        refuse(place, format!("the value of variable \"{name}\" does not fit its type: {message}"))
    })
}
