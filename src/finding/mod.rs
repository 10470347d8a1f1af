//! Violations placed in source text: one primary line a person can change, the way the value took, instances
//! grouped by root cause, a fingerprint that survives edits elsewhere.

mod alike;
mod aside;
mod baseline;
mod covered;
mod environments;
mod evidence;
mod fingerprint;
mod locate;
mod lowering;
mod made_of;
mod model;
mod names;
mod other_linters;
mod place;
mod put;
mod sensitive;
mod suppress;
mod trace;
mod twins;
mod unknown;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod layers_tests;
#[cfg(test)]
mod tests;

pub use aside::aside;
pub use baseline::{Baseline, Known};
pub use environments::merge;
pub use fingerprint::without_instance_keys;
pub use lowering::{Appearance, Change, Effect, Lowering, Lowerings, Stop};
pub use model::{ChainLink, Fault, Finding, Instance, Location, ResourceLabel, State, Suppression};
pub use names::{Misnamed, SHORTEST_PREFIX, is_fingerprint, named};
pub use place::{line_of, location, place, place_suppressing};
pub use sensitive::sensitive_spans;
pub use suppress::{Resolve, Suppressions, day};
pub use trace::written;
