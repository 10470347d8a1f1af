//! What names mean at a place: the module instance, the repetition it is in, and bound loop variables.

use super::instance::Instance;
use crate::evaluate::Value;
use std::rc::Rc;
use std::sync::Arc;

/// What names mean at a place.
#[derive(Clone)]
pub(super) struct Scope<'p> {
    /// The module instance whose declarations are in sight.
    pub(super) instance: Rc<Instance<'p>>,
    /// `count.index` or `each.key` and `each.value`.
    pub(super) repetition: Repetition,
    /// Inside the text of a template that was read from a file or a string: it may not read another one.
    pub(super) in_template: bool,
    /// Loop variables, innermost first.
    bindings: Option<Rc<Binding>>,
    /// One of many instances or elements.
    crowded: bool,
    /// Inside of `try` or `can`, which tell whether something exists.
    pub(super) attempted: bool,
}

/// So many instances or elements make it worth while to keep what they have in common.
const CROWD: usize = 16;

/// The repetition of the block being evaluated.
#[derive(Clone)]
pub(super) enum Repetition {
    /// The block is not repeated.
    None,
    /// By `count`.
    Count(Value),
    /// By `for_each`.
    Each(Value, Value),
}

struct Binding {
    name: Arc<str>,
    value: Value,
    outer: Option<Rc<Binding>>,
}

impl<'p> Scope<'p> {
    /// The scope of a module instance's own expressions.
    pub(super) fn of(instance: Rc<Instance<'p>>) -> Scope<'p> {
        Scope {
            instance,
            repetition: Repetition::None,
            in_template: false,
            bindings: None,
            crowded: false,
            attempted: false,
        }
    }

    /// The same place inside a repeated block.
    pub(super) fn repeated(&self, repetition: Repetition) -> Scope<'p> {
        Scope { repetition, ..self.clone() }
    }

    /// The same place with one more loop variable.
    pub(super) fn bind(&self, name: Arc<str>, value: Value) -> Scope<'p> {
        let outer = self.bindings.clone();
        Scope { bindings: Some(Rc::new(Binding { name, value, outer })), ..self.clone() }
    }

    /// The same place, to be repeated so many times.
    pub(super) fn among(&self, number: usize) -> Scope<'p> {
        Scope { crowded: self.crowded || number >= CROWD, ..self.clone() }
    }

    /// The same place inside of `try` or `can`.
    pub(super) fn attempting(&self) -> Scope<'p> {
        Scope { attempted: true, ..self.clone() }
    }

    /// Whether what is evaluated here is evaluated for many instances or elements.
    pub(super) fn is_crowded(&self) -> bool {
        self.crowded
    }

    /// The innermost loop variable of a name.
    pub(super) fn bound(&self, name: &str) -> Option<&Value> {
        let mut binding = self.bindings.as_deref();
        while let Some(found) = binding {
            if &*found.name == name {
                return Some(&found.value);
            }
            binding = found.outer.as_deref();
        }
        None
    }
}
