//! Texts that something else makes YAML or Terraform's syntax of.

/// The text is a template of YAML: `{{`, `{%`, `%{` or `@NAME@` stands where YAML would not have it. Inside quotes and block
/// scalars, and in the further lines of a plain one, such text is data of a valid manifest.
pub(super) fn is_template(text: &str) -> bool {
    if !["{{", "{%", "%{", "@"].iter().any(|mark| text.contains(mark)) {
        return false;
    }
    let mut open = Open::Nothing;
    for line in text.split('\n') {
        let content = line.trim();
        let indent = line.len() - line.trim_start().len();
        match open {
            Open::Quote(quote) if after_quoted(content, quote).is_none() => continue,
            Open::Below(outer) if content.is_empty() || indent > outer => continue,
            // What follows a closing quote is nothing that begins a value.
            Open::Quote(_) => {
                open = Open::Nothing;
                continue;
            }
            Open::Below(_) | Open::Nothing => open = Open::Nothing,
        }
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        if begins(content) {
            return true;
        }
        let entry = Entry::of(content, indent);
        if begins(entry.text) || begins(entry.value) {
            return true;
        }
        open = entry.leaves_open();
    }
    false
}

/// What the lines that follow are a part of.
#[derive(Clone, Copy)]
enum Open {
    Nothing,
    /// A quoted scalar: up to this quote.
    Quote(char),
    /// Another one: what is indented deeper than this.
    Below(usize),
}

/// A line of YAML outside of scalars.
struct Entry<'a> {
    /// Without the dashes in front.
    text: &'a str,
    /// What stands behind a key, else the text.
    value: &'a str,
    /// The indentation of what the value belongs to: a key, or the dash of an element.
    indent: usize,
}

impl<'a> Entry<'a> {
    fn of(content: &'a str, indent: usize) -> Entry<'a> {
        let text = content.trim_start_matches("- ").trim_start();
        let column = indent + content.len() - text.len();
        let key = match quote_of(text) {
            Some(quote) => {
                after_quoted(text.get(1..).unwrap_or_default(), quote).and_then(|rest| rest.strip_prefix(':'))
            }
            None => {
                text.split_once(": ").map(|(_, value)| value).or_else(|| text.ends_with(':').then_some(""))
            }
        };
        match key {
            Some(value) => Entry { text, value: value.trim_start(), indent: column },
            None => Entry { text, value: text, indent: if column > indent { column - 1 } else { indent } },
        }
    }

    fn leaves_open(&self) -> Open {
        if opens_block_scalar(self.text) {
            return Open::Below(self.indent);
        }
        match quote_of(self.value) {
            Some(quote) => match after_quoted(self.value.get(1..).unwrap_or_default(), quote) {
                Some(_) => Open::Nothing,
                None => Open::Quote(quote),
            },
            // Behind an anchor, a tag or nothing a mapping may stand, and flows close themselves.
            None if self.value.is_empty() || self.value.starts_with(['&', '*', '!', '[', '{', '#', '-']) => {
                Open::Nothing
            }
            None => Open::Below(self.indent),
        }
    }
}

fn quote_of(text: &str) -> Option<char> {
    text.chars().next().filter(|first| matches!(first, '"' | '\''))
}

/// What follows a quoted text, from behind the quote that opens it; none if it goes on.
fn after_quoted(text: &str, quote: char) -> Option<&str> {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' && quote == '"' {
            letters.next();
        } else if letter == quote {
            // A single quote is written twice.
            if quote == '\'' && letters.next_if(|(_, next)| *next == quote).is_some() {
                continue;
            }
            return text.get(at + 1..);
        }
    }
    None
}

fn begins(text: &str) -> bool {
    ["{{", "{%", "%{"].iter().any(|mark| text.starts_with(mark)) || begins_with_name(text)
}

/// The text begins with a name between `@`, as `configure` and shell scripts replace it. No plain scalar begins so.
fn begins_with_name(text: &str) -> bool {
    let name = text.strip_prefix('@').and_then(|rest| rest.split_once('@')).map(|(name, _)| name);
    name.is_some_and(|name| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
    })
}

/// The text is a template that something else makes Terraform's syntax of: `{{` or `{%` begins a line outside of
/// heredocs.
pub(super) fn is_hcl_template(text: &str) -> bool {
    if !text.contains("{{") && !text.contains("{%") {
        return false;
    }
    let mut marker: Option<&str> = None;
    for line in text.split('\n').map(str::trim) {
        match marker {
            Some(end) if line == end => marker = None,
            Some(_) => {}
            None if line.starts_with("{{") || line.starts_with("{%") => return true,
            None => {
                let opened = line.rsplit_once("<<").map(|(_, name)| name.trim_start_matches('-'));
                marker = opened.filter(|name| {
                    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
                });
            }
        }
    }
    false
}

/// The line ends in `|` or `>` with its modifiers.
fn opens_block_scalar(line: &str) -> bool {
    let line = line.split(" #").next().unwrap_or(line).trim_end();
    let head = line.trim_end_matches(|c: char| c == '-' || c == '+' || c.is_ascii_digit());
    let modifiers = line.len() - head.len();
    modifiers <= 2
        && head
            .strip_suffix(['|', '>'])
            .is_some_and(|before| before.is_empty() || before.ends_with([' ', '\t']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates() {
        let yes = [
            "a: {{ .Values.x }}\n",
            "{{- if .x }}\na: 1\n{{- end }}\n",
            "a:\n  - {{ x }}\n",
            "{% if x %}\na: 1\n",
            "a:\n%{ for x in y ~}\n  - ${x}\n%{ endfor ~}\n",
            "- name: {{ x }}\n",
            "metadata:\n  name: @NAME@-0\n",
            "@HEADER@\na: 1\n",
            "a: \"x\"\nb: {{ x }}\n",
            "a: \"x\n  y\"\nb: {{ x }}\n",
            "- a: |\n    text\n  b: {{ x }}\n",
            "a: text\n  more\n{{ x }}\n",
            "\"a: b\": {{ x }}\n",
            "a: &anchor\n  {{ x }}: 1\n",
        ];
        let no = [
            "a: \"{{ x }}\"\n",
            "a: |\n  {{ x }}\n\n  {{ y }}\nb: 1\n",
            "a: see {{ x }}\n",
            "%YAML 1.2\n---\na: 1%{x}\n",
            "steps:\n- script: >-\n    {{ x }}\n",
            "# {{ x }}\n",
            "name: '@NAME@'\n",
            "path: /mnt/@NAME@\n",
            "mail: a@b@c\n",
            "name: @a b@\n",
            "by: @somebody\n",
            "a: \"x\n  {{ y }}\n\n  {{ z \\\" }} \"\nb: 1\n",
            "a: 'it''s\n  {{ y }}'\nb: 1\n",
            "a: text\n  {{ more }}\nb: 1\n",
            "- text\n  {{ more }}\n- b\n",
            "- \"on: {{ time }}\"\n",
            "- 'see: {{ time }}'\n",
            "\"a: {{ b }}\": 1\n",
        ];
        for text in yes {
            assert!(is_template(text), "{text}");
        }
        for text in no {
            assert!(!is_template(text), "{text}");
        }
    }
}
