//! Regular expressions: `regex`, `regexall`, and `replace` with a pattern between slashes.

use super::arguments::{Signature, TEXT, string_data, too_large};
use super::pattern_syntax::translate;
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
/// Longest pattern, in bytes: its tree, which is built before, takes many times as much.
const MAX_PATTERN_TEXT: usize = 100_000;

fn compile(pattern: &str) -> Result<Regex, FunctionError> {
    if pattern.len() > MAX_PATTERN_TEXT {
        let message = format!("the pattern is longer than {MAX_PATTERN_TEXT} bytes");
        return Err(FunctionError { argument: Some(0), ..FunctionError::limit(message) });
    }
    let built = translate(pattern).and_then(|pattern| {
        RegexBuilder::new(&pattern).size_limit(MAX_PATTERN).build().map_err(|why| {
            let why = why.to_string();
            why.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
        })
    });
    built.map_err(|why| FunctionError::at(0, format!("this is not a valid regular expression: {why}")))
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
        Some(found) if text_of(&found) > MAX_TEXT => Err(too_large()),
        Some(found) => match_value(args, &regex, &found),
        None => Err(FunctionError::new("the pattern does not match the text")),
    }
}

/// The bytes that the groups of a match take; groups inside each other hold the same text again.
fn text_of(found: &Captures<'_>) -> usize {
    found.iter().flatten().map(|group| group.len()).fold(0, usize::saturating_add)
}

fn all_matches(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let regex = compile(args.text(0)?)?;
    let mut items = Vec::new();
    let mut length = 0usize;
    for found in regex.captures_iter(args.text(1)?) {
        length = length.saturating_add(text_of(&found));
        if items.len() * regex.captures_len() > MAX_ELEMENTS || length > MAX_TEXT {
            return Err(too_large());
        }
        items.push(match_value(args, &regex, &found)?);
    }
    args.list(items)
}

/// Replaces every match; `$1` and `${name}` in the replacement stand for groups.
pub(super) fn replace_all(text: &str, pattern: &str, replacement: &str) -> Result<String, FunctionError> {
    let regex = compile(pattern).map_err(|error| FunctionError { argument: Some(1), ..error })?;
    let references = replacement.matches('$').count();
    let mut replaced = String::new();
    let mut end = 0;
    for found in regex.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        replaced.push_str(text.get(end..whole.start()).unwrap_or_default());
        // No reference to a group gives more than the whole match.
        let most = whole.len().saturating_mul(references).saturating_add(replacement.len());
        if replaced.len().saturating_add(most) > MAX_TEXT {
            return Err(too_large());
        }
        found.expand(replacement, &mut replaced);
        end = whole.end();
    }
    replaced.push_str(text.get(end..).unwrap_or_default());
    Ok(replaced)
}
