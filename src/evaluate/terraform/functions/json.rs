//! JSON text: `jsonencode` and `jsondecode`.
//!
//! Reading is done by hand, because Terraform keeps every digit of a number and takes half a surrogate pair.

use super::arguments::{ANY, Param, Signature, TEXT, string_data, too_large};
use super::{Arguments, Data, FunctionError, LinkKind, MAX_TEXT, Origin, Value};
use crate::evaluate::{MappingKind, Number, SequenceKind};
use std::collections::BTreeMap;
use std::sync::Arc;

const OPEN: Param = ANY.nullable().unknown();

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("jsonencode", &[OPEN], jsonencode),
    Signature::new("jsondecode", &[TEXT.unknown()], jsondecode),
];

/// Deepest nesting of a value in JSON or YAML text.
pub(super) const MAX_DEPTH: usize = 200;

fn jsonencode(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let value = args.get(0)?;
    let origin =
        Origin::new(LinkKind::Encoded(value.clone()), args.context.span, Value::contributing([value]));
    if !value.is_wholly_known() || has_open_mapping(value) {
        return Ok(args.unknown_with(Vec::new(), Some(value.clone())).with_origin(origin));
    }
    Ok(args.string(json_text(value)?)?.with_origin(origin))
}

/// Whether a part of it may hold more than is known: a resource's attributes.
pub(super) fn has_open_mapping(value: &Value) -> bool {
    match &value.data {
        Data::Mapping(MappingKind::Resource, _) => true,
        Data::Mapping(_, entries) => entries.values().any(has_open_mapping),
        Data::Sequence(_, items) => items.iter().any(has_open_mapping),
        _ => false,
    }
}

/// The JSON text of a known value, as Terraform writes it.
pub(super) fn json_text(value: &Value) -> Result<String, FunctionError> {
    let mut text = String::new();
    write_json(value, &mut text, 0)?;
    Ok(text)
}

fn write_json(value: &Value, out: &mut String, depth: usize) -> Result<(), FunctionError> {
    if out.len() > MAX_TEXT {
        return Err(too_large());
    }
    if depth > MAX_DEPTH {
        return Err(FunctionError::limit(format!("the value is nested more than {MAX_DEPTH} levels deep")));
    }
    match &value.data {
        Data::Null | Data::Unknown(_) => out.push_str("null"),
        Data::Bool(true) => out.push_str("true"),
        Data::Bool(false) => out.push_str("false"),
        Data::Number(number) if number.is_infinite() => {
            return Err(FunctionError::at(0, "infinity has no JSON form"));
        }
        Data::Number(number) => out.push_str(&number.to_string()),
        Data::String(text) => write_json_string(text, out),
        Data::Sequence(_, items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write_json(item, out, depth + 1)?;
            }
            out.push(']');
        }
        Data::Mapping(_, entries) => {
            out.push('{');
            for (at, (key, entry)) in entries.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write_json_string(key, out);
                out.push(':');
                write_json(entry, out, depth + 1)?;
            }
            out.push('}');
        }
    }
    Ok(())
}

/// Escapes besides what JSON demands `<`, `>`, `&` and the line separators, for use inside HTML.
fn write_json_string(text: &str, out: &mut String) {
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(char)));
            }
            _ => out.push(char),
        }
    }
    out.push('"');
}

fn jsondecode(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let value = args.get(0)?;
    if let Data::Unknown(unknown) = &value.data {
        return Ok(match &unknown.encodes {
            Some(encoded) => args.hand_through(encoded),
            None => args.unknown(),
        });
    }
    let text = args.text(0)?;
    let mut reader = Reader { text, at: 0, like: args.computed(Data::Null) };
    let decoded = reader.value(0)?;
    reader.space();
    if reader.at < text.len() {
        return Err(reader.invalid("unexpected text after the value"));
    }
    Ok(decoded)
}

/// Reads JSON into values that look like `like` but for their data.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    like: Value,
}

