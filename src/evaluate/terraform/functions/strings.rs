//! Strings: `join`, `split`, `replace`, `substr`, ...

use super::arguments::{ANY, Kind, NUMBER, Param, Signature, TEXT, is_many, string_data, too_large};
use super::partial::PartialText;
use super::{Arguments, Data, FunctionError, MAX_ELEMENTS, MAX_TEXT, Value};
use crate::evaluate::{Number, Part, Unknown};
use num_bigint::BigInt;
use unicode_segmentation::UnicodeSegmentation;

const OPEN: Param = TEXT.unknown();

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("join", &[TEXT], join).rest(Param::new(Kind::Texts)),
    Signature::new("split", &[TEXT, TEXT], split),
    Signature::new("substr", &[TEXT, NUMBER, NUMBER], substr),
    Signature::new("lower", &[OPEN], |args| each_text(args, lower)),
    Signature::new("upper", &[OPEN], |args| each_text(args, upper)),
    Signature::new("title", &[TEXT], |args| args.string(title(args.text(0)?))),
    Signature::new("strrev", &[TEXT], |args| {
        args.string(args.text(0)?.graphemes(true).rev().collect::<String>())
    }),
    Signature::new("trimspace", &[TEXT], |args| args.part(0, args.text(0)?.trim())),
    Signature::new("trim", &[TEXT, TEXT], trim),
    Signature::new("trimprefix", &[TEXT, TEXT], |args| {
        let text = args.text(0)?;
        args.part(0, text.strip_prefix(args.text(1)?).unwrap_or(text))
    }),
    Signature::new("trimsuffix", &[TEXT, TEXT], |args| {
        let text = args.text(0)?;
        args.part(0, text.strip_suffix(args.text(1)?).unwrap_or(text))
    }),
    Signature::new("chomp", &[TEXT], |args| args.part(0, args.text(0)?.trim_end_matches(['\n', '\r']))),
    Signature::new("indent", &[NUMBER, TEXT], indent),
    Signature::new("startswith", &[OPEN, TEXT], |args| at_end(args, true)),
    Signature::new("endswith", &[OPEN, TEXT], |args| at_end(args, false)),
    Signature::new("strcontains", &[OPEN, TEXT], strcontains),
    Signature::new("parseint", &[ANY, NUMBER], parseint),
];

fn join(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let separator = args.text(0)?;
    if args.len() == 1 {
        return Err(FunctionError::new("takes a separator and at least one list"));
    }
    let mut text = PartialText::default();
    let mut first = true;
    for at in 1..args.len() {
        for (position, item) in args.items(at)?.iter().enumerate() {
            if matches!(item.data, Data::Null) {
                return Err(FunctionError::at(at, format!("element {position} is null")));
            }
            // An open element brings its own separators, if it is there at all.
            if !first && !is_many(item) {
                text.text(separator);
            }
            text.value(item);
            first = false;
        }
    }
    text.finish(args)
}

fn split(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let (separator, text) = (args.text(0)?, args.text(1)?);
    let parts: Vec<&str> = match separator {
        "" => text.char_indices().filter_map(|(at, char)| text.get(at..at + char.len_utf8())).collect(),
        _ => text.split(separator).take(MAX_ELEMENTS + 1).collect(),
    };
    if parts.len() > MAX_ELEMENTS {
        return Err(too_large());
    }
    let origin = args.origin();
    let sensitive = args.sensitive();
    let item = |part: &str| {
        let value = Value { data: string_data(part), origin: origin.clone(), sensitive };
        args.with_places(value, 1, part)
    };
    args.list(parts.into_iter().map(item).collect())
}

fn substr(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let text = args.text(0)?;
    let (offset, length) = (args.integer(1)?, args.integer(2)?);
    let offset = match usize::try_from(offset) {
        Ok(offset) => offset,
        // Counted from the end, but never before the start.
        Err(_) => {
            let back = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            text.graphemes(true).count().saturating_sub(back)
        }
    };
    // No characters from a place counted from the end are all there are.
    let all = length == 0 && args.integer(1)? < 0;
    let length = if all { usize::MAX } else { usize::try_from(length).unwrap_or(usize::MAX) };
    args.string(text.graphemes(true).skip(offset).take(length).collect::<String>())
}

/// One character for one, as Terraform does: `ß` stays.
fn upper(text: &str) -> String {
    let single = |char: char| {
        let mut upper = char.to_uppercase();
        match (upper.next(), upper.next()) {
            (Some(upper), None) => upper,
            _ => char,
        }
    };
    text.chars().map(single).collect()
}

fn lower(text: &str) -> String {
    text.chars().map(|char| char.to_lowercase().next().unwrap_or(char)).collect()
}

