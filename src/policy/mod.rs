//! Rules: their headers, their Rego, the engine that runs them. Knows no HCL and no YAML.

mod body;
pub mod compile;
mod engine;
mod filled;
mod input;
mod machine;
mod open;
mod overlays;
mod results;
mod rule;
mod set;
mod suite;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod undecided;
mod violation;

pub use compile::{Custom, Effort, Gain, Metadata, Origin, Profile, Severity, WorstCase};
pub use engine::{PolicyRun, run};
pub use rule::Rule;
pub use set::PolicySet;
pub use suite::{TestReport, TestResult, TestedModule, test};
pub use violation::{Awaited, Evidence, Outcome, Violation};
