//! Files: finding, recognising and reading them, and places inside them. The only layer that reads files.

mod diagnostic;
mod digest;
mod discover;
mod kind;
mod named;
mod paths;
mod span;
mod store;
mod template;
mod tree;

pub use diagnostic::{Diagnostic, Level};
pub use digest::digest;
pub use discover::{Bound, DiscoverOptions, Discovery, discover, discover_within};
pub use named::read_named;
pub use paths::{directory, from_here, top};
pub use span::{FileId, LineIndex, Position, Span};
pub use store::{Entry, FileKind, MAX_FILE_SIZE, ReadError, SourceFile, Sources};
pub use tree::read_tree;

#[cfg(test)]
mod tests;
