//! Encodings: JSON, base64, URLs, CSV.

use super::arguments::{ANY, Param, Signature, TEXT, string_data, too_large};
use super::{Arguments, Data, FunctionError, LinkKind, MAX_ELEMENTS, MAX_TEXT, Origin, Value};
use crate::evaluate::Number;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use encoding_rs::Encoding;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

const OPEN: Param = ANY.nullable().unknown();

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("jsonencode", &[OPEN], jsonencode),
    Signature::new("jsondecode", &[TEXT.unknown()], jsondecode),
    Signature::new("base64encode", &[TEXT], |args| args.string(STANDARD.encode(args.text(0)?))),
    Signature::new("base64decode", &[TEXT], base64decode),
    Signature::new("base64gzip", &[TEXT], |args| Ok(args.unknown())),
    Signature::new("urlencode", &[TEXT], urlencode),
    Signature::new("csvdecode", &[TEXT], csvdecode),
    Signature::new("textencodebase64", &[TEXT, TEXT], textencodebase64),
    Signature::new("textdecodebase64", &[TEXT, TEXT], textdecodebase64),
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
        Data::Mapping(crate::evaluate::MappingKind::Resource, _) => true,
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
    let mut deserializer = serde_json::Deserializer::from_str(args.text(0)?);
    let seed = Json { args, depth: 0 };
    let decoded = seed.deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
    decoded.map_err(|why| FunctionError::at(0, format!("the text is not valid JSON: {why}")))
}

/// Reads JSON into values of the call.
struct Json<'a, 'b> {
    args: &'a Arguments<'b>,
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Json<'_, '_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Json<'_, '_> {
    fn inner(&self) -> Self {
        Json { args: self.args, depth: self.depth + 1 }
    }

    fn value<E>(&self, data: Data) -> Result<Value, E> {
        Ok(self.args.computed(data))
    }
}

impl<'de> Visitor<'de> for Json<'_, '_> {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        self.value(Data::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        self.value(Data::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        self.value(Data::Number(Number::from(value)))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Value, E> {
        let number = Number::from_integer(value.into()).ok_or_else(|| E::custom("number out of range"))?;
        self.value(Data::Number(number))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        let number = Number::from_f64(value).ok_or_else(|| E::custom("number out of range"))?;
        self.value(Data::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        self.value(string_data(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(self.inner())? {
            items.push(item);
        }
        Ok(Value::tuple(items, self.args.origin()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some(key) = access.next_key::<String>()? {
            let key = match string_data(&key) {
                Data::String(key) => key,
                _ => Arc::from(key),
            };
            entries.insert(key, access.next_value_seed(self.inner())?);
        }
        Ok(Value::object(entries, self.args.origin()))
    }
}

fn base64decode(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let bytes = decode_base64(args.text(0)?)?;
    let text = String::from_utf8(bytes);
    args.string(text.map_err(|_| FunctionError::at(0, "the decoded bytes are not UTF-8 text"))?)
}

fn decode_base64(text: &str) -> Result<Vec<u8>, FunctionError> {
    // Go ignores line breaks in base64.
    let text: String = text.chars().filter(|char| !matches!(char, '\n' | '\r')).collect();
    STANDARD.decode(text).map_err(|why| FunctionError::at(0, format!("the text is not base64: {why}")))
}

fn urlencode(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let mut encoded = String::new();
    for byte in args.text(0)?.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                encoded.push(char::from(byte))
            }
            b' ' => encoded.push('+'),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    args.string(encoded)
}

fn csvdecode(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(args.text(0)?.as_bytes());
    let wrong = |why: csv::Error| FunctionError::at(0, format!("the text is not valid CSV: {why}"));
    let headers = reader.headers().map_err(wrong)?.clone();
    if headers.is_empty() {
        return Err(FunctionError::at(0, "the text has no header line"));
    }
    let names: std::collections::BTreeSet<&str> = headers.iter().collect();
    if names.len() != headers.len() {
        return Err(FunctionError::at(0, "two columns have the same name"));
    }
    let mut rows = Vec::new();
    let mut cells = 0usize;
    for record in reader.records() {
        let record = record.map_err(wrong)?;
        cells += record.len();
        if cells > MAX_ELEMENTS {
            return Err(too_large());
        }
        let cell = |(name, text): (&str, &str)| (Arc::from(name), args.computed(string_data(text)));
        rows.push(Value::object(headers.iter().zip(record.iter()).map(cell).collect(), args.origin()));
    }
    args.list(rows)
}

#[derive(Clone, Copy)]
enum Charset {
    Utf16 {
        big_endian: bool,
        mark: bool,
    },
    /// The first 256 characters, one byte each; the encoding standard has no such thing.
    Latin1,
    Table(&'static Encoding),
}

fn charset(args: &Arguments<'_>) -> Result<Charset, FunctionError> {
    let name = args.text(1)?;
    Ok(match name.to_ascii_uppercase().as_str() {
        "UTF-16LE" => Charset::Utf16 { big_endian: false, mark: false },
        "UTF-16BE" => Charset::Utf16 { big_endian: true, mark: false },
        "UTF-16" => Charset::Utf16 { big_endian: true, mark: true },
        "ISO-8859-1" | "LATIN1" | "ISO_8859-1" => Charset::Latin1,
        _ => {
            let known = Encoding::for_label(name.as_bytes());
            Charset::Table(known.ok_or_else(|| FunctionError::at(1, "there is no encoding of this name"))?)
        }
    })
}

fn textencodebase64(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let text = args.text(0)?;
    let lacking = || FunctionError::at(0, "the text has characters that this encoding lacks");
    let bytes = match charset(args)? {
        Charset::Utf16 { big_endian, mark } => {
            let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
            units.flat_map(|unit| if big_endian { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        }
        Charset::Latin1 => {
            let bytes = text.chars().map(|char| u8::try_from(u32::from(char)).ok());
            bytes.collect::<Option<Vec<_>>>().ok_or_else(lacking)?
        }
        Charset::Table(encoding) => {
            let (bytes, _, replaced) = encoding.encode(text);
            if replaced {
                return Err(lacking());
            }
            bytes.into_owned()
        }
    };
    args.string(STANDARD.encode(bytes))
}

fn textdecodebase64(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let charset = charset(args)?;
    let bytes = decode_base64(args.text(0)?)?;
    let text = match charset {
        Charset::Utf16 { big_endian, .. } => {
            let unit = |pair: &[u8]| match *pair {
                [first, second] if big_endian => u16::from_be_bytes([first, second]),
                [first, second] => u16::from_le_bytes([first, second]),
                _ => 0xFFFD,
            };
            let units: Vec<u16> = bytes.chunks(2).map(unit).collect();
            let text = String::from_utf16_lossy(&units);
            text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned()
        }
        Charset::Latin1 => bytes.iter().map(|byte| char::from(*byte)).collect(),
        Charset::Table(encoding) => encoding.decode_without_bom_handling(&bytes).0.into_owned(),
    };
    args.string(text)
}
