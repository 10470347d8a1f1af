//! Which documents, and which items of lists, are objects of a cluster.

mod subjects;

use super::fragment::Shape;
use super::generated::completes_another;
use super::kustomization::{Kustomizations, directory, file_name};
use super::placement::{Namespace, Placement};
use super::read::{Documents, above, is_below};
use super::scope::Place;
use super::test_input::TestInputs;
use super::{Manifest, SkipReason, SkippedDocument, fragment, kinds};
use crate::evaluate::{Data, MappingKind, Origin, Reason, ResourceId, Value};
use crate::parse::tree::{Node, NodeKind};
use crate::source::{FileKind, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Lists inside lists; `kubectl` writes one level.
const MAX_LISTS: usize = 8;

/// An object before it has an id.
pub(super) struct Object<'a> {
    /// The object.
    pub(super) node: &'a Node,
    /// Position of its file.
    pub(super) file: usize,
    /// The directory of its file.
    pub(super) directory: &'a str,
    api_version: Arc<str>,
    kind: Arc<str>,
    name: Arc<str>,
    written_namespace: Option<Arc<str>>,
    namespace: Namespace,
    /// The way of a namespace that is unknown, the same for all objects that lie in the same one.
    unknown: Option<Origin>,
    /// Of a role binding, the subjects that get another namespace than the one written.
    subjects: Vec<subjects::Moved>,
    cluster_scoped: bool,
    shape: Shape,
    header: Span,
}

/// What the files hold.
pub(super) struct Found<'a> {
    /// Ordered by path and position.
    pub(super) objects: Vec<Object<'a>>,
    /// The rest, in the same order.
    pub(super) skipped: Vec<SkippedDocument>,
}

/// Finds the objects.
pub(super) fn find<'a>(
    files: &'a [Documents],
    kustomizations: &Kustomizations,
    tests: &TestInputs,
    placements: &[Placement],
) -> Found<'a> {
    let changes = kustomizations.values().flat_map(|own| &own.changes);
    let patches: BTreeSet<&str> = changes.filter_map(|change| change.file().map(String::as_str)).collect();
    let inputs = kustomizations.values().flat_map(|own| &own.inputs);
    let inputs: BTreeSet<&str> = inputs.map(String::as_str).collect();
    let mut finder = Finder { objects: Vec::new(), skipped: Vec::new(), file: 0, directory: "." };
    for (at, file) in files.iter().enumerate() {
        (finder.file, finder.directory) = (at, directory(&file.path));
        let applied = placements.get(at).is_some_and(|placement| placement.applied);
        let whole = match () {
            () if file.kind == FileKind::Kustomization => Some(SkipReason::Kustomization),
            () if patches.contains(&*file.path) => Some(SkipReason::Patch),
            () if tests.hold(&file.path) => Some(SkipReason::TestInput),
            () if inputs.contains(&*file.path) && !applied => Some(SkipReason::KustomizationInput),
            () => None,
        };
        finder.skipped.extend(file.skipped.iter().map(|skipped| (at, *skipped)));
        for node in &file.nodes {
            match whole {
                Some(reason) => finder.skip(node, reason),
                None => finder.document(node, None, 0),
            }
        }
        if !tests.hold(&file.path) {
            file.generated.iter().for_each(|node| finder.document(node, None, 0));
        }
    }
    finder.settle_scopes();
    finder.settle_namespaces(placements);
    subjects::settle(&mut finder.objects, placements);
    finder.drop_patches(files, kustomizations, placements);
    finder.skipped.sort_by_key(|(file, skipped)| (*file, skipped.span.start));
    Found {
        objects: finder.objects,
        skipped: finder.skipped.into_iter().map(|(_, skipped)| skipped).collect(),
    }
}

/// What the items of a typed list need not repeat.
#[derive(Clone)]
struct ListType {
    api_version: Arc<str>,
    kind: Arc<str>,
}

struct Finder<'a> {
    objects: Vec<Object<'a>>,
    /// Each with the position of its file.
    skipped: Vec<(usize, SkippedDocument)>,
    file: usize,
    directory: &'a str,
}

impl<'a> Finder<'a> {
    fn skip(&mut self, node: &Node, reason: SkipReason) {
        self.skipped.push((self.file, SkippedDocument { span: node.span, reason }));
    }

