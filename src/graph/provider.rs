//! The providers of Terraform's root modules, and their configurations.

use super::Resource;
use super::credential::words::names_a_secret;
use super::given::given;
use crate::evaluate::terraform::{Configuration, EvaluatedModule};
use crate::evaluate::{Data, Reason, Value};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the kind of a provider's configuration begins with: `provider.aws`.
const KIND: &str = "provider.";

/// Levels of a configuration that are gone down.
const MAX_DEPTH: usize = 64;

/// A provider that a root module needs, itself or for a module it calls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct RootProvider {
    /// Directory of the root module.
    pub root: String,
    /// `registry.terraform.io/hashicorp/aws`.
    pub source: String,
    /// What modules call it, a resource's `provider`: `aws`.
    pub names: Vec<String>,
    /// The version that `.terraform.lock.hcl` has chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// What modules require of its version.
    pub constraints: Vec<String>,
}

impl RootProvider {
    /// Those of a root module, ordered by source.
    pub(super) fn of(module: &EvaluatedModule) -> Vec<RootProvider> {
        let listed = |texts: &std::collections::BTreeSet<std::sync::Arc<str>>| {
            texts.iter().map(|text| text.to_string()).collect()
        };
        let providers = module.providers.iter().map(|(source, provider)| RootProvider {
            root: module.root.to_string(),
            source: source.to_string(),
            names: listed(&provider.names),
            version: provider.version.as_deref().map(str::to_owned),
            constraints: listed(&provider.constraints),
        });
        providers.collect()
    }
}

/// Whether a kind is one of configurations of providers.
pub(super) fn is_configuration(kind: &str) -> bool {
    kind.starts_with(KIND)
}

impl Resource {
    /// The configuration of a provider. Nothing is made, but what it says decides how all else is.
    pub(super) fn of_configuration(root: &Arc<str>, configuration: &Configuration) -> Resource {
        Resource {
            id: configuration.id.clone(),
            address: configuration.address.clone(),
            root: root.clone(),
            kind: format!("{KIND}{}", configuration.kind).into(),
            name: configuration.alias.as_ref().unwrap_or(&configuration.name).clone(),
            provider: configuration.name.clone(),
            module: configuration.module.clone(),
            namespace: None,
            api_version: None,
            manifest: false,
            header: configuration.header,
            object_header: None,
            foreign_call: configuration.foreign_call,
            attributes: as_written(&configuration.attributes, MAX_DEPTH),
        }
    }
}

/// A configuration in which those credentials are unknown that were given for this run alone: they are where they
/// belong, and nobody can read them in a file.
fn as_written(value: &Value, depth: usize) -> Value {
    let data = match &value.data {
        _ if depth == 0 => return value.clone(),
        Data::Sequence(kind, items) => {
            let items = items.iter().map(|item| as_written(item, depth - 1)).collect();
            Data::Sequence(*kind, Arc::new(items))
        }
        Data::Mapping(kind, entries) => {
            let entry = |(name, entry): (&Arc<str>, &Value)| {
                let written = match given(&entry.origin).filter(|_| names_a_secret(name)) {
                    Some(variable) => {
                        let unknown = Value::unknown(Reason::Given(variable), entry.origin.clone());
                        Value { sensitive: entry.sensitive, ..unknown }
                    }
                    None => as_written(entry, depth - 1),
                };
                (name.clone(), written)
            };
            Data::Mapping(*kind, Arc::new(entries.iter().map(entry).collect::<BTreeMap<_, _>>()))
        }
        _ => return value.clone(),
    };
    Value { data, ..value.clone() }
}
