//! What the parts of this look up in the graph.

use super::managed;
use super::statement::Document;
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::identity::Place;
use crate::graph::identity::text::HOLE;
use crate::graph::identity::tree::Reader;
use crate::graph::{Reference, Resource, ResourceGraph, ResourceIndex};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Kinds that are looked up by a name that is written out, and the argument that holds it.
const NAMED: [(&str, &str); 10] = [
    ("aws_iam_role", "name"),
    ("aws_iam_user", "name"),
    ("aws_iam_group", "name"),
    ("aws_iam_policy", "name"),
    ("aws_iam_instance_profile", "name"),
    ("aws_lambda_function", "function_name"),
    ("aws_codebuild_project", "name"),
    ("aws_ecr_repository", "name"),
    ("aws_glue_job", "name"),
    ("aws_sagemaker_notebook_instance", "name"),
];

/// The graph, and what was looked up in it before.
pub(super) struct World<'a, 'r> {
    pub(super) graph: &'a ResourceGraph,
    pub(super) reader: &'r mut Reader<'a>,
    names: FxHashMap<(&'a str, &'a str, &'a str), Option<ResourceIndex>>,
    /// Customers' policies by name, where one alone has it, whichever root declares it.
    policies: FxHashMap<&'a str, Option<ResourceIndex>>,
    documents: FxHashMap<(ResourceIndex, Path), Rc<Document>>,
    managed: FxHashMap<String, Option<Rc<Document>>>,
}

impl<'a, 'r> World<'a, 'r> {
    pub(super) fn new(graph: &'a ResourceGraph, reader: &'r mut Reader<'a>) -> World<'a, 'r> {
        let (mut names, mut policies) = (FxHashMap::default(), FxHashMap::default());
        for (at, resource) in graph.resources.iter().enumerate() {
            let Some((kind, argument)) = NAMED.iter().find(|(kind, _)| *kind == &*resource.kind) else {
                continue;
            };
            if let Some(name) = resource.attributes.get(argument).and_then(Value::as_str) {
                names
                    .entry((&*resource.root, *kind, name))
                    .and_modify(|ambiguous| *ambiguous = None)
                    .or_insert(Some(ResourceIndex::new(at)));
                if &*resource.kind == "aws_iam_policy" {
                    let alone = policies.entry(name).or_insert(Some(ResourceIndex::new(at)));
                    *alone = alone.filter(|own| *own == ResourceIndex::new(at));
                }
            }
        }
        let (documents, managed) = (FxHashMap::default(), FxHashMap::default());
        World { graph, reader, names, policies, documents, managed }
    }

    /// All resources with their positions.
    pub(super) fn resources(&self) -> impl Iterator<Item = (ResourceIndex, &'a Resource)> + use<'a> {
        self.graph.resources.iter().enumerate().map(|(at, resource)| (ResourceIndex::new(at), resource))
    }

    /// The references that a resource makes.
    pub(super) fn references(&self, from: ResourceIndex) -> &'a [Reference] {
        let all = &self.graph.references;
        let start = all.partition_point(|reference| reference.from < from);
        let end = all.partition_point(|reference| reference.from <= from);
        all.get(start..end).unwrap_or_default()
    }

