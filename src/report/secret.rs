//! What looks like a credential in a line of text. No regular expressions: this runs on every line of every
//! report, and compiling them would cost more than the reading.

pub(super) use crate::graph::names_a_secret;
use crate::graph::{ISSUED, is_literal, is_part, is_secret_key, passwords_in_addresses};
use std::ops::Range;

/// Bytes looked back on a line for the name that a `value` belongs to.
const BESIDE: usize = 120;

/// Base64 runs as long as this are keys and certificates; hexadecimal digests are not.
const LONG_BASE64: usize = 60;

/// Byte ranges of `line` that look like credentials, ordered, apart. `named_before`: an earlier line gave the
/// name that this line's `value` or `default` belongs to.
pub(super) fn credentials(line: &str, named_before: bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    assigned(line, named_before, &mut found);
    found.extend(passwords_in_addresses(line));
    if line.len() >= 20 {
        issued(line, &mut found);
    }
    found.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// The name that a line gives to what follows on later lines: `variable "x" {`, `- name: X`, `name = "X"`.
pub(super) fn naming(line: &str) -> Option<&str> {
    let line = line.trim().trim_start_matches("- ").trim_start();
    let rest = line.strip_prefix("variable").or_else(|| line.strip_prefix("name"))?;
    let rest = rest.trim_start().trim_start_matches([':', '=']).trim_start();
    let name = rest.trim_start_matches(['"', '\'']);
    Some(name.split(['"', '\'', ' ', ',', '{']).next().unwrap_or_default())
}

/// Values set with `=` or `:` under a name that says it is secret.
fn assigned(line: &str, named_before: bool, found: &mut Vec<Range<usize>>) {
    for (at, sign) in line.match_indices(['=', ':']) {
        let before = line.get(..at).unwrap_or_default().trim_end().trim_end_matches(['"', '\'']);
        let name_start = before
            .rfind(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.')))
            .map_or(0, |last| {
                last + before.get(last..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
            });
        let name = before.get(name_start..).unwrap_or_default();
        let by_line = named_before && matches!(name, "value" | "default");
        let secret = by_line || (names_a_secret(name) && !name.is_empty());
        if secret || (name == "value" && named_beside(line.get(..name_start).unwrap_or_default())) {
            let after = at + sign.len();
            found.extend(value_range(line, after, sign == ":"));
        }
    }
}

/// Whether `{ name = "DB_PASSWORD", ` stands in what comes before a `value`.
fn named_beside(before: &str) -> bool {
    let near = (before.len().saturating_sub(BESIDE)..=before.len()).find_map(|from| before.get(from..));
    let near = near.unwrap_or_default();
    near.rfind("name").and_then(|from| near.get(from..)).and_then(naming).is_some_and(names_a_secret)
}

/// The value that begins after byte `after`: a quoted string, or with `bare` a YAML scalar. References, booleans
/// and numbers are not secrets.
fn value_range(line: &str, after: usize, bare: bool) -> Option<Range<usize>> {
    let rest = line.get(after..)?;
    let start = after + (rest.len() - rest.trim_start_matches([' ', '\t', '=', '>']).len());
    let value = line.get(start..)?;
    for quote in ['"', '\''] {
        let Some(inside) = value.strip_prefix(quote) else { continue };
        let end = closing(inside, quote);
        let text = inside.get(..end)?;
        return (!text.is_empty() && !text.starts_with("${") && !text.starts_with("{{"))
            .then_some(start + 1..start + 1 + end);
    }
    // `export TOKEN=...` in a script: no space on either side.
    if !bare {
        let ends = [' ', '\t', '\n', '"', '\'', '\\', ';', ',', '&', '|'];
        let text = value.split(ends).next().unwrap_or_default();
        return (start == after && is_literal(text)).then(|| start..start + text.len());
    }
    let text = value.split([',', '}', ' ', '\t', '\n']).next().unwrap_or_default().trim_end();
    let plain = matches!(text, "" | "true" | "false" | "null" | "~" | "|" | ">" | "|-" | ">-" | "{" | "[");
    let refers = text.starts_with(['{', '[', '$', '&', '*', '!']);
    // In YAML white space follows the colon; `secret:db` is part of some other name.
    let bare = bare && start > after;
    (bare && !plain && !refers && text.parse::<f64>().is_err()).then(|| start..start + text.len())
}

/// The byte offset of the quote that ends a string, or its length.
fn closing(inside: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in inside.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return at,
            _ => {}
        }
    }
    inside.len()
}

/// Credentials known by their form, wherever they stand.
fn issued(line: &str, found: &mut Vec<Range<usize>>) {
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let skip = rest.find(is_part).unwrap_or(rest.len());
        let word = rest.get(skip..).unwrap_or_default();
        let length = word.find(|c| !is_part(c)).unwrap_or(word.len());
        let word = word.get(..length).unwrap_or_default();
        let (start, end) = (at + skip, at + skip + length);
        let set = word.rfind('=').map_or(0, |sign| sign + 1);
        if looks_issued(word) {
            found.push(start..end);
        } else if word.get(set..).is_some_and(is_secret_key) {
            found.push(start + set..end);
        }
        at = end.max(at + 1);
        while !line.is_char_boundary(at) {
            at += 1;
        }
    }
}

