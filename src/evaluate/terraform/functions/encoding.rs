//! Encodings: base64, URLs, character sets.

use super::arguments::{Signature, TEXT};
use super::{Arguments, FunctionError, Value};
use base64::Engine;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, STANDARD};
use encoding_rs::Encoding;

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("base64encode", &[TEXT], |args| args.string(STANDARD.encode(args.text(0)?))),
    Signature::new("base64decode", &[TEXT], base64decode),
    Signature::new("base64gzip", &[TEXT], |args| Ok(args.unknown())),
    Signature::new("urlencode", &[TEXT], urlencode),
    Signature::new("textencodebase64", &[TEXT, TEXT], textencodebase64),
    Signature::new("textdecodebase64", &[TEXT, TEXT], textdecodebase64),
];

fn base64decode(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let bytes = decode_base64(args.text(0)?)?;
    let text = String::from_utf8(bytes);
    args.string(text.map_err(|_| FunctionError::at(0, "the decoded bytes are not UTF-8 text"))?)
}

fn decode_base64(text: &str) -> Result<Vec<u8>, FunctionError> {
    // Go ignores line breaks in base64.
    let text: String = text.chars().filter(|char| !matches!(char, '\n' | '\r')).collect();
    let alphabet = &base64::alphabet::STANDARD;
    let lenient = GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true);
    GeneralPurpose::new(alphabet, lenient)
        .decode(text)
        .map_err(|why| FunctionError::at(0, format!("the text is not base64: {why}")))
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
        Charset::Table(encoding) => match encoding.decode_without_bom_handling(&bytes) {
            (text, false) => text.into_owned(),
            (_, true) => return Err(FunctionError::at(0, "the bytes are no text in this encoding")),
        },
    };
    args.string(text)
}
