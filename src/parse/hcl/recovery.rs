//! Finding the end of an item that could not be read, so that its neighbours can be.

use super::cursor::{Failure, Parser, is_name_continue, is_name_start};

/// Heredocs without an end after which no end is looked for.
pub(super) const MAX_UNENDED_HEREDOCS: usize = 10;

/// Bytes looked back over for the beginning of a line.
const LINE_LOOK_BACK: usize = 500;

/// Blocks that stand at the top of a Terraform file.
const TOP_LEVEL: [&str; 14] = [
    "check",
    "data",
    "ephemeral",
    "import",
    "locals",
    "module",
    "moved",
    "output",
    "provider",
    "removed",
    "resource",
    "run",
    "terraform",
    "variable",
];

impl Parser<'_> {
    /// Moves behind the item that began at `item` and is broken: to the end of the line on which its brackets are
    /// closed again, or, where they never are, to the first line that looks like the next item.
    pub(super) fn recover(&mut self, item: usize, failure: &Failure) {
        let indent = if failure.well_formed { None } else { self.line_indent(item) };
        let from = failure.start;
        let mut brackets = Brackets::default();
        // The newline before the first line that looks like the next item.
        let mut next_item = None;
        self.at = item;
        while let Some(byte) = self.byte() {
            match byte {
                b'\n' => {
                    if self.at >= from && brackets.open.is_empty() {
                        return;
                    }
                    if next_item.is_none() && self.next_line_is_outside(indent) {
                        next_item = Some(self.at);
                    }
                    if let Some(before) = next_item.filter(|_| self.at >= from) {
                        self.at = before;
                        return;
                    }
                    self.at += 1;
                }
                b'"' => self.skip_string(),
                b'#' => self.skip_line(),
                b'/' if self.byte_after(1) == Some(b'/') => self.skip_line(),
                b'/' if self.byte_after(1) == Some(b'*') => {
                    let rest = self.rest();
                    self.at += rest.find("*/").map_or(rest.len(), |at| at + 2);
                }
                b'<' if self.looking_at("<<") => self.skip_heredoc(),
                b'(' | b'[' | b'{' => {
                    brackets.open(byte);
                    self.at += 1;
                }
                b')' | b']' | b'}' => {
                    if !brackets.close(byte) && byte == b'}' && self.at >= from {
                        self.at = next_item.unwrap_or(self.at);
                        return;
                    }
                    self.at += 1;
                }
                _ => self.at += self.rest().chars().next().map_or(1, char::len_utf8),
            }
        }
    }

    /// Indentation of the line that holds `at`, unless that line began far away.
    fn line_indent(&self, at: usize) -> Option<usize> {
        let before = self.text.as_bytes().get(at.saturating_sub(LINE_LOOK_BACK)..at)?;
        let length = before.iter().rev().position(|byte| *byte == b'\n').unwrap_or(before.len());
        let near = length < LINE_LOOK_BACK;
        let line = self.text.as_bytes().get(at - length..)?;
        near.then(|| line.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count())
    }

    /// At a newline: the line behind it cannot belong to an item that was indented by `indent`.
    fn next_line_is_outside(&self, indent: Option<usize>) -> bool {
        let Some(indent) = indent else { return false };
        let line = self.rest().get(1..).unwrap_or_default().split('\n').next().unwrap_or_default();
        let text = line.trim_start_matches([' ', '\t']);
        let own = line.len() - text.len();
        if own > indent {
            return false;
        }
        (text.starts_with('}') && own < indent) || begins_item(text)
    }

    /// A block that only stands at the top of a file begins here.
    pub(super) fn at_top_level_header(&self) -> bool {
        let line = self.rest().split('\n').next().unwrap_or_default();
        let name = line.split(|c| !is_name_continue(c)).next().unwrap_or_default();
        let behind = line.get(name.len()..).unwrap_or_default().trim_start();
        TOP_LEVEL.contains(&name) && behind.starts_with(['"', '{']) && line.trim_end().ends_with('{')
    }

    /// At a quote: moves behind the quote that closes the string, or to the end of the line.
    fn skip_string(&mut self) {
        // Quotes and braces that are open: `"a ${ f("b") } c"`.
        let mut open = vec![b'"'];
        self.at += 1;
        while let Some(byte) = self.byte() {
            let in_text = open.last() == Some(&b'"');
            match byte {
                b'\n' => return,
                b'\\' if in_text => {
                    self.at += usize::from(self.byte_after(1).is_some_and(|b| b.is_ascii() && b != b'\n'))
                }
                b'"' if in_text => {
                    open.pop();
                }
                b'"' => open.push(b'"'),
                b'$' | b'%' if in_text && self.byte_after(1) == Some(b'{') => {
                    open.push(b'{');
                    self.at += 1;
                }
                b'{' if !in_text => open.push(b'{'),
                b'}' if !in_text => {
                    open.pop();
                }
                _ => {}
            }
            self.at += self.rest().chars().next().map_or(1, char::len_utf8);
            if open.is_empty() {
                return;
            }
        }
    }

    /// At `<<`: moves behind the heredoc's end, if it is one and has one.
    fn skip_heredoc(&mut self) {
        let start = self.at;
        self.at += 2;
        self.eat("-");
        let marker_start = self.at;
        let is_name = self.name().is_some();
        let marker = self.slice(marker_start, self.at);
        let opened = self.at;
        if is_name
            && self.unended_heredocs < MAX_UNENDED_HEREDOCS
            && (self.eat("\n") || self.eat("\r\n"))
            && self.skip_to_marker(self.at, marker)
        {
            return;
        }
        self.unended_heredocs += usize::from(is_name);
        self.at = if is_name { opened } else { start + 2 };
    }
}

/// `name =`, `name {` or `name "label" ... {`.
fn begins_item(line: &str) -> bool {
    if !line.starts_with(is_name_start) {
        return false;
    }
    let name = line.find(|c| !is_name_continue(c)).unwrap_or(line.len());
    let behind = line.get(name..).unwrap_or_default().trim_start();
    let attribute = behind.starts_with('=') && !behind.starts_with("==") && !behind.starts_with("=>");
    attribute || behind.starts_with('{') || (behind.starts_with('"') && line.trim_end().ends_with('{'))
}

/// Brackets that are open, with their numbers, so that a closing one without a partner costs nothing.
#[derive(Default)]
struct Brackets {
    open: Vec<u8>,
    round: usize,
    square: usize,
    curly: usize,
}

impl Brackets {
    fn number(&mut self, opening: u8) -> &mut usize {
        match opening {
            b'(' => &mut self.round,
            b'[' => &mut self.square,
            _ => &mut self.curly,
        }
    }

    fn open(&mut self, opening: u8) {
        self.open.push(opening);
        *self.number(opening) += 1;
    }

    /// Closes the innermost bracket of its kind and what is open inside it; false where there is none.
    fn close(&mut self, closing: u8) -> bool {
        let opening = match closing {
            b')' => b'(',
            b']' => b'[',
            _ => b'{',
        };
        if *self.number(opening) == 0 {
            return false;
        }
        while let Some(bracket) = self.open.pop() {
            *self.number(bracket) -= 1;
            if bracket == opening {
                break;
            }
        }
        true
    }
}
