//! `format` and `formatlist`.

use super::arguments::{ANY, Param, Signature, TEXT, is_many, string_data, too_large};
use super::json::json_text;
use super::partial::PartialText;
use super::{Arguments, Data, FunctionError, MAX_ELEMENTS, MAX_TEXT, Value, types};
use crate::evaluate::{Number, SequenceKind};
use unicode_segmentation::UnicodeSegmentation;

const OPEN: Param = ANY.nullable().unknown();

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("format", &[TEXT], format).rest(OPEN),
    Signature::new("formatlist", &[TEXT], formatlist).rest(OPEN),
];

/// Largest width or precision of a verb.
const MAX_WIDTH: usize = 100_000;

/// One piece of a format.
enum Piece {
    Text(String),
    Verb(Verb),
}

/// `%[2]-08.3f`.
struct Verb {
    mode: char,
    /// 0-based, among the values.
    argument: usize,
    minus: bool,
    plus: bool,
    space: bool,
    zero: bool,
    sharp: bool,
    width: usize,
    precision: Option<usize>,
}

/// The pieces of a format, and how many values it takes.
fn parse(format: &str) -> Result<(Vec<Piece>, usize), FunctionError> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut chars = format.chars().peekable();
    let (mut next, mut used) = (0, 0);
    while let Some(char) = chars.next() {
        if char != '%' {
            text.push(char);
            continue;
        }
        if chars.next_if_eq(&'%').is_some() {
            text.push('%');
            continue;
        }
        let verb = parse_verb(&mut chars, next)?;
        next = verb.argument + 1;
        used = used.max(next);
        pieces.push(Piece::Text(std::mem::take(&mut text)));
        pieces.push(Piece::Verb(verb));
    }
    pieces.push(Piece::Text(text));
    Ok((pieces, used))
}

fn digits(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Result<Option<usize>, FunctionError> {
    let mut number = None;
    while let Some(digit) = chars.peek().and_then(|char| char.to_digit(10)) {
        chars.next();
        let value = number.unwrap_or(0usize) * 10 + digit as usize;
        if value > MAX_WIDTH {
            return Err(FunctionError::at(0, format!("a number in a verb is larger than {MAX_WIDTH}")));
        }
        number = Some(value);
    }
    Ok(number)
}

fn parse_verb(
    chars: &mut std::iter::Peekable<std::str::Chars<'_>>,
    next: usize,
) -> Result<Verb, FunctionError> {
    let wrong = |what: &str| FunctionError::at(0, format!("a verb of the format {what}"));
    let mut verb = Verb {
        mode: ' ',
        argument: next,
        minus: false,
        plus: false,
        space: false,
        zero: false,
        sharp: false,
        width: 0,
        precision: None,
    };
    let index = |chars: &mut std::iter::Peekable<std::str::Chars<'_>>, verb: &mut Verb| {
        if chars.next_if_eq(&'[').is_none() {
            return Ok(());
        }
        let number =
            digits(chars)?.filter(|number| *number > 0).ok_or_else(|| wrong("has no argument number"))?;
        verb.argument = number - 1;
        chars.next_if_eq(&']').map(|_| ()).ok_or_else(|| wrong("lacks a closing bracket"))
    };
    while let Some(flag) = chars.next_if(|char| "-+ 0#".contains(*char)) {
        match flag {
            '-' => verb.minus = true,
            '+' => verb.plus = true,
            ' ' => verb.space = true,
            '0' => verb.zero = true,
            _ => verb.sharp = true,
        }
    }
    verb.width = digits(chars)?.unwrap_or(0);
    if chars.next_if_eq(&'.').is_some() {
        verb.precision = Some(digits(chars)?.unwrap_or(0));
    }
    index(chars, &mut verb)?;
    match chars.next() {
        Some(mode) if "vtbdoxXeEfgGsq".contains(mode) => verb.mode = mode,
        Some(mode) => return Err(wrong(&format!("is %{mode}, which Terraform does not know"))),
        None => return Err(wrong("is cut off by the end")),
    }
    Ok(verb)
}

/// Checks that there are as many values as the format takes; excess is noticed only at the end.
fn check_count(used: usize, given: usize) -> Result<(), FunctionError> {
    match given {
        _ if given < used => {
            Err(FunctionError::new(format!("the format takes {used} values, but there are {given}")))
        }
        _ if given > used => Err(FunctionError::at(used + 1, format!("the format takes only {used} values"))),
        _ => Ok(()),
    }
}

fn format(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let values: Vec<&Value> = args.all().iter().skip(1).collect();
    // The type of a bare null is open, and so is the result.
    if values.iter().any(|value| matches!(value.data, Data::Null)) {
        return Ok(args.unknown());
    }
    let filled = || {
        let (pieces, used) = parse(args.text(0)?)?;
        check_count(used, values.len())?;
        fill(&pieces, &values)?.finish(args)
    };
    match filled() {
        // Terraform does not look at the format before all values are known.
        Err(_) if !args.wholly_known() => Ok(args.unknown()),
        result => result,
    }
}

