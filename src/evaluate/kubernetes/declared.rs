//! Kubernetes objects written in Terraform: by the `kubernetes` provider's resources, or as a whole.

use super::embedded::{self, NoDocuments};
use super::object::sensitive_keys;
use super::{patched, provider, release};
use crate::evaluate::terraform::EvaluatedResource;
use crate::evaluate::{Data, Origin, Reason, Unknown, Value};
use crate::parse::tree::Node;
use crate::source::{Diagnostic, Level, Sources, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A Terraform resource as the Kubernetes object it declares. Every part keeps its origin in the Terraform file, or
/// in the file that Terraform read it from.
#[derive(Clone, Debug)]
pub struct DeclaredObject {
    /// `apps/v1`.
    pub api_version: Arc<str>,
    /// `Deployment`.
    pub kind: Arc<str>,
    /// `metadata.name`, where it is known.
    pub name: Option<Arc<str>>,
    /// `metadata.namespace`, where it is set and known.
    pub namespace: Option<Arc<str>>,
    /// Where the object says its kind, for one that is written as a text.
    pub header: Option<Span>,
    /// The whole object.
    pub body: Value,
}

/// Works out which objects the resources declare, and reads the texts among their arguments.
pub(in crate::evaluate) fn declare(
    resources: &mut [EvaluatedResource],
    sources: &Sources,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for resource in resources.iter_mut().filter(|resource| !resource.data_source) {
        match &*resource.kind {
            "kubernetes_manifest" => resource.declared = manifest(resource, sources),
            "helm_release" => {
                if let Some(settings) = resource.attributes.get("set_sensitive").cloned() {
                    resource.attributes =
                        with(&resource.attributes, "set_sensitive", secret_values(settings));
                }
                if let Some(values) = release::merged_values(&resource.attributes, sources) {
                    resource.attributes = with(&resource.attributes, MERGED_VALUES, values);
                }
            }
            "kubectl_manifest" => diagnostics.extend(kubectl_manifest(resource, sources)),
            _ => {
                let declared = provider::declared(resource);
                resource.declared = declared.map(|found| object(found.api_version, found.kind, found.body));
            }
        }
    }
    patched::merge(resources);
    diagnostics
}

fn manifest(resource: &EvaluatedResource, sources: &Sources) -> Option<Arc<DeclaredObject>> {
    let body = resource.attributes.get("manifest")?;
    let inside = |span: &Span| {
        let argument = body.origin.span();
        span.file == argument.file && argument.start <= span.start && span.end <= argument.end
    };
    let header = header(body, sources).filter(|span| !inside(span));
    Some(Arc::new(DeclaredObject { header, ..(*whole(body.clone())?).clone() }))
}

/// Where an object that is written out as YAML says its kind: from the key on.
fn header(body: &Value, sources: &Sources) -> Option<Span> {
    let mut origin = &body.get("kind")?.origin;
    for _ in 0..Origin::LONGEST_COPY {
        match origin.link().from.first() {
            Some(before) => origin = before,
            None => break,
        }
    }
    let span = origin.span();
    let file = sources.file(span.file);
    let before = file.text.get(..span.start as usize)?;
    let line = before.get(before.rfind('\n').map_or(0, |at| at + 1)..)?;
    let key = line.trim_start_matches([' ', '\t', '-']);
    let names_kind = key.trim_end().trim_end_matches(':').trim_end().trim_matches(['"', '\'']) == "kind";
    names_kind.then(|| Span::new(span.file, span.start as usize - key.len(), span.end as usize))
}

/// An object as the API has it; none where not even its kind is known.
fn whole(body: Value) -> Option<Arc<DeclaredObject>> {
    let text = |key: &str| body.get(key).and_then(Value::as_str).map(Arc::from);
    Some(object(text("apiVersion")?, text("kind")?, body))
}

fn object(api_version: Arc<str>, kind: Arc<str>, body: Value) -> Arc<DeclaredObject> {
    let body = covered(body, sensitive_keys(&api_version, &kind));
    let metadata = body.get("metadata");
    let text =
        |key: &str| metadata.and_then(|metadata| metadata.get(key)).and_then(Value::as_str).map(Arc::from);
    let (name, namespace) =
        (text("name"), text("namespace").filter(|namespace: &Arc<str>| !namespace.is_empty()));
    Arc::new(DeclaredObject { api_version, kind, name, namespace, header: None, body })
}

/// The object of a `kubectl_manifest`. Of one whose text says too little, the text counts as unknown.
fn kubectl_manifest(resource: &mut EvaluatedResource, sources: &Sources) -> Vec<Diagnostic> {
    let Some(text) = resource.attributes.get(BODY).cloned() else { return Vec::new() };
    let keys = |node: &Node| {
        let text = |key: &str| node.get(key).and_then(Node::as_str).unwrap_or_default();
        sensitive_keys(text("apiVersion"), text("kind"))
    };
    let read = embedded::documents(&text, &keys, sources);
    let (documents, mut diagnostics) = match read {
        Ok(read) => read,
        Err(NoDocuments::Unknown) => {
            resource.attributes = with(&resource.attributes, BODY, unknown(&text, Reason::Computed));
            return Vec::new();
        }
        Err(NoDocuments::Broken(found)) => {
            resource.attributes = with(&resource.attributes, BODY, unknown(&text, Reason::Invalid));
            return vec![found];
        }
    };
    if documents.len() > 1 {
        let message = "this text holds more than one document; the provider applies the first alone";
        diagnostics.push(
            Diagnostic::at(Level::Warning, "kubectl-documents", resource.header, message)
                .with_help("split it with the data source kubectl_file_documents"),
        );
    }
    let Some(document) = documents.into_iter().next() else { return diagnostics };
    let header = header(&document, sources);
    // The way that the text took to this resource is that of every part of it.
    let body = settled(Value { origin: text.origin.clone(), ..document }, &resource.attributes);
    match whole(body) {
        Some(declared) => {
            resource.declared = Some(Arc::new(DeclaredObject { header, ..(*declared).clone() }))
        }
        None => {
            resource.attributes = with(&resource.attributes, BODY, unknown(&text, Reason::Computed));
        }
    }
    diagnostics
}

/// What a `helm_release` has beside its arguments: the values that its chart is rendered with.
const MERGED_VALUES: &str = "merged_values";

/// The argument of `kubectl_manifest` that holds the object.
const BODY: &str = "yaml_body";

/// What the provider changes before it applies the object, and what it does not show.
fn settled(body: Value, arguments: &Value) -> Value {
    let is_set = |value: &&Value| !matches!(&value.data, Data::Null) && value.as_str() != Some("");
    let body = match arguments.get("override_namespace").filter(is_set) {
        Some(namespace) => {
            let metadata = body.get("metadata").cloned();
            let metadata =
                metadata.unwrap_or_else(|| Value::object(BTreeMap::new(), namespace.origin.clone()));
            with(&body, "metadata", with(&metadata, "namespace", namespace.clone()))
        }
        None => body,
    };
    let hidden = arguments.get("sensitive_fields").and_then(Value::items).unwrap_or_default();
    hidden.iter().filter_map(Value::as_str).fold(body, |body, path| {
        let steps: Vec<&str> = path.split('.').collect();
        hidden_at(body, &steps)
    })
}

/// The value with what stands at `path` kept from being printed.
fn hidden_at(mut value: Value, path: &[&str]) -> Value {
    let Some((key, rest)) = path.split_first() else { return hidden(value) };
    if let Data::Mapping(_, entries) = &mut value.data
        && let Some(entry) = Arc::make_mut(entries).get_mut(*key)
    {
        *entry = hidden_at(entry.clone(), rest);
    }
    value
}

/// The settings with their values kept from being printed; their names say what they set.
fn secret_values(mut settings: Value) -> Value {
    if let Data::Sequence(_, items) = &mut settings.data {
        Arc::make_mut(items).iter_mut().for_each(|item| *item = hidden_at(item.clone(), &["value"]));
    }
    settings
}

/// The value, no part of which is printed.
pub(super) fn hidden(mut value: Value) -> Value {
    value.sensitive = true;
    match &mut value.data {
        Data::Mapping(_, entries) => {
            Arc::make_mut(entries).values_mut().for_each(|entry| *entry = hidden(entry.clone()));
        }
        Data::Sequence(_, items) => {
            Arc::make_mut(items).iter_mut().for_each(|item| *item = hidden(item.clone()))
        }
        _ => {}
    }
    value
}

/// An object with everything sensitive that it is there to hold.
fn covered(mut body: Value, keys: &[&str]) -> Value {
    let Data::Mapping(_, fields) = &mut body.data else { return body };
    for key in keys {
        if let Some(held) = Arc::make_mut(fields).get_mut(*key) {
            *held = hidden(held.clone());
        }
    }
    body
}

/// The mapping with another entry; anything else stays as it is.
fn with(value: &Value, key: &str, entry: Value) -> Value {
    let mut value = value.clone();
    if let Data::Mapping(_, entries) = &mut value.data {
        Arc::make_mut(entries).insert(key.into(), entry);
    }
    value
}

/// The value as one of which nothing is known.
fn unknown(value: &Value, reason: Reason) -> Value {
    let reason = match &value.data {
        Data::Unknown(unknown) => unknown.reason.clone(),
        _ => reason,
    };
    Value { data: Data::Unknown(Arc::new(Unknown::because(reason))), ..value.clone() }
}
