//! From settings to a report, through every layer. Prints nothing, reads neither environment nor clock.

mod answer;
pub mod cases;
mod check;
mod configuration;
mod handed;
mod models;
mod pipeline;
mod progress;
mod selection;
mod settings;

pub use answer::Questioned;
pub use check::{check, diagnostics_only, graph, load_policies, rules};
pub use configuration::{CONFIGURATION_NAMES, Configuration, Configured, configured};
pub use progress::{Progress, Stage};
pub use selection::{RuleSet, Selection, matching, near};
pub use settings::{Outcome, Settings, Variable, Verdict};
