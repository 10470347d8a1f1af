//! Learning a risk model from judged pairs, and what there is to say of it. Deterministic: the same data give the same
//! model.

mod bootstrap;
mod card;
mod data;
mod evaluate;
mod features;
mod figures;
mod fit;
mod learn;
mod rank;
mod slices;

pub use card::card;
pub use data::{DataError, Dataset, Split, Tables, feature_line, feature_table};
pub use evaluate::{Estimate, Evaluation, evaluate};
pub use features::{MissingRepository, features};
pub use figures::{figures, figures_json};
pub use learn::{Learned, learn};
pub use slices::{Slice, Verdict};
