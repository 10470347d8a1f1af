//! Kubernetes objects by scope, kind, namespace and name.

use super::at;
use crate::evaluate::Value;
use crate::graph::link::sameness::{Source, source};
use crate::graph::{Resource, ResourceIndex};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The namespace an object lies in where none is set; kinds without namespaces are kept under it as well.
const DEFAULT_NAMESPACE: &str = "default";

/// What stands for a namespace that is unknown begins with it; no name of an object does.
const STAND_IN: char = '?';

/// What stands for the namespace of manifests that overlays move: they move what they apply together.
pub(super) const MOVED: &str = "?";

/// Whether the text is no namespace but stands for one that is unknown.
pub(super) fn is_stand_in(namespace: &str) -> bool {
    namespace.starts_with(STAND_IN)
}

/// What an object is found by.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Name<'a> {
    scope: &'a str,
    kind: &'a str,
    namespace: &'a str,
    name: &'a str,
}

/// All Kubernetes objects.
pub(super) struct Objects<'a> {
    resources: &'a [Resource],
    namespaces: &'a [Arc<str>],
    named: FxHashMap<Name<'a>, Vec<ResourceIndex>>,
    /// What makes a Secret that is not itself declared.
    makers: FxHashMap<Name<'a>, Vec<ResourceIndex>>,
    of_kind: FxHashMap<(&'a str, &'a str), Vec<ResourceIndex>>,
}

impl<'a> Objects<'a> {
    /// Indexes all objects; `namespaces` are those of [`namespaces`].
    pub(super) fn new(resources: &'a [Resource], namespaces: &'a [Arc<str>]) -> Objects<'a> {
        let mut objects = Objects {
            resources,
            namespaces,
            named: FxHashMap::default(),
            makers: FxHashMap::default(),
            of_kind: FxHashMap::default(),
        };
        for position in 0..resources.len() {
            objects.insert(ResourceIndex::new(position));
        }
        objects
    }

    fn insert(&mut self, index: ResourceIndex) {
        let resources = self.resources;
        let Some(object) = resources.get(index.0 as usize).filter(|one| one.api_version.is_some()) else {
            return;
        };
        let (scope, kind) = (&*object.root, &*object.kind);
        self.of_kind.entry((scope, kind)).or_default().push(index);
        // Of one whose name is unknown, the resource's own name is Terraform's.
        if at(&object.attributes, &["metadata", "name"]).is_some_and(Value::is_unknown) {
            return;
        }
        let namespace = self.namespace(index);
        let name = Name { scope, kind, namespace, name: &object.name };
        self.named.entry(name).or_default().push(index);
        if let Some(secret) = secret_made_by(object) {
            let name = Name { scope, kind: "Secret", namespace, name: secret };
            self.makers.entry(name).or_default().push(index);
        }
    }

    /// All objects, in the graph's order.
    pub(super) fn all(&self) -> impl Iterator<Item = (ResourceIndex, &'a Resource)> + use<'a> {
        let all = self.resources.iter().enumerate();
        let objects = all.filter(|(_, resource)| resource.api_version.is_some());
        objects.map(|(position, resource)| (ResourceIndex::new(position), resource))
    }

    /// The object at a position.
    pub(super) fn get(&self, index: ResourceIndex) -> Option<&'a Resource> {
        self.resources.get(index.0 as usize)
    }

    /// The namespace that an object lies in.
    pub(super) fn namespace(&self, index: ResourceIndex) -> &'a str {
        self.namespaces.get(index.0 as usize).map_or(DEFAULT_NAMESPACE, |namespace| namespace)
    }

    /// The objects of a name, or what makes the Secret of that name; no namespace for kinds that have none.
    pub(super) fn named<'s>(
        &'s self,
        scope: &'s str,
        kind: &'s str,
        namespace: Option<&'s str>,
        name: &'s str,
    ) -> &'s [ResourceIndex] {
        let name = Name { scope, kind, namespace: namespace.unwrap_or(DEFAULT_NAMESPACE), name };
        let found = self.named.get(&name).or_else(|| self.makers.get(&name));
        found.map(Vec::as_slice).unwrap_or_default()
    }

    /// The objects of a kind in a scope.
    pub(super) fn of_kind<'s>(&'s self, scope: &'s str, kind: &'s str) -> &'s [ResourceIndex] {
        self.of_kind.get(&(scope, kind)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The name of the Secret that a controller makes from the object.
fn secret_made_by(object: &Resource) -> Option<&str> {
    let spec = object.attributes.get("spec");
    let text = |keys: &[&str]| spec.and_then(|spec| at(spec, keys)).and_then(Value::as_str);
    match &*object.kind {
        "ExternalSecret.external-secrets.io" => Some(text(&["target", "name"]).unwrap_or(&object.name)),
        "SealedSecret.bitnami.com" => Some(&object.name),
        "Certificate.cert-manager.io" => text(&["secretName"]),
        _ => None,
    }
}

/// The namespace of every resource. One that is unknown is the same as another that comes from the same place: all
/// that a variable without a value puts somewhere lies together.
pub(super) fn namespaces(resources: &[Resource]) -> Vec<Arc<str>> {
    let mut seen: FxHashMap<Source, usize> = FxHashMap::default();
    let default: Arc<str> = DEFAULT_NAMESPACE.into();
    let mut namespace = |position: usize, resource: &Resource| {
        if let Some(namespace) = &resource.namespace {
            return namespace.clone();
        }
        match at(&resource.attributes, &["metadata", "namespace"]) {
            Some(unknown) if unknown.is_unknown() && resource.manifest => MOVED.into(),
            Some(unknown) if unknown.is_unknown() && resource.api_version.is_some() => {
                let next = seen.len();
                let source = source(&unknown.origin).unwrap_or(Source::Own(position));
                format!("{STAND_IN}{}", seen.entry(source).or_insert(next)).into()
            }
            _ => default.clone(),
        }
    };
    resources.iter().enumerate().map(|(position, resource)| namespace(position, resource)).collect()
}