fn fill(pieces: &[Piece], values: &[&Value]) -> Result<PartialText, FunctionError> {
    let mut text = PartialText::default();
    for piece in pieces {
        if text.is_full() {
            return Err(too_large());
        }
        match piece {
            Piece::Text(known) => text.text(known),
            Piece::Verb(verb) => {
                let Some(value) = values.get(verb.argument) else { continue };
                if value.is_wholly_known() {
                    let shown = verb.apply(value).map_err(|why| FunctionError::at(verb.argument + 1, why))?;
                    text.text(&shown);
                } else if matches!(verb.mode, 's' | 'v') && verb.width == 0 && verb.precision.is_none() {
                    text.value(value);
                } else {
                    text.hole(value);
                }
            }
        }
    }
    Ok(text)
}

fn formatlist(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let values: Vec<&Value> = args.all().iter().skip(1).collect();
    if values.iter().any(|value| matches!(value.data, Data::Null)) {
        return Ok(args.unknown());
    }
    let mut length = None;
    for (at, value) in values.iter().enumerate() {
        let Data::Sequence(_, items) = &value.data else { continue };
        if items.iter().any(is_many) {
            return Ok(args.unknown());
        }
        if length.is_some_and(|length| length != items.len()) {
            return Err(FunctionError::at(at + 1, "all lists must have the same length"));
        }
        length = Some(items.len());
    }
    // A value of unknown type may be a list of any length. Terraform tells none of what is unknown.
    if (length.is_none() || args.context.strict) && values.iter().any(|value| value.is_unknown()) {
        return Ok(args.unknown());
    }
    if length == Some(0) {
        return args.list(Vec::new());
    }
    let (pieces, used) = match parse(args.text(0)?) {
        Err(_) if !args.wholly_known() => return Ok(args.unknown()),
        parsed => parsed?,
    };
    match check_count(used, values.len()) {
        Err(_) if !args.wholly_known() => return Ok(args.unknown()),
        checked => checked?,
    }
    let length = length.unwrap_or(1);
    if length.saturating_mul(values.len()) > MAX_ELEMENTS {
        return Err(too_large());
    }
    let mut room = MAX_TEXT;
    let mut row = |row: usize| {
        let cell = |value: &&'_ Value| match &value.data {
            Data::Sequence(_, items) => items.get(row).cloned().unwrap_or_else(|| (*value).clone()),
            _ => (*value).clone(),
        };
        let cells: Vec<Value> = values.iter().map(cell).collect();
        let text = fill(&pieces, &cells.iter().collect::<Vec<_>>())?;
        room = room.checked_sub(text.length()).ok_or_else(too_large)?;
        text.finish(args)
    };
    args.sequence(SequenceKind::List, (0..length).map(&mut row).collect::<Result<_, _>>()?)
}

impl Verb {
    fn apply(&self, value: &Value) -> Result<String, String> {
        match self.mode {
            'v' => self.plain(value),
            't' => match types::convert(value, &types::Type::Bool)?.data {
                Data::Bool(flag) => Ok(flag.to_string()),
                _ => Err("bool required".into()),
            },
            's' | 'q' => {
                let text = types::text_of(value).ok_or_else(|| {
                    format!("string required for %{}, but this is a {}", self.mode, types::kind_name(value))
                })?;
                let text: String = match self.precision {
                    Some(precision) if precision > 0 => text.graphemes(true).take(precision).collect(),
                    _ => text.to_string(),
                };
                match self.mode {
                    's' => Ok(self.pad(text)),
                    _ => Ok(self.pad(quote(&text, value)?)),
                }
            }
            mode => {
                let number = match &value.data {
                    Data::Number(number) => Some(number.clone()),
                    Data::String(text) => Number::parse(text),
                    _ => None,
                };
                let number = number.ok_or_else(|| format!("number required for %{mode}"))?;
                match mode {
                    'b' | 'd' | 'o' | 'x' | 'X' => self.integer(&number),
                    _ => self.float(&number),
                }
            }
        }
    }

    fn plain(&self, value: &Value) -> Result<String, String> {
        match &value.data {
            Data::String(text) if !self.sharp => Ok(self.pad(text.to_string())),
            Data::Number(number) if number.is_zero() || number.is_infinite() => {
                Ok(self.pad(number.to_string()))
            }
            Data::Number(number) if !self.sharp => Ok(self.pad(general(number, None, 'e'))),
            _ => Ok(self.pad(json_text(value).map_err(|error| error.message)?)),
        }
    }

