//! The graph document as the value that policies get as `input`. Built once, shared by all evaluations.

use crate::graph::{DocumentReference, DocumentResource, GraphDocument, RootProvider, Workload};
use crate::source::{Diagnostic, Level};
use rayon::prelude::*;
use regorus::Value;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Deeper values are left out: no policy looks there, and the recursion stays bounded.
const MAX_DEPTH: usize = 128;

/// `input`, and how large it is.
pub(super) struct Input {
    /// What policies see.
    pub(super) value: Value,
    /// Scalars, lists and objects in it: bounds the work a policy may do.
    pub(super) nodes: usize,
    /// What of the document is not in it.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Input {
    pub(super) fn new(document: &GraphDocument) -> Input {
        let kinds: Vec<_> = document.resources.iter().collect();
        let converted: Vec<(Value, Value, usize)> = kinds
            .par_iter()
            .map(|(kind, resources)| {
                let mut convert = Converter::default();
                let resources: Vec<Value> =
                    resources.iter().map(|resource| convert.resource(resource)).collect();
                (Value::from(kind.as_str()), Value::from(resources), convert.nodes)
            })
            .collect();
        let mut nodes = converted.iter().map(|(_, _, nodes)| nodes).sum();
        let resources: BTreeMap<Value, Value> =
            converted.into_iter().map(|(kind, resources, _)| (kind, resources)).collect();
        let mut lists = Vec::new();
        let mut diagnostics = Vec::new();
        for (name, list) in document.lists() {
            match list {
                Ok(list) => lists.push((name, list)),
                Err(error) => diagnostics.push(not_written(name, &error)),
            }
        }
        let mut convert = Converter::default();
        let workloads: Vec<Value> =
            document.workloads.iter().map(|workload| convert.workload(workload)).collect();
        let providers: Vec<Value> =
            document.providers.iter().map(|provider| convert.provider(provider)).collect();
        let own = [
            ("resources", resources.into()),
            ("workloads", workloads.into()),
            ("providers", providers.into()),
        ];
        let listed = lists.iter().map(|(name, list)| (*name, convert.json(list, 0))).collect::<Vec<_>>();
        let all = own.into_iter().chain(listed).map(|(name, value)| (Value::from(name), value));
        let value = Value::from(all.collect::<BTreeMap<_, _>>());
        nodes += convert.nodes;
        Input { value, nodes, diagnostics }
    }
}

/// A value of a document as policies get it.
pub(super) fn converted(value: &serde_json::Value) -> Value {
    Converter::default().json(value, 0)
}

/// That policies do not see a list, so that those over it find nothing.
fn not_written(list: &str, error: &serde_json::Error) -> Diagnostic {
    Diagnostic {
        level: Level::Error,
        code: "graph-document",
        message: format!(
            "`{list}` of the graph document cannot be written ({error}): rules over it saw nothing"
        ),
        span: None,
        path: None,
        help: Some("please report this as a bug".to_owned()),
    }
}

/// Converts values; a key that occurs again is stored once.
#[derive(Default)]
struct Converter<'d> {
    keys: FxHashMap<&'d str, Value>,
    nodes: usize,
}

impl<'d> Converter<'d> {
    fn key(&mut self, key: &'d str) -> Value {
        self.keys.entry(key).or_insert_with(|| Value::from(key)).clone()
    }

