//! What a plan records of the configuration behind it: which arguments are set, and what they refer to.

use super::address::{self, Part, ResourceAddress};
use super::document::{Planned, fields};
use crate::evaluate::{Path, ResourceId};
use crate::parse::tree::{Node, NodeKind};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// Levels of modules that are gone into.
const MAX_DEPTH: usize = 64;
/// Variables and outputs that one reference is followed through.
const MAX_HOPS: usize = 24;
/// References of one expression that are looked at.
const MAX_LISTED: usize = 256;
/// Steps taken for one plan: every instance of a resource is compared with its block.
const MAX_STEPS: usize = 100_000_000;
/// Steps that resolving a reference counts for.
const RESOLVING: usize = 16;
/// Resources that one expression is taken to refer to.
const MAX_TARGETS: usize = 64;

/// The configuration of all modules, by address without instance keys.
#[derive(Default)]
pub(super) struct Configuration<'n> {
    modules: BTreeMap<String, Module<'n>>,
    providers: BTreeMap<&'n str, &'n Node>,
}

/// The configuration of a module.
#[derive(Default)]
pub(super) struct Module<'n> {
    resources: BTreeMap<&'n str, &'n Node>,
    calls: BTreeMap<&'n str, &'n Node>,
    outputs: BTreeMap<&'n str, &'n Node>,
}

impl<'n> Configuration<'n> {
    pub(super) fn read(node: Option<&'n Node>) -> Configuration<'n> {
        let providers = fields(node.and_then(|node| node.get("provider_config"))).collect();
        let mut configuration = Configuration { providers, ..Configuration::default() };
        let root = node.and_then(|node| node.get("root_module"));
        let mut pending: Vec<(String, &'n Node, usize)> =
            root.map(|root| (String::new(), root, 0)).into_iter().collect();
        while let Some((path, node, depth)) = pending.pop() {
            let items = match node.get("resources").map(|list| &list.kind) {
                Some(NodeKind::Sequence(items)) => &items[..],
                _ => &[],
            };
            let module = Module {
                resources: items
                    .iter()
                    .filter_map(|resource| Some((resource.get("address")?.as_str()?, resource)))
                    .collect(),
                calls: fields(node.get("module_calls")).collect(),
                outputs: fields(node.get("outputs")).collect(),
            };
            let called = module.calls.iter().filter(|_| depth < MAX_DEPTH);
            let called = called.filter_map(|(name, call)| Some((name, call.get("module")?)));
            pending.extend(
                called.map(|(name, called)| {
                    (address::join(&path, &format!("module.{name}")), called, depth + 1)
                }),
            );
            configuration.modules.insert(path, module);
        }
        configuration
    }

    /// A module by its address without instance keys; empty for the root.
    pub(super) fn module(&self, path: &str) -> Option<&Module<'n>> {
        self.modules.get(path)
    }

    /// The block that declares a resource.
    pub(super) fn resource(&self, of: &ResourceAddress<'_>) -> Option<&'n Node> {
        self.module(&address::without_keys(of.module))?.resources.get(of.declared).copied()
    }

    /// The configurations of providers, by the key that resources name them by.
    pub(super) fn providers(&self) -> impl Iterator<Item = (&'n str, &'n Node)> {
        self.providers.iter().map(|(key, node)| (*key, *node))
    }

    /// Whether the plan was made with the module behind a call.
    pub(super) fn follows(&self, call: &str) -> bool {
        self.modules.contains_key(call)
    }

    /// Every call with its source, by address.
    pub(super) fn calls(&self) -> impl Iterator<Item = (String, &'n Node)> {
        self.modules.iter().flat_map(|(path, module)| {
            module
                .calls
                .iter()
                .map(move |(name, call)| (address::join(path, &format!("module.{name}")), *call))
        })
    }
}

impl<'n> Module<'n> {
    /// The block of a module call.
    pub(super) fn call(&self, name: &str) -> Option<&'n Node> {
        self.calls.get(name).copied()
    }

    /// Addresses of what it declares, `module.m` for calls.
    pub(super) fn declared(&self) -> impl Iterator<Item = String> {
        let resources = self.resources.keys().map(|name| (*name).to_owned());
        resources.chain(self.calls.keys().map(|name| format!("module.{name}")))
    }
}

/// Finds the resources that expressions refer to.
pub(super) struct References<'p, 'n> {
    configuration: &'p Configuration<'n>,
    /// What ids begin with.
    root: &'p str,
    /// By address of the caller and name of the call: the addresses of the module instances it made.
    instances: BTreeMap<(&'n str, &'n str), BTreeSet<&'n str>>,
    left: Cell<usize>,
}

/// Where an expression stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'n, 's> {
    /// Address of the module instance.
    pub(super) module: &'s str,
    /// The block: of a resource, or a module call.
    pub(super) block: &'n Node,
    /// The key of its instance, with brackets; empty for a single one.
    pub(super) key: &'s str,
}

type Targets = BTreeSet<(ResourceId, Path)>;

