//! Flows of credentials as policies see them.

use super::{Class, CredentialFlow, Sink};
use crate::graph::document::steps;
use crate::graph::{DocumentPlace, ResourceGraph};
use serde::Serialize;

/// A place where credentials do not belong, and those that stand there.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentFlow {
    /// Where in the resource's attributes.
    pub path: Vec<serde_json::Value>,
    /// What kind of place that is.
    pub sink: Sink,
    /// What stands there; empty where it cannot be told whether there is a credential.
    pub credentials: Vec<DocumentCredential>,
}

/// A credential that stands somewhere.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DocumentCredential {
    /// What it is, in words, never its text: "`result` of random_password.db".
    pub what: String,
    /// What it opens.
    pub class: Class,
    /// Where it is made, and the attributes of other resources that hand it on, in order; empty where it is written
    /// at the place itself or set from outside.
    pub stations: Vec<DocumentPlace>,
}

impl DocumentFlow {
    pub(in crate::graph) fn new(flow: &CredentialFlow, graph: &ResourceGraph) -> DocumentFlow {
        let credentials = flow.credentials.iter().map(|credential| DocumentCredential {
            what: credential.what.clone(),
            class: credential.class,
            stations: credential
                .stations
                .iter()
                .filter_map(|(at, path)| {
                    Some(DocumentPlace { resource: graph.get(*at)?.id.to_string(), path: steps(path) })
                })
                .collect(),
        });
        DocumentFlow { path: steps(&flow.path), sink: flow.sink, credentials: credentials.collect() }
    }
}
