//! Which documents, and which items of lists, are objects of a cluster.

use super::kinds;
use super::read::Documents;
use super::scope::Place;
use super::{Manifest, SkipReason, SkippedDocument};
use crate::evaluate::{ResourceId, Value};
use crate::parse::tree::{Node, NodeKind};
use crate::source::Span;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Lists inside lists; `kubectl` writes one level.
const MAX_LISTS: usize = 8;

/// An object before it has an id.
pub(super) struct Object<'a> {
    /// The object.
    pub(super) node: &'a Node,
    directory: &'a str,
    api_version: Arc<str>,
    kind: Arc<str>,
    name: Arc<str>,
    namespace: Option<Arc<str>>,
    cluster_scoped: bool,
    header: Span,
}

/// What the files hold.
pub(super) struct Found<'a> {
    /// Ordered by path and position.
    pub(super) objects: Vec<Object<'a>>,
    /// The rest, in the same order.
    pub(super) skipped: Vec<SkippedDocument>,
}

/// Finds the objects. `patches` are paths of files whose documents change other objects.
pub(super) fn find<'a>(files: &'a [Documents], patches: &BTreeSet<String>) -> Found<'a> {
    let mut finder = Finder { objects: Vec::new(), skipped: Vec::new(), directory: "." };
    for file in files {
        finder.directory = file.path.rsplit_once('/').map_or(".", |(directory, _)| directory);
        let is_patch = patches.contains(&*file.path);
        for node in &file.nodes {
            match is_patch {
                true => finder.skip(node, SkipReason::Patch),
                false => finder.document(node, None, 0),
            }
        }
    }
    finder.settle_namespaces();
    Found { objects: finder.objects, skipped: finder.skipped }
}

/// What the items of a typed list need not repeat.
#[derive(Clone)]
struct ListType {
    api_version: Arc<str>,
    kind: Arc<str>,
}

struct Finder<'a> {
    objects: Vec<Object<'a>>,
    skipped: Vec<SkippedDocument>,
    directory: &'a str,
}

impl<'a> Finder<'a> {
    fn skip(&mut self, node: &Node, reason: SkipReason) {
        self.skipped.push(SkippedDocument { span: node.span, reason });
    }

    fn document(&mut self, node: &'a Node, list: Option<&ListType>, depth: usize) {
        match &node.kind {
            NodeKind::Null => return self.skip(node, SkipReason::Empty),
            NodeKind::Mapping(_) => {}
            _ => return self.skip(node, SkipReason::NotAMapping),
        }
        if depth > MAX_LISTS {
            return self.skip(node, SkipReason::TooDeep);
        }
        let own = |key: &str| text(node.get(key));
        let api_version = own("apiVersion").or(list.map(|list| list.api_version.clone()));
        let kind = own("kind").or(list.map(|list| list.kind.clone()));
        let (Some(api_version), Some(kind)) = (api_version, kind) else {
            return self.skip(node, SkipReason::NotAnObject);
        };
        if let Some(items) = list_items(node, &kind) {
            let typed = kind.strip_suffix("List").filter(|kind| !kind.is_empty());
            let list = typed.map(|kind| ListType { api_version: api_version.clone(), kind: kind.into() });
            items.iter().for_each(|item| self.document(item, list.as_ref(), depth + 1));
            return;
        }
        match self.object(node, api_version, kind) {
            Ok(object) => self.objects.push(object),
            Err(reason) => self.skip(node, reason),
        }
    }

