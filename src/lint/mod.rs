//! From settings to a report, through every layer. Prints nothing, reads neither environment nor clock.

mod answer;
mod audit;
mod baseline;
pub mod cases;
mod change;
mod check;
mod configuration;
mod found;
mod graph;
mod handed;
mod models;
pub mod mutate;
mod pipeline;
mod policies;
mod progress;
mod rating;
mod scaffold;
mod selection;
mod settings;
mod summary;
mod unread;
mod unrendered;
mod unruled;
mod whatif;

pub use answer::Questioned;
pub use check::{check, diagnostics_only};
pub use configuration::{CONFIGURATION_NAMES, Configuration, Configured, configured};
pub use graph::{GraphRequest, Graphed, graph};
pub use policies::{load_policies, rules};
pub use progress::{Progress, Stage};
pub use rating::{ModelSource, Order, Rating};
pub use scaffold::{NewRule, Scaffold, scaffold};
pub use selection::{OfFile, RuleSet, Selection, matching, near};
pub use settings::{Outcome, Settings, Variable, Verdict};
pub use whatif::{explained, plan};
