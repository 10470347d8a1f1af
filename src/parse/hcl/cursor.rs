//! The parser's position in the text, its errors and its depth budget.

use super::ast::Name;
use super::{MAX_DEPTH, MAX_ERRORS, MAX_RECOVERIES};
use crate::source::{Diagnostic, FileId, Level, Span};
use std::collections::BTreeSet;

/// Why an item could not be read. Boxed in [`Parsed`], so that the good path stays small.
#[derive(Debug)]
pub(super) struct Failure {
    /// First byte of what is wrong.
    pub(super) start: usize,
    /// One past its last byte.
    pub(super) end: usize,
    /// What is wrong.
    pub(super) message: String,
    /// What to do.
    pub(super) help: Option<&'static str>,
    /// The text is well-formed, so its brackets tell where the item ends.
    pub(super) well_formed: bool,
}

impl Failure {
    /// The same with advice.
    pub(super) fn with_help(mut self: Box<Failure>, help: &'static str) -> Box<Failure> {
        self.help = Some(help);
        self
    }
}

/// What reading a piece of an item gives.
pub(super) type Parsed<T> = Result<T, Box<Failure>>;

/// Reads one text from front to back.
pub(super) struct Parser<'a> {
    pub(super) text: &'a str,
    /// Next byte; always at a character boundary.
    pub(super) at: usize,
    file: FileId,
    /// Where `text` begins in the file.
    offset: usize,
    /// Given to every node instead of its own place: the text is not literally in the file.
    pub(super) whole_span: Option<Span>,
    /// A newline ends the expression; else it is white space.
    pub(super) newline_ends: bool,
    /// Heredocs without an end: looking for one reads on to the end of the text, which is not done endlessly.
    pub(super) unended_heredocs: usize,
    /// Levels that enclose what is read now.
    depth: u32,
    /// Height of the tallest expression built on the present level.
    height: u32,
    /// Braces do not match up.
    pub(super) unbalanced: bool,
    /// Where braces and indentation contradict each other, indentation wins.
    pub(super) trust_indentation: bool,
    /// Where comments are, for who asks for them; text may be looked at more than once.
    pub(super) comments: Option<BTreeSet<(usize, usize)>>,
    diagnostics: Vec<Diagnostic>,
    unlisted: usize,
}

impl<'a> Parser<'a> {
    pub(super) fn new(file: FileId, text: &'a str, offset: usize) -> Parser<'a> {
        Parser {
            text,
            at: 0,
            file,
            offset,
            whole_span: None,
            newline_ends: true,
            unended_heredocs: 0,
            depth: 0,
            height: 0,
            unbalanced: false,
            trust_indentation: false,
            comments: None,
            diagnostics: Vec::new(),
            unlisted: 0,
        }
    }

    /// The same for a text that lies `depth` levels deep already.
    pub(super) fn below(mut self, depth: u32) -> Parser<'a> {
        self.depth = depth;
        self
    }