impl<'p, 'n> References<'p, 'n> {
    pub(super) fn new(
        configuration: &'p Configuration<'n>,
        root: &'p str,
        resources: &BTreeMap<&'n str, Planned<'n>>,
    ) -> References<'p, 'n> {
        let modules: BTreeSet<&'n str> = resources.values().map(|planned| planned.address.module).collect();
        let mut instances: BTreeMap<(&'n str, &'n str), BTreeSet<&'n str>> = BTreeMap::new();
        for mut module in modules {
            while let Some((caller, call, _)) = address::call_of(module) {
                if !instances.entry((caller, call)).or_default().insert(module) {
                    break;
                }
                module = caller;
            }
        }
        References { configuration, root, instances, left: Cell::new(MAX_STEPS) }
    }

    /// Takes steps of the budget, if it has as many.
    pub(super) fn affords(&self, steps: usize) -> bool {
        let left = self.left.get().checked_sub(steps);
        self.left.set(left.unwrap_or_default());
        left.is_some()
    }

    /// Whether the budget is spent, so that some references are missing.
    pub(super) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    /// What an expression refers to, each with the path read there.
    pub(super) fn of(&self, expression: &'n Node, place: Place<'n, '_>) -> Vec<(ResourceId, Path)> {
        let mut found = Targets::new();
        self.expression(expression, place, 0, &mut found);
        found.into_iter().collect()
    }

    fn expression(&self, expression: &'n Node, place: Place<'n, '_>, hops: usize, found: &mut Targets) {
        for text in most_specific(expression) {
            self.reference(text, place, hops, found);
        }
    }

    fn reference(&self, text: &str, place: Place<'n, '_>, hops: usize, found: &mut Targets) {
        if hops > MAX_HOPS || found.len() >= MAX_TARGETS || !self.affords(RESOLVING) {
            return;
        }
        let Some(parts) = address::parts(text) else { return };
        let name = |at: usize| parts.get(at).and_then(Part::name);
        match (name(0), name(1)) {
            (Some("var"), Some(variable)) => self.variable(variable, place, hops, found),
            (Some("each"), Some(_)) => {
                let rest = parts.get(1).and_then(|part| text.get(part.end..)).unwrap_or_default();
                for collection in place.block.get("for_each_expression").into_iter().flat_map(most_specific) {
                    self.reference(&format!("{collection}{}{rest}", place.key), place, hops + 1, found);
                }
            }
            (Some("module"), Some(call)) => self.output(&parts, call, place, hops, found),
            (Some("local" | "path" | "terraform" | "count" | "self"), _) => {}
            _ => found.extend(self.resource(text, &parts, place.module)),
        }
    }

    /// A variable of a module is what its caller sets it to.
    fn variable(&self, name: &str, place: Place<'n, '_>, hops: usize, found: &mut Targets) {
        let Some((caller, call, key)) = address::call_of(place.module) else { return };
        let caller_of = self.configuration.module(&address::without_keys(caller));
        let Some(block) = caller_of.and_then(|module| module.calls.get(call).copied()) else { return };
        let set =
            block.get("expressions").filter(|expressions| self.affords(fields(Some(expressions)).count()));
        if let Some(expression) = set.and_then(|expressions| expressions.get(name)) {
            self.expression(expression, Place { module: caller, block, key }, hops + 1, found);
        }
    }

    /// An output of a module; without a key that of every instance.
    fn output(&self, parts: &[Part<'_>], call: &str, place: Place<'n, '_>, hops: usize, found: &mut Targets) {
        let key = parts.get(2).and_then(Part::key);
        let Some(output) = parts.get(2 + usize::from(key.is_some())).and_then(Part::name) else { return };
        let path = address::without_keys(&address::join(place.module, &format!("module.{call}")));
        let Some(module) = self.configuration.module(&path) else { return };
        let expression = module.outputs.get(output).and_then(|output| output.get("expression"));
        let Some(expression) = expression else { return };
        for instance in self.instances.get(&(place.module, call)).into_iter().flatten() {
            let (_, _, own) = address::call_of(instance).unwrap_or_default();
            if key.is_none_or(|key| key == own) && found.len() < MAX_TARGETS {
                let place = Place { module: instance, ..place };
                self.expression(expression, place, hops + 1, found);
            }
        }
    }

    fn resource(&self, text: &str, parts: &[Part<'_>], module: &str) -> Option<(ResourceId, Path)> {
        let data_source = parts.first()?.name()? == "data";
        let name = 1 + usize::from(data_source);
        let mut end = parts.get(name).filter(|part| part.name().is_some())?;
        let mut rest = parts.get(name + 1..)?;
        if let [key, after @ ..] = rest
            && key.key().is_some()
        {
            (end, rest) = (key, after);
        }
        let address = address::join(module, text.get(..end.end)?);
        let path: Option<Path> = rest.iter().map(Part::step).collect::<Option<Vec<_>>>().map(Path);
        Some((ResourceId(format!("{}//{address}", self.root).into()), path.unwrap_or_default()))
    }
}

/// The references of an expression. Terraform lists each with its prefixes behind it: `a.b.c`, `a.b`.
fn most_specific(expression: &Node) -> Vec<&str> {
    let Some(NodeKind::Sequence(items)) = expression.get("references").map(|list| &list.kind) else {
        return Vec::new();
    };
    let mut found: Vec<&str> = Vec::new();
    for text in items.iter().take(MAX_LISTED).filter_map(Node::as_str) {
        let is_prefix =
            |longer: &&str| longer.strip_prefix(text).is_some_and(|rest| rest.starts_with(['.', '[']));
        if !found.last().is_some_and(is_prefix) {
            found.push(text);
        }
    }
    found
}
