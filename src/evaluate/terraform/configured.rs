//! What `provider` blocks say, and which resources use which of them.

use super::evaluator::Evaluator;
use super::expand::join;
use super::instance::Instance;
use super::module::argument;
use super::providers::type_of;
use super::scope::Scope;
use crate::evaluate::{Data, MappingKind, Origin, ResourceId, Value};
use crate::parse::hcl::ast::{Block, Expr, ExprKind, TraversalKind};
use crate::source::Span;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// A `provider` block, in one instance of its module.
#[derive(Clone, Debug)]
pub struct Configuration {
    /// `<root>//<address>`.
    pub id: ResourceId,
    /// `module.a.provider.aws.west`.
    pub address: Arc<str>,
    /// The type of provider: `aws`, whatever the module calls it.
    pub kind: Arc<str>,
    /// What the module calls it.
    pub name: Arc<str>,
    /// `west`; none of the one that is used where none is named.
    pub alias: Option<Arc<str>>,
    /// Address of the module it lies in; none in the root.
    pub module: Option<Arc<str>>,
    /// The block's header.
    pub header: Span,
    /// Where it lies in a module that somebody else keeps: the outermost call the user owns.
    pub foreign_call: Option<Span>,
    /// An object: arguments and nested blocks, as of a resource.
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
        for (key, block) in &instance.module.providers {
            let (name, alias) = match key.split_once('.') {
                Some((name, alias)) => (name.into(), Some(alias.into())),
                None => (key.clone(), None),
            };
            sight.0.insert(key.clone(), all.len());
            let address: Arc<str> = join(instance.address.as_deref(), &format!("provider.{key}")).into();
            let entries = evaluator.body(&block.body, &Scope::of(instance.clone()), true);
            let data = Data::Mapping(MappingKind::Resource, Arc::new(entries));
            all.push(Configuration {
                id: evaluator.id(&address),
                address,
                kind: type_of(instance.module, &name),
                name,
                alias,
                module: instance.address.clone(),
                header: block.header,
                foreign_call: instance.foreign_call,
                attributes: Value::new(data, Origin::literal(block.header)),
            });
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
