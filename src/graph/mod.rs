//! One graph of everything that is declared, Terraform and Kubernetes alike, and the document that policies see
//! of it. Knows no Rego.

mod document;
mod resource;

pub use document::{DocumentReference, DocumentResource, GraphDocument, Workload, WorkloadContainer};
pub use resource::{Reference, Resource, ResourceGraph, ResourceIndex};
