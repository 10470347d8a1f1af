//! RE2's syntax, which Terraform uses, in the words of the regex crate. Where both take a pattern they may mean
//! different things by it: `\d`, `\w`, `\s` and `\b` know ASCII only in RE2, `[` and `&&` are plain characters in
//! its brackets, and a `{` that counts nothing is itself.

/// Largest number of repetitions that RE2 counts.
const MAX_REPEAT: u32 = 1_000;

/// The pattern as the regex crate has to read it. What neither takes is left to the regex crate to refuse.
///
/// # Errors
/// What the regex crate takes and RE2 does not, in words.
pub(super) fn translate(pattern: &str) -> Result<String, String> {
    let mut translator = Translator { rest: pattern, out: String::with_capacity(pattern.len()) };
    translator.pattern()?;
    Ok(translator.out)
}

struct Translator<'p> {
    rest: &'p str,
    out: String,
}

impl<'p> Translator<'p> {
    fn next(&mut self) -> Option<char> {
        let char = self.rest.chars().next()?;
        self.rest = self.rest.get(char.len_utf8()..).unwrap_or_default();
        Some(char)
    }

    fn eat(&mut self, token: &str) -> bool {
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// What precedes `end`, which is passed over.
    fn up_to(&mut self, end: char) -> Option<&'p str> {
        let (found, rest) = self.rest.split_once(end)?;
        self.rest = rest;
        Some(found)
    }

    fn pattern(&mut self) -> Result<(), String> {
        // Whether what comes before is a repetition, which must not be repeated.
        let mut repeated = false;
        while let Some(char) = self.next() {
            let before = std::mem::take(&mut repeated);
            match char {
                '\\' => self.escape()?,
                '[' => self.bracket()?,
                '(' => self.group()?,
                '*' | '+' | '?' => {
                    self.out.push(char);
                    repeated = true;
                }
                '{' => match self.count()? {
                    Some(count) => {
                        self.out.push_str(&count);
                        repeated = true;
                    }
                    None => self.out.push_str("\\{"),
                },
                '}' => self.out.push_str("\\}"),
                _ => self.out.push(char),
            }
            if repeated && before {
                return Err("a repetition is repeated".to_owned());
            }
            if repeated && self.eat("?") {
                self.out.push('?');
            }
        }
        Ok(())
    }

    /// `{2}`, `{2,}` or `{2,5}` behind its brace; none where it is plain text.
    fn count(&mut self) -> Result<Option<String>, String> {
        // No further than it can be a count: to look for the brace in the rest, at every brace, takes too long.
        let end =
            self.rest.find(|char: char| !char.is_ascii_digit() && char != ',').unwrap_or(self.rest.len());
        let Some((inside, rest)) = self.rest.split_at_checked(end) else { return Ok(None) };
        let Some(rest) = rest.strip_prefix('}') else { return Ok(None) };
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let (least, most) = inside.split_once(',').unwrap_or((inside, ""));
        if !is_number(least) || !(most.is_empty() || is_number(most)) {
            return Ok(None);
        }
        let fits = |text: &str| text.is_empty() || text.parse::<u32>().is_ok_and(|count| count <= MAX_REPEAT);
        if !fits(least) || !fits(most) {
            return Err(format!("a repetition counts more than {MAX_REPEAT}"));
        }
        self.rest = rest;
        Ok(Some(format!("{{{inside}}}")))
    }