fn each_text(args: &Arguments<'_>, change: fn(&str) -> String) -> Result<Value, FunctionError> {
    let Data::Unknown(unknown) = &args.get(0)?.data else { return args.string(change(args.text(0)?)) };
    let part = |part: &Part| match part {
        Part::Text(text) => Part::Text(change(text).into()),
        Part::Hole(value) => Part::Hole(value.clone()),
    };
    Ok(args.unknown_with(unknown.parts.iter().map(part).collect(), None))
}

/// Upper-cases the first letter of every word, leaves all others as they are.
fn title(text: &str) -> String {
    let mut previous = ' ';
    let change = |char: char| {
        let starts = is_separator(previous);
        previous = char;
        match char {
            // Two letters in one, of which a title has only the first as a capital.
            'ǆ' if starts => "ǅ".to_owned(),
            'ǉ' if starts => "ǈ".to_owned(),
            'ǌ' if starts => "ǋ".to_owned(),
            'ǳ' if starts => "ǲ".to_owned(),
            _ if starts => upper(char.encode_utf8(&mut [0; 4])),
            _ => char.to_string(),
        }
    };
    text.chars().map(change).collect()
}

fn is_separator(char: char) -> bool {
    if char.is_ascii() {
        return !(char.is_ascii_alphanumeric() || char == '_');
    }
    !char.is_alphanumeric() && char.is_whitespace()
}

fn trim(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let cut = args.text(1)?;
    args.part(0, args.text(0)?.trim_matches(|char| cut.contains(char)))
}

fn indent(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let text = args.text(1)?;
    let Ok(width) = usize::try_from(args.integer(0)?) else {
        return Err(FunctionError::at(0, "the width must not be negative"));
    };
    let lines = text.bytes().filter(|byte| *byte == b'\n').count();
    if lines == 0 {
        return args.string(text);
    }
    if width.saturating_mul(lines).saturating_add(text.len()) > MAX_TEXT {
        return Err(too_large());
    }
    args.string(text.replace('\n', &format!("\n{}", " ".repeat(width))))
}

/// The known texts of a string: all of it, or what is known of its start and end.
fn known_end(value: &Value, start: bool) -> Option<&str> {
    match &value.data {
        Data::String(text) => Some(text),
        Data::Unknown(unknown) => {
            let part = if start { unknown.parts.first() } else { unknown.parts.last() };
            match part {
                Some(Part::Text(text)) => Some(text),
                _ => None,
            }
        }
        _ => None,
    }
}

fn at_end(args: &Arguments<'_>, start: bool) -> Result<Value, FunctionError> {
    let value = args.get(0)?;
    let wanted = args.text(1)?;
    let holds = |text: &str, part: &str| if start { text.starts_with(part) } else { text.ends_with(part) };
    let outcome = match known_end(value, start) {
        Some(text) if holds(text, wanted) => Some(true),
        // What is known of the text ends inside of what is searched for.
        Some(text) if value.is_unknown() && holds(wanted, text) => None,
        Some(_) => Some(false),
        None if wanted.is_empty() => Some(true),
        None => None,
    };
    args.decided(outcome)
}

fn strcontains(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let wanted = args.text(1)?;
    let holds = |unknown: &Unknown| {
        unknown.parts.iter().any(|part| matches!(part, Part::Text(text) if text.contains(wanted)))
    };
    match &args.get(0)?.data {
        Data::Unknown(unknown) => args.decided(holds(unknown).then_some(true)),
        _ => args.bool(args.text(0)?.contains(wanted)),
    }
}

fn parseint(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let Some(text) = args.get(0)?.as_str() else {
        return Err(FunctionError::at(0, "a string is required"));
    };
    let base = u32::try_from(args.integer(1)?).ok().filter(|base| (2..=62).contains(base));
    let base = base.ok_or_else(|| FunctionError::at(1, "the base must lie between 2 and 62"))?;
    let wrong = || FunctionError::at(0, format!("the text is not a whole number in base {base}"));
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || digits.len() > 1_000 {
        return Err(wrong());
    }
    let mut value = BigInt::from(0);
    for byte in digits.bytes() {
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'z' => byte - b'a' + 10,
            // Above base 36 the capitals are digits of their own.
            b'A'..=b'Z' if base <= 36 => byte - b'A' + 10,
            b'A'..=b'Z' => byte - b'A' + 36,
            _ => return Err(wrong()),
        };
        if u32::from(digit) >= base {
            return Err(wrong());
        }
        value = value * base + digit;
    }
    args.numeric(Number::from_integer(if negative { -value } else { value }))
}
