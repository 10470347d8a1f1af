//! The providers of Terraform's root modules.

use crate::evaluate::terraform::EvaluatedModule;
use serde::Serialize;

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
