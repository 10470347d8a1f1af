//! Values as messages show them.

use regorus::Value;
use std::fmt::Write;

/// `sprintf`, with `%s`, `%v`, `%d` and `%%`. Nothing where an argument is missing or no whole number.
pub(super) fn formatted(format: &str, arguments: &Value) -> Option<String> {
    let Value::Array(arguments) = arguments else { return None };
    let mut arguments = arguments.iter();
    let mut text = String::with_capacity(format.len() + 32);
    let mut rest = format;
    while let Some((before, after)) = rest.split_once('%') {
        text.push_str(before);
        let verb = after.chars().next()?;
        rest = after.get(verb.len_utf8()..)?;
        match verb {
            '%' => text.push('%'),
            's' | 'v' => show(arguments.next()?, false, &mut text),
            'd' => match arguments.next()? {
                Value::Number(number) if number.is_integer() => text.push_str(&number.format_decimal()),
                _ => return None,
            },
            _ => return None,
        }
    }
    text.push_str(rest);
    Some(text)
}

/// A value as text; strings inside others in quotation marks.
fn show(value: &Value, quoted: bool, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(truth) => text.push_str(if *truth { "true" } else { "false" }),
        Value::String(string) if quoted => {
            let _ = write!(text, "{}", serde_json::Value::from(&**string));
        }
        Value::String(string) => text.push_str(string),
        Value::Number(number) => text.push_str(&number.format_decimal()),
        Value::Array(items) => listed(items.iter(), "[", "]", text),
        Value::Set(elements) => listed(elements.iter(), "{", "}", text),
        Value::Object(fields) => {
            text.push('{');
            for (at, (key, value)) in fields.iter_sorted().enumerate() {
                text.push_str(if at > 0 { ", " } else { "" });
                show(key, true, text);
                text.push_str(": ");
                show(value, true, text);
            }
            text.push('}');
        }
        Value::Undefined => {}
    }
}

fn listed<'v>(values: impl Iterator<Item = &'v Value>, open: &str, close: &str, text: &mut String) {
    text.push_str(open);
    for (at, value) in values.enumerate() {
        text.push_str(if at > 0 { ", " } else { "" });
        show(value, true, text);
    }
    text.push_str(close);
}
