//! What a run has to say, in the formats people and tools read: one file a format.

mod model;

pub use model::{DiagnosticEntry, Report, SkippedFiles, Summary};
