//! One graph of everything that is declared, Terraform and Kubernetes alike, and the document that policies see
//! of it. Knows no Rego.

mod attributes;
mod calls;
mod document;
mod json_text;
mod kubernetes;
mod lookup;
mod names;
mod provider;
mod resource;
mod selector;
mod terraform;
mod withheld;
mod workload;

pub use calls::Calls;
pub use document::{DocumentReference, DocumentResource, GraphDocument, Workload, WorkloadContainer};
pub use provider::RootProvider;
pub use resource::{Reference, Resource, ResourceGraph, ResourceIndex};
pub use withheld::{Withheld, WithheldResource};
pub use workload::PodTemplate;

#[cfg(test)]
mod tests;
