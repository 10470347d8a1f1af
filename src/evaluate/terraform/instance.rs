//! A module instance: a module in one place of the tree of calls, with what has been worked out of it so far.

use super::error::Outcome;
use super::module::{Module, ResourceKey};
use super::scope::Scope;
use crate::evaluate::Value;
use crate::evaluate::terraform::EvaluatedResource;
use crate::parse::hcl::ast::Block;
use crate::source::Span;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// A module in one place of the tree of calls.
pub(super) struct Instance<'p> {
    pub(super) module: &'p Module,
    /// `module.a["x"].module.b`; none for the root.
    pub(super) address: Option<Arc<str>>,
    /// The same without instance keys: how `modules.json` and call reports name it.
    pub(super) path: Option<Arc<str>>,
    /// How it was called; none for the root.
    pub(super) caller: Option<Caller<'p>>,
    /// The outermost call the user owns, where the module is kept by somebody else.
    pub(super) foreign_call: Option<Span>,
    /// How many calls lie above it.
    pub(super) depth: usize,
    pub(super) variables: Memo<Arc<str>, Outcome<Value>>,
    pub(super) locals: Memo<Arc<str>, Outcome<Value>>,
    pub(super) outputs: Memo<Arc<str>, Outcome<Value>>,
    pub(super) resources: Memo<ResourceKey, Rc<ExpandedResource>>,
    pub(super) calls: Memo<Arc<str>, Rc<ExpandedCall<'p>>>,
    /// Values of expressions, by their place, that are the same for many instances or elements.
    pub(super) closed: Memo<Span, Outcome<Value>>,
}

/// The call behind a module instance.
pub(super) struct Caller<'p> {
    pub(super) block: &'p Block,
    /// Where its arguments are evaluated, `each` and `count` included.
    pub(super) scope: Scope<'p>,
}

/// Every instance of a resource.
pub(super) struct ExpandedResource {
    pub(super) instances: Vec<EvaluatedResource>,
    /// What a reference to the resource gives: an object, a tuple or an object of objects.
    pub(super) value: Value,
    /// Where it is unknown how many there are, the one that stands for all of them.
    pub(super) any: Option<Value>,
}

/// Every instance of a called module.
pub(super) enum ExpandedCall<'p> {
    Single(Rc<Instance<'p>>),
    Count(Vec<Rc<Instance<'p>>>),
    Each(BTreeMap<Arc<str>, Rc<Instance<'p>>>),
    /// How many there are is unknown: one stands for all.
    Some(Rc<Instance<'p>>, Value),
    /// The module is not here, or not gone into: everything it returns is this unknown. And why, in words.
    NotFollowed(Value, Arc<str>),
}

impl<'p> ExpandedCall<'p> {
    /// All instances, in order.
    pub(super) fn instances(&self) -> Vec<Rc<Instance<'p>>> {
        match self {
            ExpandedCall::Single(instance) | ExpandedCall::Some(instance, _) => vec![instance.clone()],
            ExpandedCall::Count(instances) => instances.clone(),
            ExpandedCall::Each(instances) => instances.values().cloned().collect(),
            ExpandedCall::NotFollowed(..) => Vec::new(),
        }
    }
}

impl<'p> Instance<'p> {
    /// Whether it is an instance of the module in `dir`, or lies in one.
    pub(super) fn lies_within(&self, dir: &str) -> bool {
        let mut instance = self;
        loop {
            match &instance.caller {
                _ if &*instance.module.dir == dir => return true,
                Some(caller) => instance = &caller.scope.instance,
                None => return false,
            }
        }
    }

    /// An instance of which nothing has been worked out.
    pub(super) fn new(
        module: &'p Module,
        caller: Option<Caller<'p>>,
        address: Option<Arc<str>>,
    ) -> Instance<'p> {
        Instance {
            module,
            address,
            path: None,
            caller,
            foreign_call: None,
            depth: 0,
            variables: Memo::default(),
            locals: Memo::default(),
            outputs: Memo::default(),
            resources: Memo::default(),
            calls: Memo::default(),
            closed: Memo::default(),
        }
    }
}

/// Results by key, each worked out once, on demand; notices when a result needs itself.
pub(super) struct Memo<K, V>(RefCell<BTreeMap<K, Option<V>>>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Memo(RefCell::default())
    }
}

impl<K: Ord + Clone, V: Clone> Memo<K, V> {
    /// The result for `key`; `None` where working it out needs itself.
    pub(super) fn get(&self, key: &K, work: impl FnOnce() -> V) -> Option<V> {
        if let Some(slot) = self.0.borrow().get(key) {
            return slot.clone();
        }
        self.0.borrow_mut().insert(key.clone(), None);
        let result = work();
        self.0.borrow_mut().insert(key.clone(), Some(result.clone()));
        Some(result)
    }
}