    fn object(
        &self,
        node: &'a Node,
        api_version: Arc<str>,
        kind: Arc<str>,
    ) -> Result<Object<'a>, SkipReason> {
        if kinds::is_tool_configuration(&api_version, &kind) {
            return Err(SkipReason::ToolConfiguration);
        }
        if node.get("$patch").is_some() {
            return Err(SkipReason::Patch);
        }
        let group = kinds::group(&api_version);
        let metadata = node.get("metadata");
        let of_metadata = |key: &str| metadata.and_then(|metadata| text(metadata.get(key)));
        let generated = || of_metadata("generateName").map(|prefix| format!("{prefix}*").into());
        // The API server would refuse a built-in kind without a name; the rest of the object counts all the same.
        let unnamed = || kinds::is_built_in_group(group).then(|| Arc::from("*"));
        let name = of_metadata("name").or_else(generated).or_else(unnamed).ok_or(SkipReason::Unnamed)?;
        let cluster_scoped = kinds::has_no_namespace(group, &kind);
        let namespace = of_metadata("namespace").filter(|namespace| !namespace.is_empty() && !cluster_scoped);
        let header = match node.entry("kind") {
            Some(entry) => entry.key_span.to(entry.value.span),
            None => Span { end: node.span.start, ..node.span },
        };
        let directory = self.directory;
        Ok(Object { node, directory, api_version, kind, name, namespace, cluster_scoped, header })
    }

    /// Custom kinds have a namespace unless their definition is among the objects and says otherwise, or none is
    /// set and the name says it, as in `ClusterIssuer`.
    fn settle_namespaces(&mut self) {
        let mut defined = std::collections::BTreeMap::new();
        for object in self.objects.iter().filter(|object| &*object.kind == "CustomResourceDefinition") {
            let Some(spec) = object.node.get("spec") else { continue };
            let kind = spec.get("names").and_then(|names| text(names.get("kind")));
            if let (Some(group), Some(kind)) = (text(spec.get("group")), kind) {
                let cluster = spec.get("scope").and_then(Node::as_str) == Some("Cluster");
                defined.insert((group, kind), cluster);
            }
        }
        for object in &mut self.objects {
            let group = kinds::group(&object.api_version);
            if kinds::is_built_in_group(group) {
                continue;
            }
            let by_name = || object.namespace.is_none() && object.kind.starts_with("Cluster");
            let key = (Arc::from(group), object.kind.clone());
            object.cluster_scoped = defined.get(&key).copied().unwrap_or_else(by_name);
            if object.cluster_scoped {
                object.namespace = None;
            }
        }
    }
}

impl Object<'_> {
    /// What tells it from other objects, and where it lies.
    pub(super) fn place(&self) -> Place<'_> {
        let namespace = match self.cluster_scoped {
            true => None,
            false => Some(self.namespace.as_deref().unwrap_or("default")),
        };
        Place {
            directory: self.directory,
            group: kinds::group(&self.api_version),
            kind: &self.kind,
            namespace,
            name: &self.name,
        }
    }

    /// The keys under which nothing may be printed.
    pub(super) fn sensitive_keys(&self) -> &'static [&'static str] {
        sensitive_keys(&self.api_version, &self.kind)
    }

    /// The finished manifest.
    pub(super) fn manifest(&self, id: ResourceId, scope: Arc<str>, body: Value) -> Manifest {
        Manifest {
            id,
            scope,
            api_version: self.api_version.clone(),
            kind: self.kind.clone(),
            name: self.name.clone(),
            namespace: self.namespace.clone(),
            cluster_scoped: self.cluster_scoped,
            header: self.header,
            body,
        }
    }
}

/// The keys of an object of a kind under which nothing may be printed.
pub(super) fn sensitive_keys(api_version: &str, kind: &str) -> &'static [&'static str] {
    match (kind, kinds::group(api_version)) {
        ("Secret", "") => &["data", "stringData"],
        _ => &[],
    }
}

/// The items of a `List` or of a typed list like `RoleList`, which has no name of its own.
fn list_items<'a>(node: &'a Node, kind: &str) -> Option<&'a [Node]> {
    if !kind.ends_with("List") || node.get("metadata").is_some_and(|metadata| metadata.get("name").is_some())
    {
        return None;
    }
    match node.get("items").map(|items| &items.kind) {
        Some(NodeKind::Sequence(items)) => Some(items),
        Some(NodeKind::Null) => Some(&[]),
        None if kind == "List" => Some(&[]),
        _ => None,
    }
}

fn text(node: Option<&Node>) -> Option<Arc<str>> {
    match node.map(|node| &node.kind) {
        Some(NodeKind::String(text)) if !text.is_empty() => Some(text.clone()),
        // A name like `123` that somebody forgot to quote.
        Some(NodeKind::Number(text)) => Some(text.clone()),
        _ => None,
    }
}
