//! Patterns of `glob.match`, as regular expressions.

use regorus::Value;

/// The expression of a pattern with `*`, `**`, `?`, `[...]`, `{...,...}` and `\\`. All but `**` stop at delimiters: with
/// `null` at none, with an empty list at `.`. Nothing where the delimiters are no such value.
pub(super) fn expression(pattern: &str, delimiters: &Value) -> Option<String> {
    let one = one(delimiters)?;
    let mut expression = "^".to_owned();
    let mut open = 0_usize;
    let mut rest = pattern.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '*' if rest.next_if_eq(&'*').is_some() => expression.push_str("(?s:.)*"),
            '*' => expression.extend([one.as_str(), "*"]),
            '?' => expression.push_str(&one),
            '[' => class(&mut rest, &mut expression),
            '{' => {
                open += 1;
                expression.push_str("(?:");
            }
            ',' if open > 0 => expression.push('|'),
            '}' if open > 0 => {
                open -= 1;
                expression.push(')');
            }
            '\\' => literal(rest.next().unwrap_or('\\'), &mut expression),
            c => literal(c, &mut expression),
        }
    }
    expression.push('$');
    Some(expression)
}

/// What stands for one character that is no delimiter.
fn one(delimiters: &Value) -> Option<String> {
    let delimiters = match delimiters {
        Value::Null => return Some("(?s:.)".to_owned()),
        Value::Array(delimiters) if delimiters.is_empty() => ".".to_owned(),
        Value::Array(delimiters) => {
            let text = |delimiter: &Value| match delimiter {
                Value::String(text) => Some(text.to_string()),
                _ => None,
            };
            delimiters.iter().map(text).collect::<Option<String>>()?
        }
        _ => return None,
    };
    let escaped: String = delimiters.chars().map(|c| format!("\\u{{{:x}}}", u32::from(c))).collect();
    Some(format!("[^{escaped}]"))
}

/// The rest of a class, up to its `]`; `!` takes it the other way round.
fn class(rest: &mut std::iter::Peekable<std::str::Chars<'_>>, expression: &mut String) {
    expression.push('[');
    if rest.next_if_eq(&'!').is_some() {
        expression.push('^');
    }
    for c in rest.by_ref() {
        match c {
            ']' => break,
            '-' => expression.push('-'),
            c => literal(c, expression),
        }
    }
    expression.push(']');
}

fn literal(c: char, expression: &mut String) {
    expression.push_str(&regex::escape(c.encode_utf8(&mut [0; 4])));
}
