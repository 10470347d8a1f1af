//! Trees to values: what a configuration means, what cannot be known before it is applied, and where each
//! value came from. Never fails: what could not be worked out is an unknown value with a reason.

pub mod heredoc;
pub mod json_text;
mod number;
mod origin;
mod path;
mod text_map;
mod value;
pub mod kubernetes;
pub mod terraform;

pub use number::Number;
pub use origin::{Barren, Link, LinkKind, Origin};
pub use path::{Path, Step};
pub use text_map::TextMap;
pub use value::{Data, MappingKind, OneOf, Part, Reason, ResourceId, SequenceKind, Unknown, Value};
