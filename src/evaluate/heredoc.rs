//! Places inside JSON that is written out in a heredoc or a file: its text is source text, line for line, so a path
//! into the document has a line of its own. Interpolations may stand anywhere in it.

use crate::evaluate::{Path, Step};
use std::ops::Range;

/// The byte range of the value at `path` in the JSON that a heredoc or a file holds, or of its deepest ancestor that is
/// there; for an entry of an object the key belongs to it. None if `text` holds no JSON, and outside of heredocs, where
/// expressions look much like it, if nothing of the path is there.
pub fn find(text: &str, path: &[Step]) -> Option<Range<usize>> {
    let heredoc = text.strip_prefix("<<").and_then(|rest| rest.find('\n'));
    let mut scanner = Scanner { text, at: heredoc.map_or(0, |end| end + 2) };
    scanner.space();
    if !matches!(scanner.peek(), Some(b'{' | b'[')) {
        return None;
    }
    let mut found = heredoc.map(|_| scanner.at..scanner.at + 1);
    for step in path {
        let start = match (scanner.peek(), step) {
            (Some(b'{'), Step::Key(key)) => scanner.entry(key),
            (Some(b'['), Step::Index(index)) => scanner.element(*index),
            // Policy documents let a single element stand for a list of one.
            (Some(b'{'), Step::Index(0)) => continue,
            _ => None,
        };
        let Some(start) = start else { break };
        let value = scanner.at;
        let mut end = Scanner { text, at: value };
        end.value();
        found = Some(start..end.at.max(value));
    }
    found
}

/// The byte range of the value at `path` in a text of JSON, of a string what stands between its quotes; none where the
/// path leads to nothing.
pub fn value(text: &str, path: &[Step]) -> Option<Range<usize>> {
    let mut scanner = Scanner { text, at: 0 };
    scanner.space();
    for step in path {
        match (scanner.peek(), step) {
            (Some(b'{'), Step::Key(key)) => scanner.entry(key)?,
            (Some(b'['), Step::Index(index)) => scanner.element(*index)?,
            (Some(b'{'), Step::Index(0)) => continue,
            _ => return None,
        };
    }
    let start = scanner.at;
    let quoted = usize::from(scanner.peek() == Some(b'"'));
    scanner.value();
    let written = text.get(start..scanner.at)?.trim_end();
    Some(start + quoted..start + written.len().saturating_sub(quoted).max(quoted))
}

/// The steps of `path` from `depth` on.
pub fn rest(path: &Path, depth: usize) -> &[Step] {
    path.0.get(depth..).unwrap_or_default()
}

/// Reads JSON as far as it goes; at what is no JSON it stands still. Every step moves forward, so the time it takes
/// is bounded by the text.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Goes to the value under `key` of the object that begins here; gives where the key begins.
    fn entry(&mut self, key: &str) -> Option<usize> {
        let begun = self.at;
        self.eat(b'{');
        loop {
            self.space();
            let start = self.at;
            if self.peek() != Some(b'"') {
                break;
            }
            self.string();
            let name = self.text.get(start + 1..self.at.saturating_sub(1)).unwrap_or_default();
            let found = name == key;
            self.space();
            if !self.eat(b':') {
                break;
            }
            self.space();
            if found {
                return Some(start);
            }
            self.value();
            self.space();
            if !self.eat(b',') {
                break;
            }
        }
        self.at = begun;
        None
    }

    /// Goes to an element of the array that begins here; gives where it begins.
    fn element(&mut self, index: usize) -> Option<usize> {
        let begun = self.at;
        self.eat(b'[');
        for _ in 0..index {
            self.space();
            let before = self.at;
            self.value();
            self.space();
            if self.at == before || !self.eat(b',') {
                self.at = begun;
                return None;
            }
        }
        self.space();
        match self.peek() {
            None | Some(b']') => {
                self.at = begun;
                None
            }
            _ => Some(self.at),
        }
    }

    /// Goes past a value: to the `,`, `}` or `]` that ends it, or past the string.
    fn value(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => self.string(),
                b'$' | b'%' => self.interpolation(),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' if depth == 0 => return,
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' if depth == 0 => return,
                _ => self.at += 1,
            }
            if depth == 0 && matches!(byte, b'"' | b'}' | b']') {
                return;
            }
        }
    }

    /// Goes past a string.
    fn string(&mut self) {
        self.eat(b'"');
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    self.at += 1;
                    return;
                }
                b'\\' => self.at += 2,
                b'$' | b'%' => self.interpolation(),
                _ => self.at += 1,
            }
        }
    }

    /// Goes past `${ ... }`, whose own strings and braces are no JSON; past the one character if it is none.
    fn interpolation(&mut self) {
        self.at += 1;
        if !self.eat(b'{') {
            return;
        }
        let (mut depth, mut quoted) = (1_usize, false);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' if quoted => self.at += 1,
                b'"' => quoted = !quoted,
                b'{' if !quoted => depth += 1,
                b'}' if !quoted => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> Path {
        let step = |part: &str| part.parse().map_or_else(|_| Step::from(part), Step::Index);
        Path(text.split('.').filter(|part| !part.is_empty()).map(step).collect())
    }

    const TEXT: &str = r#"<<-EOT
  {
    "a": [ { "b": "x${f("}", "{")}y" }, { "b": ${var.list}, "c" : "]" } ],
    "d\"": {}, "e": 1
  }
EOT"#;

    #[test]
    fn finds_values() {
        for (at, expected) in [
            ("a.0.b", Some(r#""b": "x${f("}", "{")}y""#)),
            ("a.1.b", Some(r#""b": ${var.list}"#)),
            ("a.1.c", Some(r#""c" : "]""#)),
            ("a.1.nothing", Some(r#"{ "b": ${var.list}, "c" : "]" }"#)),
            ("a.2", Some(r#""a": [ { "b": "x${f("}", "{")}y" }, { "b": ${var.list}, "c" : "]" } ]"#)),
            ("e", Some(r#""e": 1"#)),
            ("nothing", Some("{")),
        ] {
            let found = find(TEXT, &path(at).0).and_then(|range| TEXT.get(range));
            assert_eq!(found.map(str::trim_end), expected, "{at}");
        }
        let file = "{\n  \"a\": [\n    1,\n    2\n  ]\n}\n";
        assert_eq!(
            find(file, &path("a.1").0).and_then(|range| file.get(range)).map(str::trim_end),
            Some("2")
        );
        assert_eq!(find(file, &path("b").0), None);
        assert_eq!(find("{ a = [1] }", &path("a.0").0), None);
        assert_eq!(find("<<EOT\nplain\nEOT", &[]), None);
        assert_eq!(find("\"{}\"", &[]), None);
    }

    proptest::proptest! {
        #[test]
        fn never_fails(text in r#"(<<E\n)?[{}\[\]",:$%\\a \n]{0,60}"#) {
            for at in ["a", "0", "a.0.a", "0.a.0"] {
                if let Some(range) = find(&text, &path(at).0) {
                    proptest::prop_assert!(range.start <= range.end && range.start <= text.len());
                }
            }
        }
    }
}
