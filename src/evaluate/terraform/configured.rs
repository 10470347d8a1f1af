//! What `provider` blocks say of the Kubernetes cluster that they lead to, and which resources use which of them.

use super::evaluator::Evaluator;
use super::instance::Instance;
use super::module::argument;
use super::scope::Scope;
use crate::evaluate::{Data, MappingKind, Origin, Value};
use crate::parse::hcl::ast::{Block, Expr, ExprKind, TraversalKind};
use crate::source::Span;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// Local names of the providers that deploy to a cluster. Others are never asked where they lead.
const DEPLOYING: [&str; 7] =
    ["argocd", "flux", "helm", "kubectl", "kubernetes", "kustomization", "kustomize"];

/// A `provider` block of a provider that deploys to a cluster.
#[derive(Clone, Debug)]
pub struct Configuration {
    /// The local name: `kubernetes`.
    pub name: Arc<str>,
    /// The block's header.
    pub header: Span,
    /// What it says.
    pub attributes: Value,
}

/// The configurations in sight of a module instance: positions by `kubernetes` or `kubernetes.east`.
#[derive(Clone, Debug, Default)]
pub(super) struct InSight(BTreeMap<Arc<str>, usize>);

impl InSight {
    /// The one that a resource uses.
    pub(super) fn of(&self, block: &Block, provider: &str) -> Option<usize> {
        let named = argument(block, "provider").and_then(name);
        self.0.get(named.as_deref().unwrap_or(provider)).copied()
    }

    /// Those in sight of a module that is called: what the call gives it, else all that have no alias.
    pub(super) fn passed(&self, call: &Block) -> InSight {
        let Some(given) = argument(call, "providers") else {
            let unaliased = self.0.iter().filter(|(name, _)| !name.contains('.'));
            return InSight(unaliased.map(|(name, at)| (name.clone(), *at)).collect());
        };
        let ExprKind::Object(items) = &given.kind else { return InSight::default() };
        let entry = |key: &Expr, value: &Expr| Some((name(key)?, *self.0.get(&name(value)?)?));
        InSight(items.iter().filter_map(|item| entry(&item.key, &item.value)).collect())
    }

    /// With those of the module itself, which are put behind `all`.
    pub(super) fn with_own<'p>(
        &self,
        evaluator: &Evaluator<'p>,
        instance: &Rc<Instance<'p>>,
        all: &mut Vec<Configuration>,
    ) -> InSight {
        let mut sight = self.clone();
        let blocks = instance.module.statements.iter().filter(|block| &*block.kind.text == "provider");
        for block in blocks {
            let Some(label) = block.labels.first().filter(|label| DEPLOYING.contains(&&*label.text)) else {
                continue;
            };
            let key: Arc<str> = match argument(block, "alias").map(|alias| &alias.kind) {
                Some(ExprKind::String(alias)) => format!("{}.{alias}", label.text).into(),
                _ => label.text.clone(),
            };
            sight.0.insert(key, all.len());
            let entries = evaluator.body(&block.body, &Scope::of(instance.clone()), true);
            let data = Data::Mapping(MappingKind::Resource, Arc::new(entries));
            let attributes = Value::new(data, Origin::literal(block.header));
            all.push(Configuration { name: label.text.clone(), header: block.header, attributes });
        }
        sight
    }
}

/// The name of a configuration as an expression says it: `kubernetes.east`.
fn name(expr: &Expr) -> Option<Arc<str>> {
    match &expr.kind {
        ExprKind::Variable(name) | ExprKind::String(name) => Some(name.clone()),
        ExprKind::Traversal(base, steps) => match (&base.kind, steps.as_slice()) {
            (ExprKind::Variable(name), [step]) => match &step.kind {
                TraversalKind::Attr(alias) => Some(format!("{name}.{alias}").into()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}
