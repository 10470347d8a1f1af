//! Regular expressions: `regex`, `regexall`, and `replace` with a pattern between slashes.

use super::arguments::{Signature, TEXT, string_data, too_large};
use super::{Arguments, Data, FunctionError, MAX_ELEMENTS, MAX_TEXT, Value};
use regex::{Captures, Regex, RegexBuilder};
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("regex", &[TEXT, TEXT], first_match),
    Signature::new("regexall", &[TEXT, TEXT], all_matches),
];

/// Largest compiled pattern, in bytes.
const MAX_PATTERN: usize = 1 << 20;

fn compile(pattern: &str) -> Result<Regex, FunctionError> {
    // RE2, which Terraform uses, counts `$` as the end of the text and knows no `\<` or character class sets.
    let built = RegexBuilder::new(&translate(pattern)).size_limit(MAX_PATTERN).build();
    built.map_err(|why| {
        let why = why.to_string();
        let reason = why.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
        FunctionError::at(0, format!("this is not a valid regular expression: {reason}"))
    })
}

/// What RE2 reads as plain characters inside a bracket expression and the regex crate as operators of sets is
/// escaped: `[`, `&&`, `--` and `~~`.
fn translate(pattern: &str) -> String {
    let mut translated = String::with_capacity(pattern.len());
    let mut chars = pattern.chars().peekable();
    let mut depth = 0;
    let mut at_start = false;
    while let Some(char) = chars.next() {
        let first = std::mem::replace(&mut at_start, false);
        match char {
            // Everything up to `\E` stands for itself.
            '\\' if chars.next_if_eq(&'Q').is_some() => {
                while let Some(char) = chars.next() {
                    if char == '\\' && chars.next_if_eq(&'E').is_some() {
                        break;
                    }
                    translated.push_str(&regex::escape(char.encode_utf8(&mut [0; 4])));
                }
            }
            '\\' => {
                translated.push(char);
                translated.extend(chars.next());
            }
            '[' if depth == 0 => {
                depth = 1;
                translated.push(char);
                if chars.peek() == Some(&'^') {
                    translated.extend(chars.next());
                }
                at_start = true;
            }
            '[' if chars.peek() == Some(&':') => {
                // A named class, `[:alpha:]`, up to its own end.
                translated.push(char);
                for char in chars.by_ref() {
                    translated.push(char);
                    if char == ']' {
                        break;
                    }
                }
            }
            '[' => translated.push_str("\\["),
            ']' if depth == 1 && first => translated.push_str("\\]"),
            ']' if depth == 1 => {
                depth = 0;
                translated.push(char);
            }
            '&' | '~' if depth == 1 => {
                translated.push('\\');
                translated.push(char);
            }
            '-' if depth == 1 && chars.peek() == Some(&'-') => translated.push_str("\\-"),
            _ => translated.push(char),
        }
    }
    translated
}

/// One match as a value: a text without groups, a tuple of groups, or an object of named groups.
fn match_value(args: &Arguments<'_>, regex: &Regex, found: &Captures<'_>) -> Result<Value, FunctionError> {
    let group = |group: Option<regex::Match<'_>>| match group {
        Some(group) => args.computed(string_data(group.as_str())),
        None => args.computed(Data::Null),
    };
    if regex.captures_len() == 1 {
        return Ok(group(found.get(0)));
    }
    let names: Vec<Option<&str>> = regex.capture_names().skip(1).collect();
    if names.iter().all(Option::is_none) {
        return args.tuple(found.iter().skip(1).map(group).collect());
    }
    let mut entries = BTreeMap::new();
    for name in names {
        let Some(name) = name else {
            return Err(FunctionError::at(
                0,
                "the pattern has named and unnamed groups; either all or none may have names",
            ));
        };
        entries.insert(Arc::from(name), group(found.name(name)));
    }
    args.mapping(crate::evaluate::MappingKind::Object, entries)
}

fn first_match(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let regex = compile(args.text(0)?)?;
    match regex.captures(args.text(1)?) {
        Some(found) => match_value(args, &regex, &found),
        None => Err(FunctionError::new("the pattern does not match the text")),
    }
}

fn all_matches(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let regex = compile(args.text(0)?)?;
    let mut items = Vec::new();
    for found in regex.captures_iter(args.text(1)?) {
        if items.len() * regex.captures_len() > MAX_ELEMENTS {
            return Err(too_large());
        }
        items.push(match_value(args, &regex, &found)?);
    }
    args.list(items)
}

/// Replaces every match; `$1` and `${name}` in the replacement stand for groups.
pub(super) fn replace_all(text: &str, pattern: &str, replacement: &str) -> Result<String, FunctionError> {
    let regex = compile(pattern).map_err(|error| FunctionError { argument: Some(1), ..error })?;
    let mut replaced = String::new();
    let mut end = 0;
    for found in regex.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        replaced.push_str(text.get(end..whole.start()).unwrap_or_default());
        found.expand(replacement, &mut replaced);
        end = whole.end();
        if replaced.len() > MAX_TEXT {
            return Err(too_large());
        }
    }
    replaced.push_str(text.get(end..).unwrap_or_default());
    Ok(replaced)
}
