//! What the files of a case declare, as values that can be changed one by one.

use crate::evaluate::Value;
use crate::evaluate::kubernetes::{self, Manifest};
use crate::evaluate::terraform::{self, EvaluatedModule, Inputs};
use crate::graph::{OUTPUT, ResourceGraph};
use crate::lint::cases::Case;
use crate::source::{self, DiscoverOptions};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the files of a case declare.
#[derive(Clone)]
pub(super) struct Declared {
    modules: Vec<EvaluatedModule>,
    manifests: Vec<Manifest>,
    partial_scopes: BTreeSet<Arc<str>>,
}

/// One thing that is declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Slot {
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
    pub(super) fn of(case: &Case) -> Declared {
        let options = DiscoverOptions { root: Some(case.folder.clone()), ..DiscoverOptions::default() };
        let discovery = source::discover(&[case.folder.join(&case.name)], &options);
        let modules = terraform::evaluate(&discovery.sources, &discovery.files, &Inputs::default()).modules;
        let kubernetes::Manifests { manifests, partial_scopes, .. } =
            kubernetes::read(&discovery.sources, &discovery.files);
        Declared { modules, manifests, partial_scopes }
    }

    /// All that is declared, in order.
    pub(super) fn slots(&self) -> Vec<Slot> {
        let mut slots = Vec::new();
        for (at, module) in self.modules.iter().enumerate() {
            slots.extend((0..module.resources.len()).map(|resource| Slot::Resource(at, resource)));
            slots.extend((0..module.configurations.len()).map(|block| Slot::Provider(at, block)));
            slots.extend(module.outputs.keys().map(|name| Slot::Output(at, name.clone())));
        }
        slots.extend((0..self.manifests.len()).map(Slot::Manifest));
        slots
    }

    /// The attributes of a resource, or the whole of a Kubernetes object, whoever declares it.
    pub(super) fn value(&self, slot: &Slot) -> Option<&Value> {
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
    pub(super) fn with(&self, slot: &Slot, value: Value) -> Declared {
        let mut declared = self.clone();
        declared.set(slot, value);
        declared
    }

    fn set(&mut self, slot: &Slot, value: Value) {
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
    pub(super) fn without(&self, slot: &Slot) -> Declared {
        let mut declared = self.clone();
        match slot {
            Slot::Resource(module, at) => {
                if let Some(module) = declared.modules.get_mut(*module) {
                    module.resources.remove(*at);
                }
            }
            Slot::Output(module, name) => {
                if let Some(module) = declared.modules.get_mut(*module) {
                    module.outputs.remove(name);
                }
            }
            Slot::Provider(..) => {}
            Slot::Manifest(at) => drop(declared.manifests.remove(*at)),
        }
        declared
    }

    /// The kind of what is declared.
    pub(super) fn kind(&self, slot: &Slot) -> &str {
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
    pub(super) fn name(&self, slot: &Slot) -> String {
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
    pub(super) fn is_object(&self, slot: &Slot) -> bool {
        match slot {
            Slot::Resource(module, at) => {
                let resource = self.modules.get(*module).and_then(|module| module.resources.get(*at));
                resource.is_some_and(|resource| resource.declared.is_some())
            }
            Slot::Output(..) | Slot::Provider(..) => false,
            Slot::Manifest(_) => true,
        }
    }

    pub(super) fn graph(&self) -> ResourceGraph {
        let mut graph = ResourceGraph::build(&self.modules, &self.manifests);
        graph.partial_scopes.clone_from(&self.partial_scopes);
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
