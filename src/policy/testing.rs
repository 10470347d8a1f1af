//! Hand-made graphs and documents for the tests of this layer.

use crate::evaluate::{Data, Origin, ResourceId, Value};
use crate::graph::{DocumentResource, GraphDocument, Resource, ResourceGraph};
use crate::source::{FileKind, Sources, Span};

/// A document from `{kind: [{name, attributes, unknown?, references?}]}`; ids are `kind.name`.
pub(super) fn document(kinds: serde_json::Value) -> GraphDocument {
    let mut document = GraphDocument::default();
    for (kind, resources) in kinds.as_object().unwrap() {
        let resources = resources.as_array().unwrap().iter().map(|resource| self::resource(kind, resource));
        document.resources.insert(kind.clone(), resources.collect());
    }
    document
}

fn resource(kind: &str, given: &serde_json::Value) -> DocumentResource {
    let name = given["name"].as_str().unwrap();
    let paths = given.get("unknown").and_then(|paths| paths.as_array()).cloned().unwrap_or_default();
    DocumentResource {
        id: format!("{kind}.{name}"),
        address: format!("{kind}.{name}"),
        root: ".".to_owned(),
        kind: kind.to_owned(),
        name: name.to_owned(),
        provider: "test".to_owned(),
        module: None,
        namespace: None,
        api_version: None,
        attributes: given["attributes"].clone(),
        unknown: paths.iter().map(|path| path.as_array().unwrap().clone()).collect(),
        given: Vec::new(),
        references: Vec::new(),
        referred_by: Vec::new(),
    }
}

/// A graph that holds the document's resources, without their values.
pub(super) fn graph(document: &GraphDocument) -> ResourceGraph {
    let sources = Sources::new(".");
    let header = Span::new(sources.add("main.tf", FileKind::Terraform, ""), 0, 0);
    let mut resources: Vec<Resource> = document
        .resources
        .values()
        .flatten()
        .map(|resource| Resource {
            id: ResourceId(resource.id.as_str().into()),
            address: resource.address.as_str().into(),
            root: resource.root.as_str().into(),
            kind: resource.kind.as_str().into(),
            name: resource.name.as_str().into(),
            provider: resource.provider.as_str().into(),
            module: None,
            namespace: None,
            api_version: None,
            manifest: false,
            header,
            object_header: None,
            foreign_call: None,
            attributes: Value::new(Data::Null, Origin::literal(header)),
        })
        .collect();
    resources.sort_by(|a, b| a.id.cmp(&b.id));
    ResourceGraph { resources, ..ResourceGraph::default() }
}
