//! YAML documents as Kubernetes' tools read them.

mod builder;
mod scalar;

use super::tree::Node;
use crate::source::{Diagnostic, FileId, Sources, Span};
use builder::Builder;
use granit_parser::{ErrorKind, Event, Parser};
use std::ops::Range;

/// Levels of collections inside each other that are read, aliases expanded. Whoever walks the tree may recurse.
pub const MAX_DEPTH: u32 = 200;

/// Nodes one document may have with its aliases expanded: enough for every real file, little enough to walk.
pub const MAX_NODES: u64 = 1_000_000;

/// Diagnostics listed for one file; the rest is summed up in one line.
const MAX_DIAGNOSTICS: usize = 50;

/// A file's documents. Each one is in one of the lists.
#[derive(Debug, Default)]
pub struct Documents {
    /// Those that hold something.
    pub nodes: Vec<Node>,
    /// Places of those that hold nothing, or comments alone.
    pub empty: Vec<Span>,
    /// Places where those that could not be read go wrong; a diagnostic says of each why.
    pub broken: Vec<Span>,
}

/// Reads every document of a file. A broken document is an error; the others survive. Documents that hold
/// nothing (comments alone) are left out.
pub fn parse(sources: &Sources, id: FileId) -> (Vec<Node>, Vec<Diagnostic>) {
    parse_text(id, &sources.file(id).text)
}

/// The same with an account of every document.
pub fn documents(sources: &Sources, id: FileId) -> (Documents, Vec<Diagnostic>) {
    documents_of(id, &sources.file(id).text)
}

/// Where the comments are in a text, in order.
pub(super) fn comments(text: &str) -> Vec<Range<usize>> {
    let options = granit_parser::options! { emit_comments: true, emit_unresolved_aliases: true };
    let mut events = Parser::new_from_str_with_options(text, options);
    let mut found = Vec::new();
    loop {
        match events.next_event() {
            None | Some(Ok((Event::StreamEnd, _))) => break,
            Some(Ok((Event::Comment(..), place))) => found.extend(place.byte_range()),
            Some(Ok(_)) => {}
            Some(Err(_)) if !matches!(events.proceed_next_document(), Ok(true)) => break,
            Some(Err(_)) => {}
        }
    }
    found
}

/// The same for a text; the spans of what is in it count from its start.
pub fn parse_text(id: FileId, text: &str) -> (Vec<Node>, Vec<Diagnostic>) {
    let (documents, diagnostics) = documents_of(id, text);
    (documents.nodes, diagnostics)
}

fn documents_of(id: FileId, text: &str) -> (Documents, Vec<Diagnostic>) {
    let options = granit_parser::options! { emit_comments: false, emit_unresolved_aliases: true };
    let mut events = Parser::new_from_str_with_options(text, options);
    let mut builder = Builder::new(id, text);
    let mut documents = Documents::default();
    loop {
        match events.next_event() {
            None | Some(Ok((Event::StreamEnd, _))) => break,
            Some(Ok((Event::DocumentEnd, _))) => match builder.finish_document() {
                Some(node) => documents.nodes.push(node),
                None => documents.empty.push(builder.place()),
            },
            Some(Ok((event, place))) => {
                if builder.take(event, place) {
                    continue;
                }
                documents.broken.push(builder.place());
                builder.abandon_document();
                if !matches!(events.proceed_next_document(), Ok(true)) {
                    break;
                }
            }
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or_default();
                match error.kind() {
                    ErrorKind::RecursionLimitExceeded => builder.too_deep(at),
                    _ => builder.syntax_error(at, &error.info()),
                }
                documents.broken.push(builder.place_of(at));
                builder.abandon_document();
                if !matches!(events.proceed_next_document(), Ok(true)) {
                    break;
                }
            }
        }
    }
    (documents, builder.into_diagnostics())
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
