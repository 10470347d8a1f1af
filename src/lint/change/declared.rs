//! What files declare, as values that can be changed one by one.

use crate::evaluate::kubernetes::{self, Manifest, Manifests};
use crate::evaluate::terraform::{self, EvaluatedModule, EvaluatedResource, Inputs};
use crate::evaluate::{ResourceId, Value};
use crate::graph::{KubernetesTarget, OUTPUT, ResourceGraph};
use crate::lint::cases::Case;
use crate::source::{self, DiscoverOptions, Span};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What files declare.
#[derive(Clone)]
pub(in crate::lint) struct Declared {
    modules: Vec<EvaluatedModule>,
    manifests: Vec<Manifest>,
    partial_scopes: BTreeSet<Arc<str>>,
    kubernetes: KubernetesTarget,
    /// The roots and scopes that count; none where all do.
    within: Option<Arc<BTreeSet<String>>>,
}

/// One thing that is declared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::lint) enum Slot {
    /// A Terraform resource, by module and position.
    Resource(usize, usize),
    /// An output of a root module.
    Output(usize, Arc<str>),
    /// A `provider` block, by module and position.
    Provider(usize, usize),
    /// A Kubernetes object.
    Manifest(usize),
}

impl Declared {
    pub(in crate::lint) fn of(case: &Case) -> Declared {
        let options = DiscoverOptions { root: Some(case.folder.clone()), ..DiscoverOptions::default() };
        let discovery = source::discover(&[case.folder.join(&case.name)], &options);
        let modules = terraform::evaluate(&discovery.sources, &discovery.files, &Inputs::default()).modules;
        let Manifests { manifests, partial_scopes, .. } =
            kubernetes::read(&discovery.sources, &discovery.files);
        Declared { modules, manifests, partial_scopes, kubernetes: KubernetesTarget::default(), within: None }
    }

    /// What a run has evaluated.
    pub(in crate::lint) fn new(
        modules: &[EvaluatedModule],
        manifests: &Manifests,
        kubernetes: KubernetesTarget,
    ) -> Declared {
        Declared {
            modules: modules.to_vec(),
            manifests: manifests.manifests.clone(),
            partial_scopes: manifests.partial_scopes.clone(),
            kubernetes,
            within: None,
        }
    }

    /// The same with nothing but what lies in these roots and scopes. Slots stay what they are.
    pub(in crate::lint) fn within(&self, roots: &BTreeSet<String>) -> Declared {
        let mut part = self.clone();
        for module in part.modules.iter_mut().filter(|module| !roots.contains(&*module.root)) {
            module.resources.clear();
            module.outputs.clear();
            module.providers.clear();
            module.configurations.clear();
            module.withheld.clear();
            module.calls.clear();
        }
        part.within = Some(Arc::new(roots.clone()));
        part
    }

    /// All that is declared, in order.
    pub(in crate::lint) fn slots(&self) -> Vec<Slot> {
        let mut slots = Vec::new();
        for (at, module) in self.modules.iter().enumerate() {
            slots.extend((0..module.resources.len()).map(|resource| Slot::Resource(at, resource)));
            slots.extend((0..module.configurations.len()).map(|block| Slot::Provider(at, block)));
            slots.extend(module.outputs.keys().map(|name| Slot::Output(at, name.clone())));
        }
        let counts =
            |manifest: &Manifest| self.within.as_ref().is_none_or(|roots| roots.contains(&*manifest.scope));
        let manifests = self.manifests.iter().enumerate().filter(|(_, manifest)| counts(manifest));
        slots.extend(manifests.map(|(at, _)| Slot::Manifest(at)));
        slots
    }

    /// The id that the graph has for it.
    pub(in crate::lint) fn id(&self, slot: &Slot) -> Option<String> {
        match slot {
            Slot::Resource(module, at) => Some(self.resource(*module, *at)?.id.to_string()),
            Slot::Output(module, name) => Some(format!("{}//output.{name}", self.modules.get(*module)?.root)),
            Slot::Provider(module, at) => {
                Some(self.modules.get(*module)?.configurations.get(*at)?.id.to_string())
            }
            Slot::Manifest(at) => Some(self.manifests.get(*at)?.id.to_string()),
        }
    }

    /// The root or scope that it lies in.
    pub(in crate::lint) fn root(&self, slot: &Slot) -> Option<&str> {
        match slot {
            Slot::Resource(module, _) | Slot::Output(module, _) | Slot::Provider(module, _) => {
                Some(&self.modules.get(*module)?.root)
            }
            Slot::Manifest(at) => Some(&self.manifests.get(*at)?.scope),
        }
    }

