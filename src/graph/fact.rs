//! What the graph tells of a resource beyond its own attributes, as documents write it.

use super::GraphDocument;
use serde::Serialize;
use std::collections::BTreeSet;

/// A place in a resource's attributes: what a policy gives as an element of `needs` or `evidence`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct DocumentPlace {
    /// Id of the resource.
    pub resource: String,
    /// The path below its attributes.
    pub path: Vec<serde_json::Value>,
}

/// Something that would have to be known for a fact to be complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct DocumentUnknown {
    /// Where it is.
    #[serde(flatten)]
    pub place: DocumentPlace,
    /// The fields of the fact that it leaves open, as paths; where none is named, all of them. A policy that reads others
    /// has decided without it.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub leaves_open: BTreeSet<Vec<String>>,
}

impl From<DocumentPlace> for DocumentUnknown {
    /// Leaves everything open.
    fn from(place: DocumentPlace) -> DocumentUnknown {
        DocumentUnknown { place, leaves_open: BTreeSet::new() }
    }
}

/// Something derived about a resource, as an element of a list of `input`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Fact<T> {
    /// Id of the resource; what a policy returns as `resource`.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its position under that kind.
    pub index: usize,
    /// What is derived.
    #[serde(flatten)]
    pub what: T,
    /// What would have to be known for the fact to be complete. A policy that keeps silent about a fact of which it reads
    /// what is open has decided nothing.
    pub unknown: Vec<DocumentUnknown>,
}

/// The head of a fact, whatever it says.
#[derive(Clone, Copy, Debug)]
pub struct FactHead<'d> {
    /// Id of the resource.
    pub id: &'d str,
    /// What would have to be known.
    pub unknown: &'d [DocumentUnknown],
    /// The provider that it is about, where it is about one: `aws`.
    pub provider: Option<&'d str>,
}

impl GraphDocument {
    /// The facts in a list of the document; none in lists of anything else.
    pub fn facts(&self, list: &str) -> Vec<FactHead<'_>> {
        match list {
            "outdated_apis" => heads(&self.outdated_apis),
            "exposures" => heads(&self.exposures),
            "identities" => {
                let heads = heads(&self.identities).into_iter().zip(&self.identities);
                heads.map(|(head, fact)| FactHead { provider: Some(fact.what.provider), ..head }).collect()
            }
            // A flow that is not certain is an element of its own, which the policy on its place hands on as `needs`:
            // what is unknown there leaves the policies on other places decided.
            "credential_flows" => {
                let head = |id| FactHead { id, unknown: &[], provider: None };
                self.credential_flows.iter().map(|flow| head(flow.id.as_str())).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The lists that policies see beside resources, workloads and providers, by name; an error for one that cannot be
    /// written.
    pub fn lists(&self) -> Vec<(&'static str, Result<serde_json::Value, serde_json::Error>)> {
        vec![
            ("outdated_apis", serde_json::to_value(&self.outdated_apis)),
            ("partial_scopes", serde_json::to_value(&self.partial_scopes)),
            ("unresolved", serde_json::to_value(&self.unresolved)),
            ("exposures", serde_json::to_value(&self.exposures)),
            ("reach", serde_json::to_value(&self.reach)),
            ("identities", serde_json::to_value(&self.identities)),
            ("credential_flows", serde_json::to_value(&self.credential_flows)),
        ]
    }
}

fn heads<T>(facts: &[Fact<T>]) -> Vec<FactHead<'_>> {
    facts.iter().map(|fact| FactHead { id: &fact.id, unknown: &fact.unknown, provider: None }).collect()
}