impl<'t> Reader<'t> {
    fn invalid(&self, what: &str) -> FunctionError {
        let line = self.text.get(..self.at).unwrap_or_default().matches('\n').count() + 1;
        FunctionError::at(0, format!("the text is not valid JSON: {what} in line {line}"))
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(token));
        if found {
            self.at += token.len();
        }
        found
    }

    fn space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Result<Value, FunctionError> {
        if depth > MAX_DEPTH {
            return Err(FunctionError::limit(format!(
                "the text is nested more than {MAX_DEPTH} levels deep"
            )));
        }
        self.space();
        let data = match self.byte() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.array(depth)?,
            Some(b'"') => string_data(&self.string()?),
            Some(b'-' | b'0'..=b'9') => Data::Number(self.number()?),
            _ if self.eat("null") => Data::Null,
            _ if self.eat("true") => Data::Bool(true),
            _ if self.eat("false") => Data::Bool(false),
            _ => return Err(self.invalid("a value is missing")),
        };
        Ok(Value { data, ..self.like.clone() })
    }

    fn array(&mut self, depth: usize) -> Result<Data, FunctionError> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if !self.eat("]") {
            loop {
                items.push(self.value(depth + 1)?);
                self.space();
                if self.eat("]") {
                    break;
                }
                if !self.eat(",") {
                    return Err(self.invalid("a list is not closed"));
                }
            }
        }
        Ok(Data::Sequence(SequenceKind::Tuple, Arc::new(items)))
    }

    fn object(&mut self, depth: usize) -> Result<Data, FunctionError> {
        self.at += 1;
        let mut entries = BTreeMap::new();
        self.space();
        if !self.eat("}") {
            loop {
                self.space();
                if self.byte() != Some(b'"') {
                    return Err(self.invalid("a key is missing"));
                }
                let Data::String(key) = string_data(&self.string()?) else {
                    return Err(self.invalid("a key is missing"));
                };
                self.space();
                if !self.eat(":") {
                    return Err(self.invalid("a colon is missing"));
                }
                entries.insert(key, self.value(depth + 1)?);
                self.space();
                if self.eat("}") {
                    break;
                }
                if !self.eat(",") {
                    return Err(self.invalid("an object is not closed"));
                }
            }
        }
        Ok(Data::Mapping(MappingKind::Object, Arc::new(entries)))
    }

    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at > start
    }

    fn number(&mut self) -> Result<Number, FunctionError> {
        let start = self.at;
        self.eat("-");
        let mut well_formed = self.eat("0") || self.digits();
        if self.eat(".") {
            well_formed &= self.digits();
        }
        if self.eat("e") || self.eat("E") {
            let _sign = self.eat("+") || self.eat("-");
            well_formed &= self.digits();
        }
        let number = self.text.get(start..self.at).filter(|_| well_formed).and_then(Number::parse);
        number.ok_or_else(|| self.invalid("a number is malformed or out of range"))
    }

    fn string(&mut self) -> Result<String, FunctionError> {
        self.at += 1;
        let mut content = String::new();
        loop {
            let rest: &'t str = self.text.get(self.at..).unwrap_or_default();
            let plain = rest.find(|char: char| matches!(char, '"' | '\\' | '\0'..='\u{1f}'));
            let Some(plain) = plain else { return Err(self.invalid("a string is not closed")) };
            content.push_str(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(content);
                }
                Some(b'\\') => content.push(self.escape()?),
                _ => return Err(self.invalid("a string holds a control character")),
            }
        }
    }

    /// At a backslash.
    fn escape(&mut self) -> Result<char, FunctionError> {
        self.at += 2;
        Ok(match self.text.as_bytes().get(self.at - 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let first = self.unit()?;
                let before = self.at;
                if (0xd800..0xdc00).contains(&first) && self.eat("\\u") {
                    let second = self.unit()?;
                    if let Some(Ok(char)) = char::decode_utf16([first, second]).next() {
                        return Ok(char);
                    }
                    self.at = before;
                }
                char::from_u32(u32::from(first)).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return Err(self.invalid("an escape is unknown")),
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u16, FunctionError> {
        let digits = self.text.get(self.at..self.at + 4);
        let digits = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok());
        self.at += 4;
        unit.ok_or_else(|| self.invalid("an escape needs four hexadecimal digits"))
    }
}