    /// Pads with spaces to the width, counted in what a reader sees as characters.
    fn pad(&self, text: String) -> String {
        self.pad_with(if self.zero { '0' } else { ' ' }, text)
    }

    fn pad_with(&self, filler: char, text: String) -> String {
        let missing = self.width.saturating_sub(text.graphemes(true).count());
        let padding = filler.to_string().repeat(missing);
        if self.minus { format!("{text}{padding}") } else { format!("{padding}{text}") }
    }

    fn integer(&self, number: &Number) -> Result<String, String> {
        let integer =
            number.to_integer().ok_or_else(|| format!("%{} takes whole numbers only", self.mode))?;
        let magnitude = integer.magnitude();
        let (radix, prefix) = match self.mode {
            'b' => (2, "0b"),
            'o' => (8, "0"),
            'x' => (16, "0x"),
            'X' => (16, "0X"),
            _ => (10, ""),
        };
        if self.precision == Some(0) && number.is_zero() {
            return Ok(String::new());
        }
        let mut digits = magnitude.to_str_radix(radix);
        if self.mode == 'X' {
            digits.make_ascii_uppercase();
        }
        if let Some(precision) = self.precision {
            digits = format!("{}{digits}", "0".repeat(precision.saturating_sub(digits.len())));
        }
        let prefix = if self.sharp { prefix } else { "" };
        Ok(self.signed(number.is_negative(), prefix, digits, self.precision.is_none()))
    }

    fn float(&self, number: &Number) -> Result<String, String> {
        if number.is_infinite() {
            return Ok(self.pad_with(' ', number.to_string()));
        }
        let exponent = if self.mode.is_ascii_uppercase() { 'E' } else { 'e' };
        let text = match self.mode {
            'f' => number.abs().to_fixed(self.precision.unwrap_or(6)),
            'e' | 'E' => scientific(&number.abs(), self.precision.unwrap_or(6), exponent),
            _ => general(&number.abs(), self.precision, exponent),
        };
        Ok(self.signed(number.has_minus(), "", text, true))
    }

    /// Sign, prefix and padding; zeros go between sign and digits.
    fn signed(&self, negative: bool, prefix: &str, digits: String, zeros: bool) -> String {
        let sign = match negative {
            true => "-",
            false if self.plus => "+",
            false if self.space => " ",
            false => "",
        };
        if self.zero && !self.minus && zeros {
            let missing = self.width.saturating_sub(sign.len() + prefix.len() + digits.len());
            return format!("{sign}{prefix}{}{digits}", "0".repeat(missing));
        }
        self.pad_with(' ', format!("{sign}{prefix}{digits}"))
    }
}

/// A text in quotes, escaped as in JSON.
fn quote(text: &str, like: &Value) -> Result<String, String> {
    let value = Value::new(string_data(text), like.origin.clone());
    json_text(&value).map_err(|error| error.message)
}

/// `d.ddde+XX` with `precision` digits after the point.
fn scientific(number: &Number, precision: usize, exponent: char) -> String {
    let (digits, point) = number.round_significant(precision + 1);
    write_scientific(&digits, if number.is_zero() { 0 } else { point - 1 }, exponent)
}

fn write_scientific(digits: &str, power: i64, exponent: char) -> String {
    let (first, rest) = digits.split_at_checked(1).unwrap_or((digits, ""));
    let point = if rest.is_empty() { "" } else { "." };
    let sign = if power < 0 { '-' } else { '+' };
    format!("{first}{point}{rest}{exponent}{sign}{:02}", power.unsigned_abs())
}

/// Go's `%g`: the shortest digits, or as many as the precision says, with an exponent where it is large.
fn general(number: &Number, precision: Option<usize>, exponent: char) -> String {
    let sign = if number.is_negative() { "-" } else { "" };
    let (digits, point) = match precision {
        None => {
            let (digits, point) = number.digits();
            (digits.iter().map(|digit| char::from(*digit)).collect::<String>(), point)
        }
        Some(precision) => {
            let (digits, point) = number.abs().round_significant(precision.max(1));
            let trimmed = digits.trim_end_matches('0');
            (if trimmed.is_empty() { "0".to_owned() } else { trimmed.to_owned() }, point)
        }
    };
    let power = if number.is_zero() { 0 } else { point - 1 };
    let length = i64::try_from(digits.len()).unwrap_or(i64::MAX);
    let threshold = match precision {
        None => 6,
        Some(precision) => {
            let precision = i64::try_from(precision.max(1)).unwrap_or(i64::MAX);
            if precision > length && length >= point { length } else { precision }
        }
    };
    if power < -4 || power >= threshold {
        return format!("{sign}{}", write_scientific(&digits, power, exponent));
    }
    let decimals = usize::try_from(length - point).unwrap_or(0);
    format!("{sign}{}", number.abs().to_fixed(decimals))
}