    /// Behind an opening parenthesis.
    fn group(&mut self) -> Result<(), String> {
        self.out.push('(');
        if !self.eat("?") {
            return Ok(());
        }
        self.out.push('?');
        if self.eat("P<") || self.eat("<") {
            let name = self.up_to('>').unwrap_or_default();
            if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
                return Err("the name of a group has other characters than letters, digits and _".to_owned());
            }
            self.out.push_str(&format!("P<{name}>"));
            return Ok(());
        }
        let end = self.rest.find([')', ':']).unwrap_or(self.rest.len());
        match self.rest.get(..end) {
            Some(flags) if flags.chars().all(|flag| "imsU-".contains(flag)) => Ok(()),
            _ => Err("a group begins with flags that RE2 does not know".to_owned()),
        }
    }

    /// Behind a backslash, outside brackets.
    fn escape(&mut self) -> Result<(), String> {
        if self.eat("Q") {
            // Everything up to `\E` stands for itself.
            let (quoted, rest) = self.rest.split_once("\\E").unwrap_or((self.rest, ""));
            self.out.push_str(&regex::escape(quoted));
            self.rest = rest;
            return Ok(());
        }
        for (name, meaning) in [
            ("b", "(?-u:\\b)"),
            ("B", "\\B"),
            ("A", "\\A"),
            ("z", "\\z"),
            ("d", "[0-9]"),
            ("D", "[^0-9]"),
            ("w", "[0-9A-Za-z_]"),
            ("W", "[^0-9A-Za-z_]"),
            ("s", "[\\t\\n\\x0C\\r ]"),
            ("S", "[^\\t\\n\\x0C\\r ]"),
        ] {
            if self.eat(name) {
                self.out.push_str(meaning);
                return Ok(());
            }
        }
        self.character_or_property()
    }

    /// An escape that means the same in brackets.
    fn character_or_property(&mut self) -> Result<(), String> {
        let unknown = |char: char| Err(format!("\\{char} is no escape"));
        match self.next() {
            Some(property @ ('p' | 'P')) => self.property(property == 'P'),
            Some(first @ '0'..='7') => {
                let digits = self.rest.bytes().take(2).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
                if first != '0' && digits == 0 {
                    return Err("back-references are not supported".to_owned());
                }
                let octal = format!("{first}{}", self.rest.get(..digits).unwrap_or_default());
                self.rest = self.rest.get(digits..).unwrap_or_default();
                let code = u32::from_str_radix(&octal, 8).unwrap_or(0);
                self.out.push_str(&format!("\\x{{{code:X}}}"));
                Ok(())
            }
            Some(char @ ('a' | 'f' | 't' | 'n' | 'r' | 'v' | 'x')) => {
                self.out.extend(['\\', char]);
                if char == 'x' && self.eat("{") {
                    let code = self.up_to('}').ok_or("a code point is not closed")?;
                    self.out.push_str(&format!("{{{code}}}"));
                }
                Ok(())
            }
            Some(char) if char.is_ascii_alphanumeric() || !char.is_ascii() => unknown(char),
            Some(char) => {
                self.out.push_str(&regex::escape(char.encode_utf8(&mut [0; 4])));
                Ok(())
            }
            None => Err("the pattern ends with a backslash".to_owned()),
        }
    }

    /// Behind `\p` or `\P`: a general category or a script.
    fn property(&mut self, negated: bool) -> Result<(), String> {
        let name = match self.eat("{") {
            true => self.up_to('}'),
            false => {
                let length = self.rest.chars().next().map_or(0, char::len_utf8);
                let (name, rest) = self.rest.split_at_checked(length).unwrap_or_default();
                self.rest = rest;
                Some(name)
            }
        };
        let name = name.ok_or("a property is not closed")?;
        let (negated, name) = match name.strip_prefix('^') {
            Some(name) => (!negated, name),
            None => (negated, name),
        };
        let letter = if negated { 'P' } else { 'p' };
        let mut letters = name.chars();
        let capital = letters.next().is_some_and(|char| char.is_ascii_uppercase());
        if !capital || !letters.all(|char| char.is_ascii_alphabetic() || char == '_') {
            return Err(format!("{name:?} is no property of characters"));
        }
        let is_category = name.len() <= 2 || name == "Any";
        let key = if is_category { "" } else { "Script=" };
        self.out.push_str(&format!("\\{letter}{{{key}{name}}}"));
        Ok(())
    }

    /// Behind an opening bracket.
    fn bracket(&mut self) -> Result<(), String> {
        self.out.push('[');
        if self.eat("^") {
            self.out.push('^');
        }
        let mut first = true;
        while let Some(char) = self.next() {
            match char {
                ']' if !first => {
                    self.out.push(']');
                    return Ok(());
                }
                ']' => self.out.push_str("\\]"),
                '[' if self.rest.starts_with(':') => match self.up_to(']') {
                    Some(name) => self.out.push_str(&format!("[{name}]")),
                    None => return Err("a bracket is not closed".to_owned()),
                },
                '[' | '&' | '~' => self.out.extend(['\\', char]),
                '\\' => self.bracket_escape()?,
                '-' if first && self.rest.starts_with('-') => self.out.push_str("\\-"),
                // A range up to a hyphen, which is out of order but for a few.
                '-' if self.eat("-") => self.out.push_str("-\\-"),
                _ => self.out.push(char),
            }
            first = false;
        }
        Err("a bracket is not closed".to_owned())
    }

    fn bracket_escape(&mut self) -> Result<(), String> {
        for (name, meaning) in [
            ("d", "0-9"),
            ("D", "[^0-9]"),
            ("w", "0-9A-Za-z_"),
            ("W", "[^0-9A-Za-z_]"),
            ("s", "\\t\\n\\x0C\\r "),
            ("S", "[^\\t\\n\\x0C\\r ]"),
        ] {
            if self.eat(name) {
                self.out.push_str(meaning);
                // A hyphen behind a class is itself.
                if self.rest.starts_with('-') && !self.rest.starts_with("-]") {
                    self.rest = self.rest.get(1..).unwrap_or_default();
                    self.out.push_str("\\-");
                }
                return Ok(());
            }
        }
        self.character_or_property()
    }
}
