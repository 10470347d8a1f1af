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
mod ledger;
mod rank;
mod retrain;
mod review;
mod slices;
mod triage;

pub use card::card;
pub use data::{DataError, Dataset, Labelled, Place, Split, Tables};
pub use evaluate::{Comparison, CurvePoint, Estimate, Evaluation, evaluate};
pub use features::{MissingRepository, features};
pub use figures::{figures, figures_json};
pub use learn::learn;
pub use ledger::{Action, BrokenLedger, Entry, Ledger};
pub use retrain::{Decision, retrain};
pub use review::{Check, Kept, review_model, review_slices, review_store};
pub use slices::{Slice, Verdict, slices};
pub use triage::{RankChange, Records, Triage, TriageError, rank_changes};
