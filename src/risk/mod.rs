//! How urgent a finding is beside the others of its repository: a ranking aid, no probability. It never adds, drops
//! or hides a finding.
//!
//! Features are measured on the graph ([`measure`]), a model gives each of their levels points ([`model`]), and the
//! points of a finding add up to its score exactly ([`score`]).

pub mod drift;
pub mod feature;
pub mod measure;
pub mod model;
pub mod score;

pub use drift::{Drift, Observed, Reference, drift};
pub use feature::{FEATURES, Feature, Group};
pub use measure::{Gauge, Level, Measurement, WayStation, statement_of};
pub use model::{Adjustment, BUILTIN, Bands, Model, ModelError, Points};
pub use score::{Band, Contribution, RiskScore, score};