    fn document(&mut self, node: &'a Node, list: Option<&ListType>, depth: usize) {
        match &node.kind {
            NodeKind::Null => return self.skip(node, SkipReason::Empty),
            NodeKind::Mapping(_) => {}
            _ if fragment::is_json_patch(node) => return self.skip(node, SkipReason::Patch),
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
            if items.is_empty() {
                self.skip(node, SkipReason::Empty);
            }
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
        if let Some(reason) = no_object(&api_version, &kind, node) {
            return Err(reason);
        }
        let group = kinds::group(&api_version);
        let metadata = node.get("metadata");
        let of_metadata = |key: &str| metadata.and_then(|metadata| text(metadata.get(key)));
        let generated = || of_metadata("generateName").map(|prefix| format!("{prefix}*").into());
        // The API server would refuse a built-in kind without a name; the rest of the object counts all the same. The
        // settings of a component need none.
        let nameless = || kinds::is_built_in_group(group) || kinds::is_component_configuration(group);
        let unnamed = || nameless().then(|| Arc::from("*"));
        let name = of_metadata("name").or_else(generated).or_else(unnamed).ok_or(SkipReason::Unnamed)?;
        let cluster_scoped =
            kinds::has_no_namespace(group, &kind) || kinds::is_component_configuration(group);
        let written_namespace = of_metadata("namespace");
        let header = match node.entry("kind") {
            Some(entry) => entry.key_span.to(entry.value.span),
            None => Span { end: node.span.start, ..node.span },
        };
        Ok(Object {
            node,
            file: self.file,
            directory: self.directory,
            shape: fragment::shape(&api_version, &kind, node),
            api_version,
            kind,
            name,
            written_namespace,
            namespace: Namespace::Own,
            unknown: None,
            subjects: Vec::new(),
            cluster_scoped,
            header,
        })
    }

    /// Custom kinds have a namespace unless their definition is among the objects and says otherwise, or none is
    /// set and the name says it, as in `ClusterIssuer`.
    fn settle_scopes(&mut self) {
        let mut defined = BTreeMap::new();
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
            let by_name = || {
                kinds::is_component_configuration(group)
                    || object.written_namespace.is_none() && object.kind.starts_with("Cluster")
            };
            let key = (Arc::from(group), object.kind.clone());
            object.cluster_scoped = defined.get(&key).copied().unwrap_or_else(by_name);
        }
    }

    fn settle_namespaces(&mut self, placements: &[Placement]) {
        let mut unknown: BTreeMap<(Arc<str>, Option<Arc<str>>), Origin> = BTreeMap::new();
        for object in &mut self.objects {
            if object.cluster_scoped {
                object.written_namespace = None;
            } else if let Some(placement) = placements.get(object.file) {
                object.namespace = match placement.namespace(object.written_namespace.as_deref()) {
                    Namespace::Own if completes_another(object.node) => Namespace::Unknown,
                    namespace => namespace,
                };
                if object.namespace == Namespace::Unknown {
                    let place = placement.said_at().unwrap_or(object.metadata_span());
                    let key = (placement.kin.clone(), object.written_namespace.clone());
                    object.unknown =
                        Some(unknown.entry(key).or_insert_with(|| Origin::literal(place)).clone());
                }
            }
        }
    }

    /// Of what no kustomization applies, leaves out what is there to change objects: what has the name of an object
    /// that the kustomization beside it takes from elsewhere, and parts of objects where a kustomization is near, the
    /// whole object is somewhere, or the file's name says so.
    fn drop_patches(
        &mut self,
        files: &[Documents],
        kustomizations: &Kustomizations,
        placements: &[Placement],
    ) {
        let whole = self.objects.iter().filter(|object| object.shape == Shape::Complete);
        let whole: BTreeSet<Identity> = whole.map(Object::identity).collect();
        let mut by_file: BTreeMap<usize, BTreeSet<Identity>> = BTreeMap::new();
        for object in &self.objects {
            by_file.entry(object.file).or_default().insert(object.identity());
        }
        let mut applied: BTreeMap<&str, BTreeSet<Identity>> = BTreeMap::new();
        let mut reason = |object: &Object<'a>| {
            let unused = placements.get(object.file).is_some_and(|placement| !placement.applied);
            let path = &*files.get(object.file).filter(|_| unused)?.path;
            let beside = above(path).find_map(|place| kustomizations.get_key_value(place));
            let changes = beside.is_some_and(|(beside, _)| {
                let elsewhere = applied.entry(beside).or_insert_with(|| {
                    let all = taken_in(beside, kustomizations, files);
                    all.into_iter().filter_map(|file| by_file.get(&file)).flatten().cloned().collect()
                });
                elsewhere.contains(&object.identity())
            });
            let says_so = file_name(path).contains("patch");
            let known = || beside.is_some() || says_so || whole.contains(&object.identity());
            match object.shape {
                _ if changes => Some(SkipReason::Patch),
                Shape::Partial if known() => Some(SkipReason::Incomplete),
                _ => None,
            }
        };
        let mut dropped = Vec::new();
        self.objects.retain(|object| match reason(object) {
            Some(reason) => {
                dropped.push((object.file, SkippedDocument { span: object.node.span, reason }));
                false
            }
            None => true,
        });
        self.skipped.extend(dropped);
    }
}

/// What tells an object from others, wherever it is applied.
type Identity = (Arc<str>, Arc<str>, Arc<str>);

