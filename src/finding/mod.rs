//! Violations placed in source text: one primary line a person can change, the way the value took, instances
//! grouped by root cause, a fingerprint that survives edits elsewhere.

mod model;

pub use model::{ChainLink, Finding, Instance, Location, ResourceLabel, State};
