//! Files: finding, recognising and reading them, and places inside them. The only layer that reads files.

mod diagnostic;
mod span;
mod store;

pub use diagnostic::{Diagnostic, Level};
pub use span::{FileId, LineIndex, Position, Span};
pub use store::{FileKind, ReadError, SourceFile, Sources};