    /// Where the block or the object begins: the same for all that are made of one block.
    pub(in crate::lint) fn header(&self, slot: &Slot) -> Option<Span> {
        match slot {
            Slot::Resource(module, at) => Some(self.resource(*module, *at)?.header),
            Slot::Output(module, name) => Some(self.modules.get(*module)?.outputs.get(name)?.header),
            Slot::Provider(module, at) => Some(self.modules.get(*module)?.configurations.get(*at)?.header),
            Slot::Manifest(at) => Some(self.manifests.get(*at)?.header),
        }
    }

    fn resource(&self, module: usize, at: usize) -> Option<&EvaluatedResource> {
        self.modules.get(module)?.resources.get(at)
    }

    /// Declares another resource of Terraform in the module of one that is there.
    pub(in crate::lint) fn add_beside(&mut self, slot: &Slot, kind: &str, attributes: Value) {
        let Slot::Resource(module, at) = slot else { return };
        let Some(beside) = self.resource(*module, *at).cloned() else { return };
        let address = format!("{}.{kind}.added", beside.address);
        let added = EvaluatedResource {
            id: ResourceId(format!("{}.{kind}.added", beside.id).into()),
            address: address.into(),
            data_source: false,
            kind: kind.into(),
            name: "added".into(),
            attributes,
            declared: None,
            ..beside
        };
        if let Some(module) = self.modules.get_mut(*module) {
            module.resources.push(added);
        }
    }

    /// The attributes of a resource, or the whole of a Kubernetes object, whoever declares it.
    pub(in crate::lint) fn value(&self, slot: &Slot) -> Option<&Value> {
        match slot {
            Slot::Resource(module, at) => {
                let resource = self.modules.get(*module)?.resources.get(*at)?;
                let declared = resource.declared.as_ref().map(|declared| &declared.body);
                Some(declared.unwrap_or(&resource.attributes))
            }
            Slot::Output(module, name) => Some(&self.modules.get(*module)?.outputs.get(name)?.value),
            Slot::Provider(module, at) => {
                Some(&self.modules.get(*module)?.configurations.get(*at)?.attributes)
            }
            Slot::Manifest(at) => self.manifests.get(*at).map(|manifest| &manifest.body),
        }
    }

    /// The same with another value in its place.
    pub(in crate::lint) fn with(&self, slot: &Slot, value: Value) -> Declared {
        let mut declared = self.clone();
        declared.set(slot, value);
        declared
    }

    /// Puts another value in the place of one.
    pub(in crate::lint) fn set(&mut self, slot: &Slot, value: Value) {
        match slot {
            Slot::Resource(module, at) => {
                let resources = self.modules.get_mut(*module).map(|module| &mut module.resources);
                let Some(resource) = resources.and_then(|resources| resources.get_mut(*at)) else { return };
                match &mut resource.declared {
                    Some(declared) => {
                        let declared = Arc::make_mut(declared);
                        declared.namespace = namespace(&value, &declared.body, &declared.namespace);
                        declared.api_version = api_version(&value, &declared.api_version);
                        declared.body = value;
                    }
                    None => resource.attributes = value,
                }
            }
            Slot::Output(module, name) => {
                let outputs = self.modules.get_mut(*module).map(|module| &mut module.outputs);
                if let Some(output) = outputs.and_then(|outputs| outputs.get_mut(name)) {
                    output.value = value;
                }
            }
            Slot::Provider(module, at) => {
                let blocks = self.modules.get_mut(*module).map(|module| &mut module.configurations);
                if let Some(block) = blocks.and_then(|blocks| blocks.get_mut(*at)) {
                    block.attributes = value;
                }
            }
            Slot::Manifest(at) => {
                if let Some(manifest) = self.manifests.get_mut(*at) {
                    manifest.namespace = namespace(&value, &manifest.body, &manifest.namespace);
                    manifest.api_version = api_version(&value, &manifest.api_version);
                    manifest.body = value;
                }
            }
        }
    }

    /// The same without one thing. A `provider` block stays: resources name it by its position.
    pub(in crate::lint) fn without(&self, slot: &Slot) -> Declared {
        let mut declared = self.clone();
        declared.remove(slot);
        declared
    }

    /// Takes one thing out; of several, the last one has to go first.
    pub(in crate::lint) fn remove(&mut self, slot: &Slot) {
        match slot {
            Slot::Resource(module, at) => {
                let module = self.modules.get_mut(*module);
                if let Some(module) = module.filter(|module| *at < module.resources.len()) {
                    module.resources.remove(*at);
                }
            }
            Slot::Output(module, name) => {
                if let Some(module) = self.modules.get_mut(*module) {
                    module.outputs.remove(name);
                }
            }
            Slot::Provider(..) => {}
            Slot::Manifest(at) if *at < self.manifests.len() => drop(self.manifests.remove(*at)),
            Slot::Manifest(_) => {}
        }
    }

