//! `import` blocks: they give resources an id before they are applied.

use super::evaluator::Evaluator;
use super::expand::index_text;
use super::instance::Instance;
use super::module::argument;
use super::scope::{Repetition, Scope};
use super::{iteration, types};
use crate::evaluate::Value;
use crate::parse::hcl::ast::{Block, Expr, ExprKind, TraversalKind};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Ids by the address of what is imported.
pub(super) type Imports = Rc<BTreeMap<String, Value>>;

impl<'p> Evaluator<'p> {
    /// The id that a resource is imported by, where an `import` block of the root names it.
    pub(super) fn imported(&self, instance: &Rc<Instance<'p>>, address: &str) -> Option<Value> {
        let mut root = instance.clone();
        while let Some(caller) = &root.caller {
            root = caller.scope.instance.clone();
        }
        let is_import = |block: &&'p Block| &*block.kind.text == "import";
        // Ids that need what they are the id of are not known.
        root.module.statements.iter().find(is_import)?;
        let imports = self.imports.get(&(), || {
            let blocks = root.module.statements.iter().filter(is_import);
            Rc::new(blocks.flat_map(|block| self.import(block, &Scope::of(root.clone()))).collect())
        })?;
        imports.get(address).cloned()
    }

    fn import(&self, block: &'p Block, scope: &Scope<'p>) -> Vec<(String, Value)> {
        let (Some(to), Some(id)) = (argument(block, "to"), argument(block, "id")) else { return Vec::new() };
        let scopes = match argument(block, "for_each") {
            None => vec![scope.clone()],
            Some(for_each) => {
                let collection = self.evaluate(for_each, scope).ok();
                let pairs = collection.as_ref().and_then(iteration::pairs).unwrap_or_default();
                pairs.into_iter().map(|(key, value)| scope.repeated(Repetition::Each(key, value))).collect()
            }
        };
        let import = |scope: Scope<'p>| {
            let id = self.evaluate(id, &scope).ok()?;
            types::text_of(&id)?;
            Some((self.address(to, &scope)?, id))
        };
        scopes.into_iter().filter_map(import).collect()
    }

    /// The address that an expression spells.
    fn address(&self, expr: &Expr, scope: &Scope<'p>) -> Option<String> {
        let ExprKind::Traversal(base, steps) = &expr.kind else { return None };
        let ExprKind::Variable(first) = &base.kind else { return None };
        let mut address = first.to_string();
        for step in steps {
            match &step.kind {
                TraversalKind::Attr(name) => address.extend([".", name]),
                TraversalKind::Index(key) => {
                    let key = self.evaluate(key, scope).ok()?;
                    match key.as_str() {
                        Some(text) => address.push_str(&index_text(text)),
                        None => address.extend(["[", &types::text_of(&key)?, "]"]),
                    }
                }
                _ => return None,
            }
        }
        Some(address)
    }
}
