//! Values as text in Terraform's own syntax: the functions of the provider that is built into Terraform.

use super::arguments::{ANY, Signature, TEXT, too_large};
use super::json::{MAX_DEPTH, has_open_mapping};
use super::{Arguments, Data, FunctionError, MAX_TEXT, Value};
use crate::evaluate::MappingKind;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("provider::terraform::encode_expr", &[ANY], encode_expr),
    Signature::new("provider::terraform::encode_tfvars", &[ANY], encode_tfvars),
    Signature::new("provider::terraform::decode_tfvars", &[TEXT], decode_tfvars),
];

fn is_open(value: &Value) -> bool {
    !value.is_wholly_known() || has_open_mapping(value)
}

fn encode_expr(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let value = args.get(0)?;
    if is_open(value) {
        return Ok(args.unknown());
    }
    let mut lines = Lines::default();
    lines.value(value, 0)?;
    args.string(lines.text()?)
}

fn encode_tfvars(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let entries = args.entries(0)?;
    if let Some(name) = entries.keys().find(|name| !is_name(name)) {
        return Err(FunctionError::at(0, format!("{name:?} is not a name that a variable can have")));
    }
    if is_open(args.get(0)?) {
        return Ok(args.unknown());
    }
    let mut lines = Lines::default();
    lines.entries(entries, 0)?;
    args.string(lines.text()?)
}

fn decode_tfvars(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let values = args.context.templates.definitions(args.text(0)?)?;
    args.mapping(MappingKind::Object, values)
}

fn is_name(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|char| char == '_' || unicode_ident::is_xid_start(char))
        && chars.all(|char| char == '-' || unicode_ident::is_xid_continue(char))
}

/// A line, without its indentation.
#[derive(Default)]
struct Line {
    text: String,
    /// Opening brackets without the closing ones.
    net: i64,
    /// Where the `=` of an attribute stands whose value ends in this line.
    assign: Option<usize>,
}

/// Lines as they are written; indentation and alignment are found at the end, from the brackets of each line.
#[derive(Default)]
struct Lines {
    done: Vec<Line>,
    line: Line,
    length: usize,
}

impl Lines {
    fn newline(&mut self) {
        self.length += self.line.text.len();
        self.done.push(std::mem::take(&mut self.line));
    }

    fn open(&mut self, bracket: char) {
        self.line.text.push(bracket);
        self.line.net += 1;
    }

    fn close(&mut self, bracket: char) {
        self.line.text.push(bracket);
        self.line.net -= 1;
    }

    fn value(&mut self, value: &Value, depth: usize) -> Result<(), FunctionError> {
        if self.length + self.line.text.len() > MAX_TEXT {
            return Err(too_large());
        }
        if depth > MAX_DEPTH {
            return Err(FunctionError::limit(format!(
                "the value is nested more than {MAX_DEPTH} levels deep"
            )));
        }
        match &value.data {
            Data::Null | Data::Unknown(_) => self.line.text.push_str("null"),
            Data::Bool(flag) => _ = write!(self.line.text, "{flag}"),
            Data::Number(number) => _ = write!(self.line.text, "{number}"),
            Data::String(text) => self.string(text),
            Data::Sequence(_, items) => {
                self.open('[');
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        self.line.text.push_str(", ");
                    }
                    self.value(item, depth + 1)?;
                }
                self.close(']');
            }
            Data::Mapping(_, entries) => {
                self.open('{');
                if !entries.is_empty() {
                    self.newline();
                    self.entries(entries, depth + 1)?;
                }
                self.close('}');
            }
        }
        Ok(())
    }

    fn entries(&mut self, entries: &BTreeMap<Arc<str>, Value>, depth: usize) -> Result<(), FunctionError> {
        for (key, value) in entries {
            if is_name(key) {
                self.line.text.push_str(key)
            } else {
                self.string(key)
            }
            let (assign, lines) = (self.line.text.len(), self.done.len());
            self.line.text.push_str("= ");
            self.value(value, depth)?;
            match self.done.get_mut(lines) {
                None => self.line.assign = Some(assign),
                Some(first) => first.text.insert(assign, ' '),
            }
            self.newline();
        }
        Ok(())
    }

    fn string(&mut self, text: &str) {
        self.line.text.push('"');
        let mut chars = text.chars().peekable();
        while let Some(char) = chars.next() {
            match char {
                '\n' => self.line.text.push_str("\\n"),
                '\r' => self.line.text.push_str("\\r"),
                '\t' => self.line.text.push_str("\\t"),
                '"' => self.line.text.push_str("\\\""),
                '\\' => self.line.text.push_str("\\\\"),
                // Doubled, so that it does not begin an interpolation.
                '$' | '%' if chars.peek() == Some(&'{') => self.line.text.extend([char, char]),
                char if is_invisible(char) => {
                    let code = u32::from(char);
                    _ = match code {
                        0..=0xffff => write!(self.line.text, "\\u{code:04x}"),
                        _ => write!(self.line.text, "\\U{code:08x}"),
                    };
                }
                char => self.line.text.push(char),
            }
        }
        self.line.text.push('"');
    }

    fn text(mut self) -> Result<String, FunctionError> {
        self.align()?;
        let mut text = String::new();
        // For each level of indentation the brackets that opened it.
        let mut open: Vec<i64> = Vec::new();
        let last = self.line;
        for (at, line) in self.done.iter().chain([&last]).enumerate() {
            let mut closed = -line.net;
            while closed > 0 {
                let Some(level) = open.pop() else { break };
                if closed < level {
                    open.push(level - closed);
                }
                closed -= level;
            }
            if at > 0 {
                text.push('\n');
            }
            if text.len() + line.text.len() > MAX_TEXT {
                return Err(too_large());
            }
            if !line.text.is_empty() {
                text.extend(std::iter::repeat_n(' ', 2 * open.len()));
            }
            text.push_str(&line.text);
            if line.net > 0 {
                open.push(line.net);
            }
        }
        Ok(text)
    }

    /// Puts the `=` of attributes in lines that follow each other in one column.
    fn align(&mut self) -> Result<(), FunctionError> {
        let columns = |line: &Line| {
            let name = line.text.get(..line.assign?).unwrap_or_default();
            Some(name.graphemes(true).count())
        };
        let mut room = MAX_TEXT;
        let mut start = 0;
        while start < self.done.len() {
            let rest = self.done.get_mut(start..).unwrap_or_default();
            let length = rest.iter().take_while(|line| line.assign.is_some()).count();
            let widest = rest.iter().take(length).filter_map(columns).max().unwrap_or(0);
            for line in rest.iter_mut().take(length) {
                let spaces = widest - columns(line).unwrap_or(widest) + 1;
                room = room.checked_sub(spaces).ok_or_else(too_large)?;
                if let Some(assign) = line.assign {
                    line.text.insert_str(assign, &" ".repeat(spaces));
                }
            }
            start += length + 1;
        }
        Ok(())
    }
}

/// Characters that nobody sees: control and format characters, unusual spaces.
fn is_invisible(char: char) -> bool {
    char.is_control()
        || (char.is_whitespace() && char != ' ')
        || matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(char, '\u{e000}'..='\u{f8ff}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..)
}
