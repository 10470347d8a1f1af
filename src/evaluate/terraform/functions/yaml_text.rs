//! `yamlencode`: every string in quotes or, with several lines, as a block.

use super::arguments::too_large;
use super::json::{MAX_DEPTH, has_open_mapping};
use super::{Arguments, Data, FunctionError, LinkKind, MAX_TEXT, Origin, Value};
use std::fmt::Write;

/// Column behind which a quoted text goes on in the next line.
const WIDTH: usize = 80;
/// Longest key that stands before a colon in one line.
const MAX_KEY: usize = 128;

pub(super) fn encode(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let value = args.get(0)?;
    let encodes = |text: Value| {
        let from = text.origin.link().from.clone();
        text.with_origin(Origin::new(LinkKind::EncodedYaml(value.clone()), args.context.span, from))
    };
    if !value.is_wholly_known() || has_open_mapping(value) {
        return Ok(encodes(args.unknown()));
    }
    let mut writer = Writer { out: String::new(), line_start: 0 };
    writer.node(value, 0, 0)?;
    writer.newline();
    // A bare word or number could go on; the marker says that it does not.
    if matches!(value.data, Data::Null | Data::Bool(_) | Data::Number(_)) {
        writer.out.push_str("...\n");
    }
    args.string(writer.out).map(encodes)
}

struct Writer {
    out: String,
    line_start: usize,
}

impl Writer {
    fn newline(&mut self) {
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.line_start = self.out.len();
    }

    fn column(&self) -> usize {
        self.out.get(self.line_start..).map_or(0, |line| line.chars().count())
    }

    fn spaces(&mut self, count: usize) {
        self.out.extend(std::iter::repeat_n(' ', count));
    }

