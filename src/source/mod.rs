//! Files: finding, recognising and reading them, and places inside them. The only layer that reads files.

mod diagnostic;
mod digest;
mod discover;
mod kind;
mod named;
mod span;
mod store;

pub use diagnostic::{Diagnostic, Level};
pub use digest::digest;
pub use discover::{DiscoverOptions, Discovery, discover, from_here, read_tree, top};
pub use named::read_named;
pub use span::{FileId, LineIndex, Position, Span};
pub use store::{Entry, FileKind, MAX_FILE_SIZE, ReadError, SourceFile, Sources};

#[cfg(test)]
mod tests;