    /// The span of the bytes from `start` to `end` of the text.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        self.whole_span.unwrap_or_else(|| Span::new(self.file, self.offset + start, self.offset + end))
    }

    /// The span from `start` to the present position.
    pub(super) fn since(&self, start: usize) -> Span {
        self.span(start, self.at)
    }

    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The byte `ahead` bytes after the next one.
    pub(super) fn byte_after(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    pub(super) fn looking_at(&self, token: &str) -> bool {
        self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(token.as_bytes()))
    }

    pub(super) fn eat(&mut self, token: &str) -> bool {
        let found = self.looking_at(token);
        if found {
            self.at += token.len();
        }
        found
    }

    /// At the word `keyword`, not merely at a longer name that begins with it.
    pub(super) fn at_keyword(&self, keyword: &str) -> bool {
        self.looking_at(keyword)
            && !self.slice(self.at + keyword.len(), self.text.len()).starts_with(is_name_continue)
    }

    pub(super) fn eat_keyword(&mut self, keyword: &str) -> bool {
        let found = self.at_keyword(keyword);
        if found {
            self.at += keyword.len();
        }
        found
    }

    /// Reads a name, if one begins here.
    pub(super) fn name(&mut self) -> Option<Name> {
        let rest = self.rest();
        if !rest.starts_with(is_name_start) {
            return None;
        }
        let length = rest.find(|c| !is_name_continue(c)).unwrap_or(rest.len());
        let start = self.at;
        self.at += length;
        Some(Name { text: self.slice(start, self.at).into(), span: self.since(start) })
    }

    /// Skips white space and comments; newlines and comments that run to one only where a newline means nothing.
    pub(super) fn skip_space(&mut self) {
        loop {
            match self.byte() {
                Some(b' ' | b'\t') => self.at += 1,
                Some(b'\r') if !self.newline_ends || self.byte_after(1) != Some(b'\n') => self.at += 1,
                Some(b'\n') if !self.newline_ends => self.at += 1,
                Some(b'/') if self.byte_after(1) == Some(b'*') => self.skip_block_comment(),
                Some(b'#') if !self.newline_ends => self.skip_line(),
                Some(b'/') if !self.newline_ends && self.byte_after(1) == Some(b'/') => self.skip_line(),
                _ => return,
            }
        }
    }

    /// Skips everything that may stand between items.
    pub(super) fn skip_between_items(&mut self) {
        self.with_newlines_free(Parser::skip_space);
    }

    /// A comment that is never closed runs to the end of the text.
    fn skip_block_comment(&mut self) {
        let start = self.at;
        match self.slice(start + 2, self.text.len()).find("*/") {
            Some(length) => {
                self.at = start + 2 + length + 2;
                self.note_comment(start);
            }
            None => {
                self.at = self.text.len();
                let failure = self.failure(start, start + 2, "this comment is never closed".to_owned());
                self.report(&failure);
            }
        }
    }

    /// Moves past a comment to the end of the line, before its newline.
    pub(super) fn skip_line(&mut self) {
        let start = self.at;
        self.at += self.rest().find('\n').unwrap_or(self.rest().len());
        self.note_comment(start);
    }

    fn note_comment(&mut self, start: usize) {
        let end = self.at;
        self.comments.iter_mut().for_each(|comments| {
            comments.insert((start, end));
        });
    }

    /// Nothing but a comment before the end of the line. White space has been skipped.
    pub(super) fn at_line_end(&self) -> bool {
        matches!(self.byte(), None | Some(b'\n' | b'#')) || self.looking_at("\r\n") || self.looking_at("//")
    }

    pub(super) fn with_newlines_free<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.with_newlines(false, read)
    }

    pub(super) fn with_newlines<T>(&mut self, end: bool, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.newline_ends, end);
        let result = read(self);
        self.newline_ends = before;
        result
    }

    /// Reads one level deeper, if the budget allows it.
    pub(super) fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= MAX_DEPTH {
            return Err(self.too_deep());
        }
        let beside = std::mem::take(&mut self.height);
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        self.height = beside.max(self.height + 1);
        result
    }

    /// Notes that an operator was put on top of what has been read on this level: chains of operators grow to
    /// the left, where reading them does not recurse but walking them does.
    pub(super) fn grow(&mut self) -> Parsed<()> {
        self.height += 1;
        if self.depth + self.height > MAX_DEPTH { Err(self.too_deep()) } else { Ok(()) }
    }

    fn too_deep(&self) -> Box<Failure> {
        let mut failure = self.unexpected(&format!("nested more than {MAX_DEPTH} levels deep"));
        failure.well_formed = true;
        failure
            .with_help("split the expression with `locals`; generated files can be left out with --exclude")
    }

    pub(super) fn failure(&self, start: usize, end: usize, message: String) -> Box<Failure> {
        Box::new(Failure { start, end, message, help: None, well_formed: false })
    }

    /// A failure at the word or character that comes next.
    pub(super) fn unexpected(&self, message: &str) -> Box<Failure> {
        let rest = self.rest();
        let word = rest.find(|c| !is_name_continue(c)).unwrap_or(rest.len());
        let length = if word > 0 { word } else { rest.chars().next().map_or(0, char::len_utf8) };
        self.failure(self.at, self.at + length, message.to_owned())
    }

    /// Notes an error and lets reading go on.
    pub(super) fn report(&mut self, failure: &Failure) {
        let diagnostic = self.diagnostic(failure);
        // White space, and with it a comment that is never closed, may be looked at more than once.
        if self.diagnostics.contains(&diagnostic) {
            return;
        }
        if self.diagnostics.len() < MAX_ERRORS {
            self.diagnostics.push(diagnostic);
        } else {
            self.unlisted += 1;
        }
    }

    pub(super) fn diagnostic(&self, failure: &Failure) -> Diagnostic {
        let span = self.span(failure.start, failure.end);
        let diagnostic = Diagnostic::at(Level::Error, "hcl-syntax", span, failure.message.clone());
        match failure.help {
            Some(help) => diagnostic.with_help(help),
            None => diagnostic,
        }
    }

    /// So much is wrong that this is no file of the language.
    pub(super) fn is_hopeless(&self) -> bool {
        self.unlisted > MAX_RECOVERIES
    }

    /// Everything reported, in the order of the text.
    pub(super) fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        self.diagnostics.sort_by_key(|diagnostic| diagnostic.span.map(|span| span.start));
        if self.unlisted > 0 {
            let more = if self.is_hopeless() { "at least " } else { "" };
            let message = format!("{more}{} more syntax errors in this file", self.unlisted);
            let span = self.span(self.text.len(), self.text.len());
            self.diagnostics.push(Diagnostic::at(Level::Error, "hcl-syntax", span, message));
        }
        self.diagnostics
    }
}

/// May begin a name.
pub(super) fn is_name_start(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_' || (!c.is_ascii() && unicode_ident::is_xid_start(c))
}

/// May continue a name.
pub(super) fn is_name_continue(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-' || (!c.is_ascii() && unicode_ident::is_xid_continue(c))
}
