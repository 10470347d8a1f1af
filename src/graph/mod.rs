//! One graph of everything that is declared, Terraform and Kubernetes alike, and the document that policies see
//! of it. Knows no Rego.

mod attributes;
mod calls;
mod component;
mod credential;
mod document;
mod exposure;
mod fact;
mod given;
mod handed;
mod identity;
mod likeness;
mod link;
mod lookup;
mod outdated_api;
mod patched;
mod provider;
mod resource;
mod subgraph;
mod withheld;
mod workload;

pub use attributes::shown;
pub use calls::Calls;
pub use credential::words::names_a_secret;
pub use credential::written::{ISSUED, is_literal, is_part, is_secret_key, passwords_in_addresses};
pub use credential::{Class, Credential, CredentialFlow, DocumentCredential, DocumentFlow, Sink};
pub use document::{
    DocumentReference, DocumentResource, DocumentUnresolved, GraphDocument, Workload, WorkloadContainer,
};
pub use exposure::{
    DocumentExposure, DocumentOpening, DocumentReach, DocumentStation, Exposure, Reach, Standing,
};
pub use fact::{DocumentPlace, DocumentUnknown, Fact, FactHead};
pub use handed::Handed;
pub use identity::{
    Becoming, DocumentBecoming, DocumentEvidence, DocumentGrant, DocumentHolder, DocumentIdentity,
    DocumentRight, DocumentTarget, DocumentTrust, DocumentTrustCondition, Grant, Holder, Identity, Open,
    Part, Place, Power, Right, Sign, Trust, TrustCondition,
};
pub use likeness::{Marks, may_be, outline};
pub use link::{Reference, Relation, Unresolved};
pub use lookup::follow;
pub use outdated_api::{KubernetesTarget, OutdatedApi};
pub use patched::Patches;
pub use provider::RootProvider;
pub use resource::{OUTPUT, Resource, ResourceGraph, ResourceIndex};
pub use withheld::{Withheld, WithheldResource};
pub use workload::{PodContainer, PodTemplate, Role};

#[cfg(test)]
mod tests;