    /// The root modules that something of a directory is part of, by position: those with a block of a file in it.
    pub(in crate::lint) fn with_files_of(&self, is_there: &dyn Fn(Span) -> bool) -> Vec<usize> {
        let concerns = |module: &EvaluatedModule| {
            let withheld = module.withheld.iter().map(|one| &one.resource);
            let resources = module.resources.iter().chain(withheld).map(|resource| resource.header);
            resources.chain(module.calls.iter().map(|call| call.header)).any(is_there)
        };
        let modules = self.modules.iter().enumerate();
        modules.filter(|(_, module)| concerns(module)).map(|(at, _)| at).collect()
    }

    /// The directory of a root module.
    pub(in crate::lint) fn root_at(&self, module: usize) -> Option<&Arc<str>> {
        self.modules.get(module).map(|module| &module.root)
    }

    /// Puts another evaluation in the place of a root module. What a slot is then is told by [`Declared::moved`].
    pub(in crate::lint) fn replace(&mut self, module: usize, evaluated: EvaluatedModule) {
        if let Some(module) = self.modules.get_mut(module) {
            *module = evaluated;
        }
    }

    /// The slot of what was at a slot before root modules were replaced, if it is still there.
    pub(in crate::lint) fn moved(&self, before: &Declared, slot: &Slot) -> Option<Slot> {
        let Slot::Resource(module, at) = slot else { return Some(slot.clone()) };
        let id = &before.resource(*module, *at)?.id;
        let resources = &self.modules.get(*module)?.resources;
        match resources.get(*at).is_some_and(|same| same.id == *id) {
            true => Some(slot.clone()),
            false => {
                let at = resources.iter().position(|resource| resource.id == *id)?;
                Some(Slot::Resource(*module, at))
            }
        }
    }

    /// The kind of what is declared.
    pub(in crate::lint) fn kind(&self, slot: &Slot) -> &str {
        match slot {
            Slot::Resource(module, at) => {
                let resource = self.modules.get(*module).and_then(|module| module.resources.get(*at));
                resource.map_or("", |resource| match &resource.declared {
                    Some(declared) => &declared.kind,
                    None => &resource.kind,
                })
            }
            Slot::Output(..) => OUTPUT,
            Slot::Provider(..) => "provider",
            Slot::Manifest(at) => self.manifests.get(*at).map_or("", |manifest| &manifest.kind),
        }
    }

    /// What is declared, as a message names it.
    pub(in crate::lint) fn name(&self, slot: &Slot) -> String {
        match slot {
            Slot::Resource(module, at) => {
                let resource = self.modules.get(*module).and_then(|module| module.resources.get(*at));
                resource.map(|resource| resource.address.to_string()).unwrap_or_default()
            }
            Slot::Output(_, name) => format!("output.{name}"),
            Slot::Provider(..) => "a provider".to_owned(),
            Slot::Manifest(at) => {
                self.manifests.get(*at).map(|manifest| manifest.id.to_string()).unwrap_or_default()
            }
        }
    }

    /// Whether it is a Kubernetes object, of which a text is a text, whatever it holds.
    pub(in crate::lint) fn is_object(&self, slot: &Slot) -> bool {
        match slot {
            Slot::Resource(module, at) => {
                let resource = self.modules.get(*module).and_then(|module| module.resources.get(*at));
                resource.is_some_and(|resource| resource.declared.is_some())
            }
            Slot::Output(..) | Slot::Provider(..) => false,
            Slot::Manifest(_) => true,
        }
    }

    pub(in crate::lint) fn graph(&self) -> ResourceGraph {
        let mut graph = match &self.within {
            None => ResourceGraph::build(&self.modules, &self.manifests),
            Some(roots) => {
                let counts = |manifest: &&Manifest| roots.contains(&*manifest.scope);
                let manifests: Vec<Manifest> = self.manifests.iter().filter(counts).cloned().collect();
                ResourceGraph::build(&self.modules, &manifests)
            }
        };
        graph.partial_scopes.clone_from(&self.partial_scopes);
        graph.kubernetes = self.kubernetes;
        graph
    }
}

/// The namespace that an object says, where it does not say the same as before: what applies it may have said another.
/// One that is unknown stays what its links go by.
fn namespace(now: &Value, before: &Value, known: &Option<Arc<str>>) -> Option<Arc<str>> {
    let place = |value: &Value| value.get("metadata")?.get("namespace").cloned();
    let said = |value: &Value| place(value)?.as_str().map(Arc::<str>::from);
    let is_unknown = place(now).is_some_and(|value| value.is_unknown());
    if is_unknown || said(now) == said(before) { known.clone() } else { said(now) }
}

/// The API version that an object says, if it says one.
fn api_version(now: &Value, known: &Arc<str>) -> Arc<str> {
    now.get("apiVersion").and_then(Value::as_str).map_or_else(|| known.clone(), Arc::from)
}
