//! Files, blocks and attributes, and what to do where one of them is broken.

use super::ast::{Attribute, Block, Body, Expr, ExprKind, Name};
use super::cursor::{Failure, Parsed, Parser, is_name_start};
use crate::source::Span;
use rustc_hash::FxHashMap;

/// Lines looked through for a better closing brace.
const LINES_AHEAD: usize = 200;

/// A block whose closing brace is awaited.
#[derive(Clone, Copy)]
pub(super) struct Open {
    /// From the kind to the last label.
    header: (usize, usize),
    /// Column of the header, if it is the first thing on its line.
    indent: Option<usize>,
    /// The body goes on behind the brace, on the same line.
    one_line: bool,
}

/// How a body came to its end.
enum End {
    Closed,
    /// The closing brace is missing; the text goes on with something that belongs further out.
    Missing,
}

impl Parser<'_> {
    /// The whole text as the body of a file.
    pub(super) fn file(&mut self) -> Body {
        self.eat("\u{feff}");
        let (mut body, _) = self.body(None);
        body.span = self.span(0, self.text.len());
        body
    }

    /// Items up to the closing brace, which is eaten, or the end of the text.
    fn body(&mut self, open: Option<Open>) -> (Body, End) {
        let start = self.at;
        let mut body = Body { attributes: Vec::new(), blocks: Vec::new(), span: self.since(start) };
        let mut names = FxHashMap::default();
        let mut end = End::Missing;
        let mut one_line = open.is_some_and(|open| open.one_line);
        loop {
            self.skip_between_items();
            body.span = self.since(start);
            if self.is_hopeless() {
                self.at = self.text.len();
            }
            match (self.byte(), open) {
                (None, Some(open)) => {
                    self.unclosed(open, "the end of the file");
                    break;
                }
                (None, None) => break,
                (Some(b'}'), Some(open)) => match self.brace(open) {
                    Brace::Closes => {
                        self.at += 1;
                        end = End::Closed;
                        break;
                    }
                    Brace::ClosesOuter => {
                        self.unclosed(open, "a brace that closes the block around it");
                        break;
                    }
                    Brace::Stray => self.stray_brace(),
                },
                (Some(b'}'), None) => self.stray_brace(),
                (Some(_), Some(open)) if self.trust_indentation && self.at_outer_header() => {
                    self.unclosed(open, "the next block");
                    break;
                }
                (Some(_), _) => self.item(&mut body, &mut names, std::mem::take(&mut one_line)),
            }
        }
        (body, end)
    }

    fn unclosed(&mut self, open: Open, before: &str) {
        if !std::mem::replace(&mut self.unbalanced, true) || self.trust_indentation {
            let message = format!("this block is not closed before {before}");
            let failure = self.failure(open.header.0, open.header.1, message);
            self.report(&failure.with_help("its `}` is missing, or a brace or quote inside it is"));
        }
    }

    fn stray_brace(&mut self) {
        self.unbalanced = true;
        let failure = self.unexpected("there is no open block for this `}` to close");
        self.report(&failure);
        self.at += 1;
    }

    /// What the closing brace at this place means for the open block.
    fn brace(&self, open: Open) -> Brace {
        match (self.trust_indentation, self.indent_of(self.at), open.indent) {
            (true, Some(brace), Some(header)) if brace < header => Brace::ClosesOuter,
            (true, Some(brace), Some(header)) if brace > header && self.closed_later(header) => Brace::Stray,
            _ => Brace::Closes,
        }
    }

    /// A later line has a closing brace in column `indent`, with nothing further left before it.
    fn closed_later(&self, indent: usize) -> bool {
        let lines = self.rest().split('\n').skip(1).take(LINES_AHEAD);
        let first = lines.map(|line| line.trim_end()).find(|line| {
            let text = line.trim_start();
            !text.is_empty() && !text.starts_with('#') && line.len() - text.len() <= indent
        });
        first.is_some_and(|line| {
            line.trim_start().starts_with('}') && line.len() - line.trim_start().len() == indent
        })
    }

    /// A top-level block begins here, in the first column: no open block can be meant to hold it.
    fn at_outer_header(&self) -> bool {
        self.indent_of(self.at) == Some(0) && self.at_top_level_header()
    }

    /// Bytes of white space before `at` on its line, if there is nothing else before it.
    pub(super) fn indent_of(&self, at: usize) -> Option<usize> {
        let before = self.slice(0, at);
        let line = before.trim_end_matches([' ', '\t']);
        (line.is_empty() || line.ends_with('\n') || line == "\u{feff}").then_some(before.len() - line.len())
    }

    /// One attribute or block. `one_line`: it is the only one allowed before the closing brace.
    fn item(&mut self, body: &mut Body, names: &mut FxHashMap<String, Span>, one_line: bool) {
        let start = self.at;
        let outcome = self.with_newlines(true, |parser| match parser.name() {
            Some(name) => parser.named_item(start, name, body, names, one_line),
            None => Err(parser.no_item()),
        });
        if let Err(failure) = outcome {
            self.report(&failure);
            self.recover(start, &failure);
        }
    }

    fn no_item(&self) -> Box<Failure> {
        let failure = self.unexpected("expected the name of an attribute or block");
        if self.byte() == Some(b'"') {
            return failure.with_help("names of attributes stand without quotes here");
        }
        failure
    }

    fn named_item(
        &mut self,
        start: usize,
        name: Name,
        body: &mut Body,
        names: &mut FxHashMap<String, Span>,
        one_line: bool,
    ) -> Parsed<()> {
        self.skip_space();
        if self.byte() == Some(b'=') && self.byte_after(1) != Some(b'=') {
            self.at += 1;
            let attribute = self.attribute(start, name, one_line);
            if names.insert(attribute.name.text.to_string(), attribute.name.span).is_none() {
                body.attributes.push(attribute);
                return Ok(());
            }
            let message = format!("`{}` is set twice in this block", attribute.name.text);
            let length = attribute.name.text.len();
            let failure = self.failure(start, start + length, message);
            self.report(&failure.with_help("the first one counts; remove the other"));
            return Ok(());
        }
        if matches!(self.byte(), Some(b'"' | b'{'))
            || self.rest().starts_with(is_name_start)
            || self.brace_comes_later()
        {
            let block = self.nested(|parser| parser.block(start, name))?;
            body.blocks.push(block);
            if one_line {
                let failure = self.failure(start, self.at, "a block inside a one-line block".to_owned());
                self.report(&failure.with_help("put it on a line of its own"));
            }
            return Ok(());
        }
        Err(self
            .unexpected("expected `=` and a value, or the labels and `{` of a block")
            .with_help("an attribute is written `name = value`, a block `kind \"label\" { ... }`"))
    }

    /// Behind the `=`. A value that cannot be read is reported and stands as invalid.
    fn attribute(&mut self, start: usize, name: Name, one_line: bool) -> Attribute {
        let value_start = self.at;
        let value = self.expression().and_then(|value| {
            let end = self.at;
            self.skip_space();
            let closes = self.byte() == Some(b'}');
            if closes && !one_line {
                let failure = self.unexpected("expected a newline before the `}` that ends the block");
                self.report(&failure);
            }
            if !closes && (one_line || !self.at_line_end()) {
                return Err(self.after_value(one_line));
            }
            self.at = end;
            Ok(value)
        });
        let value = value.unwrap_or_else(|failure| {
            self.report(&failure);
            self.recover(start, &failure);
            // What is wrong may be the brace that ends the block, which is no part of the value.
            let end = failure.end.min(self.at).max(value_start);
            Expr { kind: ExprKind::Invalid, span: self.span(value_start, end) }
        });
        let span = name.span.to(value.span);
        Attribute { name, value, span }
    }

    fn after_value(&self, one_line: bool) -> Box<Failure> {
        if one_line {
            return self
                .unexpected("a one-line block holds only one attribute")
                .with_help("put each attribute on a line of its own");
        }
        self.unexpected("expected a newline after the value")
    }

    /// Behind the kind.
    fn block(&mut self, start: usize, kind: Name) -> Parsed<Block> {
        let mut labels = Vec::new();
        let mut header_end = start + kind.text.len();
        loop {
            self.skip_space();
            match self.byte() {
                Some(b'{') => break,
                Some(b'"') => labels.push(self.quoted_label()?),
                _ => match self.name() {
                    Some(label) => labels.push(label),
                    None if self.brace_on_later_line() => break,
                    None => return Err(self.unexpected("expected `{` to begin the block")),
                },
            }
            header_end = self.at;
        }
        let open_brace = self.at;
        self.at += 1;
        self.skip_space();
        let one_line = !self.at_line_end() && self.byte() != Some(b'}');
        self.at = open_brace + 1;
        let open = Open { header: (start, header_end), indent: self.indent_of(start), one_line };
        let (body, end) = self.body(Some(open));
        let block =
            Block { kind, labels, body, header: self.span(start, header_end), span: self.since(start) };
        if let End::Closed = end {
            self.expect_line_end();
        }
        Ok(block)
    }

    /// A label in quotes holds no template; escapes in it are resolved.
    fn quoted_label(&mut self) -> Parsed<Name> {
        let start = self.at;
        let label = self.quoted_template()?;
        let span = self.since(start);
        if let ExprKind::String(text) = label.kind {
            return Ok(Name { text, span });
        }
        let failure = self.failure(start, self.at, "a label cannot hold a template".to_owned());
        self.report(&failure);
        Ok(Name { text: self.slice(start + 1, self.at.saturating_sub(1)).into(), span })
    }

    /// A `{` comes next, on a later line.
    fn brace_comes_later(&mut self) -> bool {
        let before = self.at;
        self.skip_between_items();
        let found = self.byte() == Some(b'{');
        self.at = before;
        found
    }

    /// Reports a `{` that should have stood on the line before, and moves to it.
    fn brace_on_later_line(&mut self) -> bool {
        let found = self.brace_comes_later();
        if found {
            self.skip_between_items();
            let failure = self.unexpected("the `{` of a block stands on the line of its header");
            self.report(&failure);
        }
        found
    }

    fn expect_line_end(&mut self) {
        let end = self.at;
        self.with_newlines(true, Parser::skip_space);
        // A block around this one, on the same line, has said so itself.
        if !self.at_line_end() && self.byte() != Some(b'}') {
            let failure = self.unexpected("expected a newline after the block");
            self.report(&failure);
        }
        self.at = end;
    }
}

/// What a closing brace means.
enum Brace {
    Closes,
    ClosesOuter,
    Stray,
}
