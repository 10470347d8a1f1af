//! Where YAML text may hold tabs. Terraform refuses them wherever they could be taken for indentation; the parser
//! behind `yamldecode` lets some of those pass, and refuses some in front of lines of JSON.

use granit_parser::{Event, ScalarStyle};
use std::borrow::Cow;

/// The text with spaces for tabs between the tokens of a text that is JSON or like it.
pub(super) fn without_flow_tabs(text: &str) -> Cow<'_, str> {
    let is_flow = text.trim_start_matches([' ', '\n']).starts_with(['{', '[']);
    if !is_flow || !text.contains('\t') {
        return Cow::Borrowed(text);
    }
    let mut quote = None;
    let mut escaped = false;
    let char = |char: char| {
        match (quote, char) {
            (Some('"'), '\\') if !escaped => {
                escaped = true;
                return char;
            }
            (Some(open), _) if open == char && !escaped => quote = None,
            (None, '"' | '\'') => quote = Some(char),
            (None, '\t') => return ' ',
            _ => {}
        }
        escaped = false;
        char
    };
    Cow::Owned(text.chars().map(char).collect())
}

/// Tabs that indent, and the parts of the text where they may.
pub(super) struct Tabs {
    /// Position, in characters, and line.
    found: Vec<(usize, usize)>,
    /// Quoted texts and collections in brackets.
    allowed: Vec<(usize, usize)>,
    /// Where the collections begin that are open.
    open: Vec<usize>,
}

impl Tabs {
    pub(super) fn of(text: &str) -> Tabs {
        let mut found = Vec::new();
        let mut start = 0;
        for (line, content) in text.split('\n').enumerate() {
            // Indicators of list items count as indentation.
            let indent = content.chars().take_while(|char| matches!(char, ' ' | '-' | '?')).count();
            let before: Option<char> = indent.checked_sub(1).and_then(|at| content.chars().nth(at));
            let indicates = content.chars().take(indent).all(|char| char == ' ') || before != Some(' ');
            if content.chars().nth(indent) == Some('\t') && indicates {
                found.push((start + indent, line + 1));
            }
            start += content.chars().count() + 1;
        }
        Tabs { found, allowed: Vec::new(), open: Vec::new() }
    }

    pub(super) fn see(&mut self, event: &Event<'_>, start: usize, end: usize) {
        match event {
            Event::Scalar(_, ScalarStyle::Plain, ..) => {}
            Event::Scalar(..) => self.allowed.push((start, end)),
            Event::SequenceStart(..) | Event::MappingStart(..) => self.open.push(start),
            Event::SequenceEnd | Event::MappingEnd => {
                // Only the end of a collection in brackets has a length.
                if let Some(opened) = self.open.pop().filter(|_| end > start) {
                    self.allowed.push((opened, end));
                }
            }
            _ => {}
        }
    }

    /// The line of the first tab that is not allowed.
    pub(super) fn wrong(&self) -> Option<usize> {
        let allowed = |at: usize| self.allowed.iter().any(|(start, end)| (*start..*end).contains(&at));
        self.found.iter().find(|(at, _)| !allowed(*at)).map(|(_, line)| *line)
    }
}
