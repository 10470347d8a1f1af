//! The variables a plan was made with.

use super::document::Plan;
use super::values::{Trees, scalar_text};
use crate::evaluate::terraform::evaluator::{Evaluator, copied};
use crate::evaluate::terraform::instance::Instance;
use crate::evaluate::terraform::module::Module;
use crate::evaluate::{Data, LinkKind, Origin, Value};
use std::rc::Rc;
use std::sync::Arc;

/// The values of those variables that the sources alone come to something else for: they were given by flag or
/// environment, which is in no file, so the declaration is the nearest place to them.
pub(super) fn agree(plan: &Plan<'_>, evaluator: &Evaluator<'_>, module: &Module) -> Vec<(Arc<str>, Value)> {
    let instance = Rc::new(Instance::new(module, None, None));
    let mut given = Vec::new();
    for (name, block) in &module.variables {
        let Some(node) = plan.variables.get(&**name) else { continue };
        let planned = Trees { values: Some(node), unknown: None, sensitive: None }.value(node.span);
        let own = evaluator.variable(&instance, name, block.header);
        if own.is_ok_and(|own| same(&own, &planned)) {
            continue;
        }
        let origin = Origin::new(LinkKind::Computed, block.header, Vec::new());
        let value = super::mapped::all_from(&planned, &origin);
        given.push((name.clone(), copied(value, LinkKind::Input(name.clone()), block.header)));
    }
    given
}

/// Whether two values are the same but for their types. Entries that are null are left out of plans.
fn same(own: &Value, planned: &Value) -> bool {
    match (&own.data, &planned.data) {
        (Data::Null, Data::Null) => true,
        (Data::Sequence(_, items), Data::Sequence(_, others)) => {
            items.len() == others.len()
                && items.iter().zip(others.iter()).all(|(one, other)| same(one, other))
        }
        (Data::Mapping(_, entries), Data::Mapping(_, others)) => {
            others.keys().all(|key| entries.contains_key(key))
                && entries.iter().all(|(key, one)| match others.get(key) {
                    Some(other) => same(one, other),
                    None => matches!(one.data, Data::Null),
                })
        }
        _ => scalar_text(own).is_some_and(|text| scalar_text(planned) == Some(text)),
    }
}
