//! Conditions that a configuration states about itself: `validation` of variables, `precondition` and
//! `postcondition`. A condition that is known to be false ends a plan; one that is unknown says nothing.

use super::error::refuse;
use super::evaluator::Evaluator;
use super::instance::Instance;
use super::module::argument;
use super::scope::Scope;
use super::types;
use crate::evaluate::{Data, Value};
use crate::parse::hcl::ast::{Block, Body};
use crate::source::{Diagnostic, FileId, Level, Span};
use std::rc::Rc;

impl<'p> Evaluator<'p> {
    /// Checks what a module instance states about its variables and outputs.
    pub(super) fn check_conditions(&self, instance: &Rc<Instance<'p>>) {
        let scope = Scope::of(instance.clone());
        for (name, block) in &instance.module.variables {
            for validation in nested(&block.body, "validation") {
                let given = self.variable(instance, name, block.header).ok().map(|value| value.origin.span());
                // Terraform names the declaration where the value of a root variable is at fault.
                let place = match (&instance.caller, given) {
                    (None, _) if self.strict => block.header,
                    (_, Some(given)) if given.file != FileId::NONE => given,
                    _ => block.header,
                };
                self.check(
                    validation,
                    &scope,
                    place,
                    &format!("the value of variable \"{name}\" is not valid"),
                );
            }
        }
        for (name, block) in &instance.module.outputs {
            self.check_each(
                &block.body,
                "precondition",
                &scope,
                &format!("a precondition of output \"{name}\" fails"),
            );
        }
    }

    /// Checks what a resource states about itself before it exists, and as it will be.
    pub(super) fn check_lifecycle(
        &self,
        block: &'p Block,
        scope: &Scope<'p>,
        resource: &Value,
        address: &str,
    ) {
        for lifecycle in nested(&block.body, "lifecycle") {
            let what = |kind| format!("a {kind} of {address} fails");
            self.check_each(&lifecycle.body, "precondition", scope, &what("precondition"));
            let with_self = scope.bind("self".into(), resource.clone());
            self.check_each(&lifecycle.body, "postcondition", &with_self, &what("postcondition"));
        }
    }

    fn check_each(&self, body: &Body, kind: &str, scope: &Scope<'p>, what: &str) {
        for condition in nested(body, kind) {
            let place = argument(condition, "condition").map_or(condition.header, |expr| expr.span);
            self.check(condition, scope, place, what);
        }
    }

    /// Says so where a condition is known to be false.
    fn check(&self, block: &Block, scope: &Scope<'p>, place: Span, what: &str) {
        let Some(condition) = argument(block, "condition") else { return };
        let holds = match self.evaluate(condition, scope) {
            Ok(value) if value.is_unknown() => return,
            Ok(value) => types::bool_of(&value),
            Err(error) => return self.report(&error),
        };
        if holds == Some(true) {
            return;
        }
        let words = argument(block, "error_message").and_then(|expr| self.evaluate(expr, scope).ok());
        let words = words.filter(|words| !words.sensitive);
        let words = match words.as_ref().map(|words| &words.data) {
            Some(Data::String(text)) => format!(": {text}"),
            _ => String::new(),
        };
        let message = match holds {
            Some(_) => format!("{what}{words}"),
            None => format!("{what}: its condition is neither true nor false"),
        };
        let place = if holds.is_some() { place } else { condition.span };
        if self.strict {
            self.settle(refuse(place, message), place);
        } else {
            self.note(Diagnostic::at(Level::Note, "terraform-condition", place, message));
        }
    }

    /// What Terraform refuses about values that are there but must not be shown.
    pub(super) fn check_root_outputs(&self, instance: &Rc<Instance<'p>>) {
        let scope = Scope::of(instance.clone());
        for (name, block) in &instance.module.outputs {
            let flag =
                argument(block, "sensitive").and_then(|flag| self.evaluate(flag, &scope).ok()?.as_bool());
            let value = self.output(instance, name, block.header);
            if let (Ok(value), Some(expr)) = (&value, argument(block, "value")) {
                self.refuse_ephemeral(value, expr.span, "an output of the root module");
            }
            if flag != Some(true) && value.is_ok_and(|value| types::is_sensitive(&value)) {
                let message =
                    format!("output \"{name}\" has a sensitive value, so it must be marked sensitive");
                self.settle(refuse(block.header, message), block.header);
            }
        }
    }

    /// Works out what nothing else refers to: Terraform refuses an error in it all the same.
    pub(super) fn check_named(&self, instance: &Rc<Instance<'p>>) {
        let module = instance.module;
        for (name, block) in &module.variables {
            let value = self.variable(instance, name, block.header);
            self.settle(value, block.header);
            if argument(block, "default").is_some() {
                let constraint = self.constraint(block, &Scope::of(instance.clone()));
                let default = self.default(instance, name, block, constraint.as_ref());
                self.settle(default, block.header);
            }
        }
        for (name, attribute) in &module.locals {
            let value = self.local(instance, name, attribute.span);
            self.settle(value, attribute.span);
        }
        for (name, block) in &module.outputs {
            let value = self.output(instance, name, block.header);
            self.settle(value, block.header);
        }
    }
}

fn nested<'a>(body: &'a Body, kind: &'a str) -> impl Iterator<Item = &'a Block> {
    body.blocks.iter().filter(move |block| &*block.kind.text == kind)
}