    fn object<const N: usize>(&mut self, fields: [(&'d str, Value); N]) -> Value {
        let fields = fields.into_iter().filter(|(_, value)| *value != Value::Undefined);
        let map: BTreeMap<Value, Value> = fields.map(|(key, value)| (self.key(key), value)).collect();
        Value::from(map)
    }

    fn provider(&mut self, provider: &'d RootProvider) -> Value {
        let listed = |texts: &'d [String]| -> Value {
            texts.iter().map(|text| Value::from(text.as_str())).collect::<Vec<_>>().into()
        };
        self.nodes += 5 + provider.names.len() + provider.constraints.len();
        self.object([
            ("root", Value::from(provider.root.as_str())),
            ("source", Value::from(provider.source.as_str())),
            ("names", listed(&provider.names)),
            ("version", optional(provider.version.as_deref())),
            ("constraints", listed(&provider.constraints)),
        ])
    }

    fn resource(&mut self, resource: &'d DocumentResource) -> Value {
        let attributes = self.json(&resource.attributes, 0);
        let unknown: Vec<Value> = resource.unknown.iter().map(|path| self.path(path)).collect();
        let given: Vec<Value> = resource.given.iter().map(|path| self.path(path)).collect();
        let references = self.references(&resource.references);
        let referred_by = self.references(&resource.referred_by);
        self.object([
            ("id", Value::from(resource.id.as_str())),
            ("address", Value::from(resource.address.as_str())),
            ("root", Value::from(resource.root.as_str())),
            ("kind", Value::from(resource.kind.as_str())),
            ("name", Value::from(resource.name.as_str())),
            ("provider", Value::from(resource.provider.as_str())),
            ("module", optional(resource.module.as_deref())),
            ("namespace", optional(resource.namespace.as_deref())),
            ("api_version", optional(resource.api_version.as_deref())),
            ("attributes", attributes),
            ("unknown", unknown.into()),
            ("given", if given.is_empty() { Value::Undefined } else { given.into() }),
            ("references", references),
            ("referred_by", referred_by),
        ])
    }

    fn references(&mut self, references: &'d [DocumentReference]) -> Value {
        let convert = |reference: &'d DocumentReference| {
            let via = self.path(&reference.via);
            let reads: Vec<Value> = reference.reads.iter().map(|path| self.path(path)).collect();
            self.object([
                ("id", Value::from(reference.id.as_str())),
                ("kind", Value::from(reference.kind.as_str())),
                ("index", Value::from(reference.index)),
                ("relation", Value::from(reference.relation.text())),
                ("via", via),
                ("reads", reads.into()),
            ])
        };
        Value::from(references.iter().map(convert).collect::<Vec<_>>())
    }

    fn workload(&mut self, workload: &'d Workload) -> Value {
        let path = self.path(&workload.path);
        let labels_path = self.path(&workload.labels_path);
        let labels: BTreeMap<Value, Value> =
            workload.labels.iter().map(|(key, value)| (self.key(key), Value::from(value.as_str()))).collect();
        let pod_spec = self.json(&workload.pod_spec, 0);
        let mut containers = Vec::with_capacity(workload.containers.len());
        for container in &workload.containers {
            let path = self.path(&container.path);
            let spec = self.json(&container.spec, 0);
            containers.push(self.object([
                ("name", Value::from(container.name.as_str())),
                ("role", Value::from(container.role.as_str())),
                ("component", optional(container.component.as_deref())),
                ("path", path),
                ("spec", spec),
            ]));
        }
        self.object([
            ("id", Value::from(workload.id.as_str())),
            ("kind", Value::from(workload.kind.as_str())),
            ("index", Value::from(workload.index)),
            ("namespace", optional(workload.namespace.as_deref())),
            ("path", path),
            ("labels", labels.into()),
            ("labels_path", labels_path),
            ("pod_spec", pod_spec),
            ("static_pod", Value::from(workload.static_pod)),
            ("containers", containers.into()),
        ])
    }

    fn path(&mut self, path: &'d [serde_json::Value]) -> Value {
        Value::from(path.iter().map(|step| self.json(step, 0)).collect::<Vec<_>>())
    }

    fn json(&mut self, value: &'d serde_json::Value, depth: usize) -> Value {
        self.nodes += 1;
        match value {
            serde_json::Value::Null => Value::Null,
            serde_json::Value::Bool(truth) => Value::Bool(*truth),
            serde_json::Value::Number(number) => number_value(number),
            serde_json::Value::String(text) => Value::from(text.as_str()),
            _ if depth >= MAX_DEPTH => Value::Null,
            serde_json::Value::Array(items) => {
                Value::from(items.iter().map(|item| self.json(item, depth + 1)).collect::<Vec<_>>())
            }
            serde_json::Value::Object(fields) => {
                let convert = |(key, value): (&'d String, &'d serde_json::Value)| {
                    (self.key(key), self.json(value, depth + 1))
                };
                Value::from(fields.iter().map(convert).collect::<BTreeMap<_, _>>())
            }
        }
    }
}

fn optional(text: Option<&str>) -> Value {
    text.map_or(Value::Undefined, Value::from)
}

fn number_value(number: &serde_json::Number) -> Value {
    if let Some(number) = number.as_i64() {
        Value::from(number)
    } else if let Some(number) = number.as_u64() {
        Value::from(number)
    } else {
        Value::from(number.as_f64().unwrap_or(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn equals_the_serialised_document() {
        let document: GraphDocument = super::super::testing::document(json!({
            "aws_s3_bucket": [{"name": "a", "attributes": {"acl": "private", "n": 1.5, "list": [null, true, {"x": -3}]},
                "unknown": [["rule", "*"], ["rule", 0, "id"]]}],
        }));
        let text = serde_json::to_string(&document).unwrap();
        assert_eq!(Input::new(&document).value, Value::from_json_str(&text).unwrap());
    }
}