    /// Writes a value where the line stands; `indent` is the column of the collection's items.
    fn node(&mut self, value: &Value, indent: usize, depth: usize) -> Result<(), FunctionError> {
        if self.out.len() > MAX_TEXT {
            return Err(too_large());
        }
        if depth > MAX_DEPTH {
            return Err(FunctionError::limit(format!(
                "the value is nested more than {MAX_DEPTH} levels deep"
            )));
        }
        match &value.data {
            Data::Null | Data::Unknown(_) => self.out.push_str("null"),
            Data::Bool(flag) => _ = write!(self.out, "{flag}"),
            Data::Number(number) => _ = write!(self.out, "{number}"),
            Data::String(text) => self.string(text, indent)?,
            Data::Sequence(_, items) if items.is_empty() => self.out.push_str("[]"),
            Data::Mapping(_, entries) if entries.is_empty() => self.out.push_str("{}"),
            Data::Sequence(_, items) => {
                for (at, item) in items.iter().enumerate() {
                    self.start(at, indent);
                    self.out.push_str("- ");
                    self.node(item, indent + if is_block(item) { 2 } else { 0 }, depth + 1)?;
                }
            }
            Data::Mapping(_, entries) => {
                for (at, (key, entry)) in entries.iter().enumerate() {
                    self.start(at, indent);
                    if self.key(key, indent)? {
                        self.entry(entry, indent, depth)?;
                    } else {
                        self.out.push_str(": ");
                        self.node(entry, indent + if is_block(entry) { 2 } else { 0 }, depth + 1)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The first item of a collection stands where the line does, the others below it.
    fn start(&mut self, at: usize, indent: usize) {
        if at > 0 {
            self.newline();
            self.spaces(indent);
        }
    }

    /// Writes a key; says whether it is a simple one, with its value behind it in the same line.
    fn key(&mut self, key: &str, indent: usize) -> Result<bool, FunctionError> {
        let breaks = |char: char| matches!(char, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        if key.len() <= MAX_KEY && !key.contains(breaks) {
            self.quoted(key, None);
            return Ok(true);
        }
        self.out.push_str("? ");
        self.string(key, indent)?;
        self.newline();
        self.spaces(indent);
        Ok(false)
    }

    fn entry(&mut self, entry: &Value, indent: usize, depth: usize) -> Result<(), FunctionError> {
        self.out.push(':');
        if !is_block(entry) {
            self.out.push(' ');
            return self.node(entry, indent, depth + 1);
        }
        // A list stands in the column of the key that holds it.
        let inner = if entry.items().is_some() { indent } else { indent + 2 };
        self.newline();
        self.spaces(inner);
        self.node(entry, inner, depth + 1)
    }

    fn string(&mut self, text: &str, indent: usize) -> Result<(), FunctionError> {
        let indent = indent + 2;
        if !text.contains('\n') || !fits_block(text) {
            self.quoted(text, Some(indent));
        } else if text.matches('\n').count().saturating_mul(indent) > MAX_TEXT {
            return Err(too_large());
        } else {
            self.block(text, indent);
        }
        Ok(())
    }

    fn block(&mut self, text: &str, indent: usize) {
        self.out.push('|');
        if text.starts_with([' ', '\n']) {
            self.out.push('2');
        }
        if !text.ends_with('\n') {
            self.out.push('-');
        } else if text.ends_with("\n\n") || text == "\n" {
            self.out.push('+');
        }
        for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
            self.out.push('\n');
            self.line_start = self.out.len();
            if !line.is_empty() {
                self.spaces(indent);
                self.out.push_str(line);
            }
        }
        // Empty lines at the end end their own line.
        if text.ends_with("\n\n") || text == "\n" {
            self.out.push('\n');
        }
    }

    /// Text in double quotes; with `indent` it is broken at spaces behind the width.
    fn quoted(&mut self, text: &str, indent: Option<usize>) {
        self.out.push('"');
        let mut column = self.column();
        let mut broken = false;
        for (at, char) in text.char_indices() {
            let last = at + char.len_utf8() >= text.len();
            let indent = indent.filter(|_| char == ' ' && !broken && column > WIDTH && at > 0 && !last);
            if let Some(indent) = indent {
                self.out.push('\n');
                self.line_start = self.out.len();
                self.spaces(indent);
                if text.get(at + 1..).is_some_and(|rest| rest.starts_with(' ')) {
                    self.out.push('\\');
                }
                column = self.column();
                broken = true;
                continue;
            }
            broken = char == ' ';
            let before = self.out.len();
            self.escaped(char);
            column += self.out.get(before..).map_or(0, |written| written.chars().count());
        }
        self.out.push('"');
    }

    fn escaped(&mut self, char: char) {
        match char {
            '"' => self.out.push_str("\\\""),
            '\\' => self.out.push_str("\\\\"),
            '\n' => self.out.push_str("\\n"),
            '\r' => self.out.push_str("\\r"),
            '\t' => self.out.push_str("\\t"),
            '\0' => self.out.push_str("\\0"),
            '\u{7}' => self.out.push_str("\\a"),
            '\u{8}' => self.out.push_str("\\b"),
            '\u{b}' => self.out.push_str("\\v"),
            '\u{c}' => self.out.push_str("\\f"),
            '\u{1b}' => self.out.push_str("\\e"),
            '\u{85}' => self.out.push_str("\\N"),
            '\u{2028}' => self.out.push_str("\\L"),
            '\u{2029}' => self.out.push_str("\\P"),
            char if is_printable(char) => self.out.push(char),
            char if u32::from(char) <= 0xFF => _ = write!(self.out, "\\x{:02X}", u32::from(char)),
            char if u32::from(char) <= 0xFFFF => _ = write!(self.out, "\\u{:04X}", u32::from(char)),
            char => _ = write!(self.out, "\\U{:08X}", u32::from(char)),
        }
    }
}

/// Whether a value takes lines of its own.
fn is_block(value: &Value) -> bool {
    value.items().is_some_and(|items| !items.is_empty())
        || value.entries().is_some_and(|entries| !entries.is_empty())
}

fn is_printable(char: char) -> bool {
    matches!(char, ' '..='~' | '\u{a0}'..='\u{2027}' | '\u{202a}'..='\u{d7ff}' | '\u{e000}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}')
}

/// Whether a text can stand as a block: nothing in it needs an escape, no line ends in a space.
fn fits_block(text: &str) -> bool {
    let plain = |char: char| char == '\n' || is_printable(char);
    text.chars().all(plain) && !text.contains(" \n") && !text.ends_with(' ')
}
