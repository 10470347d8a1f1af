//! What is declared but not made, because its `count` is 0 or its `for_each` is empty. Where a rule misses it, that
//! argument is to blame.

use super::Withheld;
use super::evaluator::Evaluator;
use super::expand::{INSTANCES, join};
use super::instance::{ExpandedCall, Instance};
use super::module::{ResourceKey, argument};
use super::scope::{Repetition, Scope};
use crate::evaluate::{LinkKind, Origin};
use crate::parse::hcl::ast::Block;
use std::rc::Rc;

/// The arguments that say how often a block is made.
const REPEATING: [&str; 2] = ["count", "for_each"];

impl<'p> Evaluator<'p> {
    /// The origin of what is absent because `argument` of `block` is 0 or empty; none where it is not set.
    pub(super) fn empty_because(&self, block: &Block, argument: &str, scope: &Scope<'p>) -> Option<Origin> {
        let given = block.body.attributes.iter().find(|given| &*given.name.text == argument)?;
        let value = self.settle(self.evaluate(&given.value, scope), given.value.span);
        Some(Origin::new(LinkKind::Empty(argument.into()), given.span, vec![value.origin]))
    }

    /// Every resource below a module instance that has no instance, each as one instance of it would be. To be
    /// asked when all that is made has been worked out: what this takes of the budgets must not be missing there.
    pub(super) fn withheld(&self, instance: &Rc<Instance<'p>>) -> Vec<Withheld> {
        let mut found = Vec::new();
        self.doubting(|| self.collect_withheld(instance, None, &mut found));
        found
    }

    /// `cause` is what keeps the module instance itself from being made.
    fn collect_withheld(
        &self,
        instance: &Rc<Instance<'p>>,
        cause: Option<&Origin>,
        found: &mut Vec<Withheld>,
    ) {
        for (key, block) in &instance.module.resources {
            let Some(expanded) = self.expand_resource(instance, key) else { continue };
            match cause {
                Some(cause) => {
                    let made = expanded.instances.iter().cloned();
                    found.extend(made.map(|resource| Withheld { resource, cause: cause.clone() }));
                }
                None if expanded.instances.is_empty() && self.made.get() < INSTANCES => {
                    found.extend(self.would_be(instance, key, block));
                }
                None => {}
            }
        }
        for (name, block) in &instance.module.calls {
            let Some(call) = self.expand_call(instance, name) else { continue };
            for child in call.instances() {
                self.collect_withheld(&child, cause, found);
            }
            let empty = match &*call {
                ExpandedCall::Count(instances) => instances.is_empty(),
                ExpandedCall::Each(instances) => instances.is_empty(),
                _ => false,
            };
            if empty
                && cause.is_none()
                && let Some((cause, each)) = self.repeating(block, &Scope::of(instance.clone()))
                && let Some(child) = self.would_be_called(instance, name, block, each)
            {
                self.collect_withheld(&child, Some(&cause), found);
            }
        }
    }

    /// The one instance that a resource would have, and why it has none.
    fn would_be(&self, instance: &Rc<Instance<'p>>, key: &ResourceKey, block: &'p Block) -> Option<Withheld> {
        let scope = Scope::of(instance.clone());
        let (cause, each) = self.repeating(block, &scope)?;
        let address = join(instance.address.as_deref(), &key.address());
        let (resource, _) = self.resource_instance(&scope.repeated(each), key, block, &address);
        Some(Withheld { resource, cause })
    }

    /// The origin of a `count` or `for_each` that makes nothing, and what it would be in an instance.
    pub(super) fn repeating(&self, block: &Block, scope: &Scope<'p>) -> Option<(Origin, Repetition)> {
        let (named, given) = REPEATING.into_iter().find_map(|name| Some((name, argument(block, name)?)))?;
        let value = self.settle(self.evaluate(given, scope), given.span);
        let each = self.representative(block, &value);
        Some((self.empty_because(block, named, scope)?, each))
    }
}