    /// The resources of some kinds that a resource refers to at a path or below it; what refers as a whole, by its
    /// list, counts where nothing at the path does.
    pub(super) fn referred(&self, from: ResourceIndex, path: &Path, kinds: &[&str]) -> Vec<ResourceIndex> {
        let of_kind = |reference: &&Reference| {
            self.graph.get(reference.to).is_some_and(|resource| kinds.contains(&&*resource.kind))
        };
        let all = || self.references(from).iter().filter(of_kind);
        let mut found: Vec<ResourceIndex> =
            all().filter(|reference| path.covers(&reference.via)).map(|reference| reference.to).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The resource of a kind with a name, if there is exactly one in the root.
    pub(super) fn named(&self, root: &str, kind: &str, name: &str) -> Option<ResourceIndex> {
        self.names.get(&(root, kind, name)).copied().flatten()
    }

    /// The customer's policy that an ARN or a name means. Of an ARN the account need not be known, nor what stands before
    /// it.
    pub(super) fn policy_named(&self, from: ResourceIndex, text: &str) -> Option<ResourceIndex> {
        let root = &self.graph.get(from)?.root;
        let path = match text.starts_with("arn:") {
            true if managed::name_in(text).is_some() => return None,
            true => {
                let (before, path) = text.split_once(":policy/")?;
                let segments: Vec<&str> = before.split(':').collect();
                let [_, _, "iam", "", account] = segments.as_slice() else { return None };
                if *account == "aws" { return None } else { path }
            }
            false => text,
        };
        let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
        if path.contains(HOLE) { None } else { self.named(root, "aws_iam_policy", name) }
    }

    /// The customer's policy of another root that a reference by name and path means: it stands for the one that every
    /// account has in which it is used, and another root declares these.
    pub(super) fn policy_of_accounts(&self, from: ResourceIndex, reference: &Value) -> Option<ResourceIndex> {
        let name = reference.get("name").and_then(Value::as_str)?;
        let policy = self.policies.get(name).copied().flatten()?;
        let Resource { attributes, root, .. } = self.graph.get(policy)?;
        if self.graph.get(from)?.root == *root {
            return None;
        }
        let path = |value: &Value| match value.get("path").map(|path| &path.data) {
            None | Some(Data::Null) => Some("/".to_owned()),
            Some(Data::String(path)) => Some(path.to_string()),
            _ => None,
        };
        (path(reference)? == path(attributes)?).then_some(policy)
    }

    /// The name of the AWS policy that a data source reads.
    pub(super) fn data_policy_name(&self, policy: ResourceIndex) -> Option<String> {
        let attributes = &self.graph.get(policy)?.attributes;
        let text = |argument: &str| attributes.get(argument).and_then(Value::as_str);
        let name = text("arn").and_then(managed::name_in).or_else(|| text("name"))?;
        Some(name.to_owned())
    }

    /// The document of a policy that AWS manages.
    pub(super) fn managed(&mut self, name: &str) -> Option<Rc<Document>> {
        if let Some(known) = self.managed.get(name) {
            return known.clone();
        }
        let nowhere = ResourceIndex(u32::MAX);
        let read = |node| Rc::new(Document::read(nowhere, &Path::default(), &node));
        let document = managed::document(name).map(read);
        self.managed.insert(name.to_owned(), document.clone());
        document
    }

    /// The document of a customer's policy.
    pub(super) fn document_of(&mut self, policy: ResourceIndex) -> Rc<Document> {
        let value = self.graph.get(policy).and_then(|resource| resource.attributes.get("policy"));
        match value {
            Some(value) => self.document(policy, &Path::default().join(&["policy"]), value),
            None => Rc::new(Document::default()),
        }
    }

    /// The document that a resource holds at a path.
    pub(super) fn document(&mut self, at: ResourceIndex, path: &Path, value: &Value) -> Rc<Document> {
        let key = (at, path.clone());
        if let Some(known) = self.documents.get(&key) {
            return known.clone();
        }
        let node = self.reader.document(at, value);
        let document = Rc::new(Document::read(at, path, &node));
        self.documents.insert(key, document.clone());
        document
    }

    /// The elements of an attribute that is a list, or one; notes where there are more than can be seen.
    pub(super) fn elements(
        &self,
        resource: &Resource,
        path: &Path,
        unknown: &mut Vec<Place>,
        at: ResourceIndex,
    ) -> Vec<(Path, Value)> {
        let Some(Step::Key(key)) = path.0.first() else { return Vec::new() };
        let Some(value) = resource.attributes.get(key) else { return Vec::new() };
        match &value.data {
            Data::Null => Vec::new(),
            Data::Sequence(_, items) => {
                if items.iter().any(Value::stands_for_many) {
                    unknown.push(Place { resource: at, path: path.clone() });
                }
                let listed = items.iter().filter(|item| !item.stands_for_many()).enumerate();
                listed.map(|(position, item)| (path.with(Step::Index(position)), item.clone())).collect()
            }
            _ => vec![(path.clone(), value.clone())],
        }
    }
}
