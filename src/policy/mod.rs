//! Rules: their headers, their Rego, the engine that runs them. Knows no HCL and no YAML.

mod metadata;
mod violation;

pub use metadata::{Custom, Metadata, Profile, Rule, Severity};
pub use violation::{Outcome, Violation};