fn looks_issued(word: &str) -> bool {
    let prefixed = ISSUED.iter().any(|(prefix, length, _)| word.len() >= *length && word.starts_with(prefix));
    prefixed || (word.len() >= LONG_BASE64 && is_base64(word))
}

/// Base64 that is not hexadecimal, a path or a host name.
fn is_base64(word: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
    word.bytes().all(allowed)
        && word.bytes().any(|b| b.is_ascii_uppercase())
        && word.bytes().any(|b| b.is_ascii_lowercase())
        && word.bytes().any(|b| b.is_ascii_digit())
        && word.split('/').any(|part| part.len() >= 30)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line with its credentials replaced by `#`.
    fn covered(line: &str, named_before: bool) -> String {
        let mut text = line.to_owned();
        for range in credentials(line, named_before).into_iter().rev() {
            text.replace_range(range, "#");
        }
        text
    }

    #[test]
    fn credentials_are_found() {
        for (line, expected) in [
            (r#"password = "hunter2""#, r##"password = "#""##),
            (r#"  "DB_PASSWORD" : "a\"b", "x": 1"#, r##"  "DB_PASSWORD" : "#", "x": 1"##),
            ("token: abc # why", "token: # # why"),
            ("client-secret: 'a b'", "client-secret: '#'"),
            (r#"env = { name = "API_KEY", value = "x" }"#, r##"env = { name = "API_KEY", value = "#" }"##),
            ("id AKIAIOSFODNN7EXAMPLE.", "id #"),
            ("x ghp_0123456789012345678901234567890123456 y", "x # y"),
            ("export DB_PASSWORD=hunter2; run", "export DB_PASSWORD=#; run"),
            ("x = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "x = #"),
            ("run --with x=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "run --with x=#"),
            (r#"url = "postgres://app:hunter2@db""#, r##"url = "postgres://app:#@db""##),
            ("MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj", "#"),
        ] {
            assert_eq!(covered(line, false), expected);
        }
        assert_eq!(covered(r#"  default = "hunter2""#, true), r##"  default = "#""##);
        assert_eq!(covered("value: hunter2", true), "value: #");
    }

    #[test]
    fn other_text_stays() {
        for line in [
            "password = var.password",
            r#"password = "${var.password}""#,
            "token: true",
            "token: 12",
            "token:",
            "secretName: web-tls",
            "automountServiceAccountToken: false",
            r#"secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db""#,
            "image: web@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            "uri: https://example.com/a/long/path/that/is/not/a/key/at/all/1234567890",
            r#"value = "x""#,
            "a = b",
            "ref: 0123456789abcdef0123456789abcdef01234567",
            "`http_tokens` is not set (aws-ec2-metadata-without-token)",
        ] {
            assert_eq!(covered(line, false), line);
        }
    }

    proptest::proptest! {
        #[test]
        fn ranges_are_ordered_and_on_boundaries(line in "[a-zé\"'=: ,{}]{0,20}(token|password|name|value)[ =:\"'é]{0,4}[a-z\"é]{0,9}") {
            let mut last = 0;
            for range in credentials(&line, true) {
                proptest::prop_assert!(last <= range.start && range.start <= range.end);
                proptest::prop_assert!(line.get(range.clone()).is_some());
                last = range.end;
            }
        }
    }
}