/// The files that a kustomization applies from outside of its own directory, those of what it takes in included.
fn taken_in(top: &str, kustomizations: &Kustomizations, files: &[Documents]) -> BTreeSet<usize> {
    let (mut seen, mut found, mut pending) = (BTreeSet::new(), BTreeSet::new(), vec![top]);
    while let Some(next) = pending.pop() {
        let Some(own) = kustomizations.get(next).filter(|_| seen.insert(next)) else { continue };
        for path in own.resources.iter().chain(&own.components) {
            pending.push(path);
            let file = files.binary_search_by(|file| (*file.path).cmp(path.as_str()));
            found.extend(file.ok().filter(|_| !is_below(path, top)));
        }
    }
    found
}

/// Why a mapping with an `apiVersion` and a kind is no object of a cluster all the same.
fn no_object(api_version: &str, kind: &str, node: &Node) -> Option<SkipReason> {
    if api_version.starts_with("ENC[") || kind.starts_with("ENC[") {
        return Some(SkipReason::Encrypted);
    }
    if kinds::is_review(api_version, kind) {
        return Some(SkipReason::TestInput);
    }
    let annotations = node.get("metadata").and_then(|metadata| metadata.get("annotations"));
    let local = annotations.and_then(|annotations| annotations.get("config.kubernetes.io/local-config"));
    let is_local = matches!(local.and_then(Node::as_str), Some(value) if value != "false");
    if is_local || kinds::is_tool_configuration(api_version, kind) {
        return Some(SkipReason::ToolConfiguration);
    }
    fragment::holds_directives(node).then_some(SkipReason::Patch)
}

impl Object<'_> {
    fn identity(&self) -> Identity {
        (kinds::group(&self.api_version).into(), self.kind.clone(), self.name.clone())
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn kind(&self) -> &str {
        &self.kind
    }

    /// `apps` and `v1` of `apps/v1`.
    pub(super) fn group_and_version(&self) -> (&str, &str) {
        self.api_version.split_once('/').unwrap_or(("", &self.api_version))
    }

    /// The namespaces that it is written in and applied in; none where these are not known.
    pub(super) fn namespaces(&self) -> Option<Vec<&str>> {
        let written = self.written_namespace.as_deref().unwrap_or("default");
        match self.namespace {
            Namespace::Unknown => None,
            _ => Some(vec![written, self.shown_namespace()]),
        }
    }

    /// What tells it from other objects, and where it lies.
    pub(super) fn place(&self) -> Place<'_> {
        Place {
            directory: self.directory,
            group: kinds::group(&self.api_version),
            kind: &self.kind,
            namespace: (!self.cluster_scoped).then(|| self.shown_namespace()),
            name: &self.name,
        }
    }

    /// The namespace as addresses and ids have it: `*` where it is not known.
    fn shown_namespace(&self) -> &str {
        match &self.namespace {
            Namespace::Own => self.written_namespace.as_deref().unwrap_or("default"),
            Namespace::Said(name, _) => name,
            Namespace::Unknown => "*",
        }
    }

    /// The keys under which nothing may be printed.
    pub(super) fn sensitive_keys(&self) -> &'static [&'static str] {
        sensitive_keys(&self.api_version, &self.kind)
    }

    /// The finished manifest.
    pub(super) fn manifest(&self, id: ResourceId, scope: Arc<str>, body: Value) -> Manifest {
        let namespace = match &self.namespace {
            Namespace::Own => self.written_namespace.clone(),
            Namespace::Said(name, _) => Some(name.clone()),
            Namespace::Unknown => None,
        };
        Manifest {
            id,
            scope,
            api_version: self.api_version.clone(),
            kind: self.kind.clone(),
            name: self.name.clone(),
            namespace,
            shown_namespace: (!self.cluster_scoped).then(|| self.shown_namespace().into()),
            header: self.header,
            body: subjects::in_namespaces(self, self.in_namespace(body)),
            patched: Vec::new(),
        }
    }

    fn metadata_span(&self) -> Span {
        self.node.get("metadata").map_or(self.header, |metadata| metadata.span)
    }

    /// The object with the namespace that it is applied in, where something else than itself says so.
    fn in_namespace(&self, mut body: Value) -> Value {
        let place = self.metadata_span();
        let namespace = match &self.namespace {
            Namespace::Own => return body,
            Namespace::Said(name, span) => Value::string(name.clone(), Origin::literal(*span)),
            Namespace::Unknown => {
                let origin = self.unknown.clone().unwrap_or_else(|| Origin::literal(place));
                Value::unknown(Reason::Overlay, origin)
            }
        };
        let Data::Mapping(_, fields) = &mut body.data else { return body };
        let fields = Arc::make_mut(fields);
        let metadata = fields.entry("metadata".into()).or_insert_with(|| {
            let empty = Data::Mapping(MappingKind::Object, Arc::default());
            Value::new(empty, Origin::literal(place))
        });
        if let Data::Mapping(_, entries) = &mut metadata.data {
            Arc::make_mut(entries).insert("namespace".into(), namespace);
        }
        body
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
pub(super) fn list_items<'a>(node: &'a Node, kind: &str) -> Option<&'a [Node]> {
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
