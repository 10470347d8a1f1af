//! The patterns of `fileset`.

use regex::Regex;

/// A pattern: `sub/**/*.{yml,yaml}`.
#[derive(Debug)]
pub(in crate::evaluate::terraform) struct Glob {
    /// Leading directories without wildcards; may go up.
    pub(in crate::evaluate::terraform) fixed: String,
    /// Directories to go down at most; none where any number may match.
    pub(in crate::evaluate::terraform) depth: Option<usize>,
    /// What follows the fixed part; none matches nothing.
    regex: Option<Regex>,
}

impl Glob {
    /// None where a bracket or brace is not closed.
    pub(in crate::evaluate::terraform) fn parse(pattern: &str) -> Option<Glob> {
        let parts: Vec<&str> = pattern.split('/').collect();
        let is_fixed = |part: &&&str| !part.contains(['*', '?', '[', '{', '\\']);
        let fixed = parts.iter().take_while(is_fixed).count().min(parts.len() - 1);
        let (fixed, rest) = parts.split_at_checked(fixed)?;
        let rest = rest.join("/");
        let depth = (!rest.contains("**")).then(|| rest.matches('/').count());
        let regex = if rest.is_empty() { None } else { Some(Regex::new(&to_regex(&rest)?).ok()?) };
        Some(Glob { fixed: fixed.join("/"), depth, regex })
    }

    /// Whether the pattern covers a path below its fixed part.
    pub(in crate::evaluate::terraform) fn matches(&self, path: &str) -> bool {
        self.regex.as_ref().is_some_and(|regex| regex.is_match(path))
    }
}

fn to_regex(glob: &str) -> Option<String> {
    let mut regex = String::from("^(?s:");
    let mut braces = 0usize;
    let mut chars = glob.chars().peekable();
    let mut at_start = true;
    while let Some(char) = chars.next() {
        let starts_part = std::mem::replace(&mut at_start, char == '/');
        match char {
            '*' if chars.next_if_eq(&'*').is_some() => match chars.peek() {
                Some('/') if starts_part => {
                    chars.next();
                    at_start = true;
                    regex.push_str("(?:[^/]+/)*");
                }
                None if starts_part => regex.push_str(".*"),
                _ => regex.push_str("[^/]*"),
            },
            '*' => regex.push_str("[^/]*"),
            '?' => regex.push_str("[^/]"),
            '[' => regex.push_str(&class(&mut chars)?),
            '{' => {
                braces += 1;
                regex.push_str("(?:");
            }
            '}' if braces > 0 => {
                braces -= 1;
                regex.push(')');
            }
            ',' if braces > 0 => regex.push('|'),
            '\\' => regex.push_str(&regex::escape(chars.next()?.encode_utf8(&mut [0; 4]))),
            _ => regex.push_str(&regex::escape(char.encode_utf8(&mut [0; 4]))),
        }
    }
    regex.push_str(")$");
    (braces == 0).then_some(regex)
}

/// The rest of a bracket expression; only `^` negates.
fn class(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<String> {
    let mut class = String::from("[");
    if chars.next_if_eq(&'^').is_some() {
        class.push_str("^/");
    }
    loop {
        match chars.next()? {
            ']' => break,
            '-' => class.push('-'),
            '\\' => class.push_str(&regex::escape(chars.next()?.encode_utf8(&mut [0; 4]))),
            char => class.push_str(&regex::escape(char.encode_utf8(&mut [0; 4]))),
        }
    }
    class.push(']');
    Some(class)
}
