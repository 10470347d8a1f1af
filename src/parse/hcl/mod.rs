//! Terraform's syntaxes, native and JSON, read into one tree.
//!
//! The native syntax has a parser of its own, because a linter needs all of: a tree for every block beside a
//! broken one, the very text Terraform makes of heredocs and strip markers, numbers as written, and bounded
//! depth. What it accepts is what Terraform 1.11 accepts.

pub mod ast;
mod body;
mod collection;
mod cursor;
mod expression;
mod json;
mod json_blocks;
mod names;
mod recovery;
mod template;

use crate::source::{Diagnostic, FileId, FileKind, Sources};
use ast::{Expr, HclFile};
use cursor::Parser;
use std::collections::BTreeSet;
use std::ops::Range;

/// Levels of blocks and expressions inside each other that are read; what lies deeper is an error. Whoever
/// walks the tree may recurse: it is never deeper than this.
pub const MAX_DEPTH: u32 = 200;

/// Syntax errors listed for one file; the rest is summed up in one line.
const MAX_ERRORS: usize = 20;

/// Errors beyond those listed after which the rest of a file is not read.
const MAX_RECOVERIES: usize = 1_000;

/// Reads a file in the syntax its kind says. Never fails: the tree holds what could be read, an attribute whose
/// value could not be read is [`ast::ExprKind::Invalid`].
pub fn parse(sources: &Sources, id: FileId) -> (HclFile, Vec<Diagnostic>) {
    let file = sources.file(id);
    match file.kind {
        FileKind::TerraformJson => json::configuration(id, &file.text),
        FileKind::VariablesJson => json::variables(id, &file.text),
        _ => parse_native(id, &file.text),
    }
}

/// Reads the native syntax out of the text of a file.
fn parse_native(id: FileId, text: &str) -> (HclFile, Vec<Diagnostic>) {
    let mut parser = Parser::new(id, text, 0);
    let mut body = parser.file();
    if parser.unbalanced {
        // A brace is missing or left over: read again, trusting the indentation where braces contradict it.
        parser = Parser::new(id, text, 0);
        parser.trust_indentation = true;
        body = parser.file();
    }
    (HclFile { file: id, body, json: false }, parser.into_diagnostics())
}

/// Where the comments are in a text of the native syntax, in order. What is in strings and heredocs is none.
pub(super) fn comments(text: &str) -> Vec<Range<usize>> {
    let read = |trust_indentation| {
        let mut parser = Parser::new(FileId::NONE, text, 0);
        parser.comments = Some(BTreeSet::new());
        parser.trust_indentation = trust_indentation;
        parser.file();
        parser
    };
    let first = read(false);
    let read = if first.unbalanced { read(true) } else { first };
    read.comments.into_iter().flatten().map(|(start, end)| start..end).collect()
}

/// Reads one expression. `offset` is where `text` begins in the file, so that spans point into it.
pub fn parse_expression(id: FileId, text: &str, offset: usize) -> Result<Expr, Diagnostic> {
    let mut parser = Parser::new(id, text, offset);
    match parser.lone_expression() {
        Ok(expr) => parser.into_diagnostics().into_iter().next().map_or(Ok(expr), Err),
        Err(failure) => Err(parser.diagnostic(&failure)),
    }
}

/// Reads the value of an attribute that stands alone, as if `x =` were before it: a newline ends it.
pub fn parse_value(id: FileId, text: &str) -> Result<Expr, Diagnostic> {
    let mut parser = Parser::new(id, text, 0);
    match parser.lone_value() {
        Ok(expr) => parser.into_diagnostics().into_iter().next().map_or(Ok(expr), Err),
        Err(failure) => Err(parser.diagnostic(&failure)),
    }
}

/// Reads a template without quotes around it, as `templatefile` does. `offset` is where `text` begins in the file.
pub fn parse_template(id: FileId, text: &str, offset: usize) -> Result<Expr, Diagnostic> {
    let mut parser = Parser::new(id, text, offset);
    match parser.bare_template() {
        Ok(expr) => parser.into_diagnostics().into_iter().next().map_or(Ok(expr), Err),
        Err(failure) => Err(parser.diagnostic(&failure)),
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
