//! Text of which parts are unknown, and patterns over it.

use crate::evaluate::Path;
use crate::graph::ResourceIndex;

/// Stands for an unknown part. A noncharacter: no text is meant to hold it.
pub(super) const HOLE: char = '\u{10FFFE}';

/// A text and what it refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(in crate::graph) struct Text {
    /// The text, each unknown part a [`HOLE`].
    pub(in crate::graph) text: String,
    /// What it was made from: resources, and which attribute of theirs.
    pub(in crate::graph) refers: Vec<(ResourceIndex, Path)>,
    /// Of each unknown part that whoever applies the configuration gives, or a module that is not here, which place it
    /// comes from; none for others. What comes from the same place is equal.
    pub(super) holes: Vec<Option<usize>>,
}

impl Text {
    /// A text that is known as a whole.
    pub(super) fn known(text: &str) -> Text {
        Text { text: text.to_owned(), ..Text::default() }
    }

    /// Whether every part of it is known.
    pub(in crate::graph) fn is_known(&self) -> bool {
        !self.text.contains(HOLE)
    }

    /// The text, if every part of it is known.
    pub(super) fn as_known(&self) -> Option<&str> {
        self.is_known().then_some(self.text.as_str())
    }

    /// Whether no part of it is known.
    pub(super) fn is_hole(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(|character| character == HOLE)
    }

    /// Whether it is certain to be the same as an equal one.
    pub(super) fn is_determined(&self) -> bool {
        self.is_known() || !self.refers.is_empty() || self.holes.iter().all(Option::is_some)
    }

    /// Adds an unknown part.
    pub(super) fn push_hole(&mut self, from: Option<usize>) {
        self.text.push(HOLE);
        self.holes.push(from);
    }

    /// The text as documents show it: unknown parts are `${}`.
    pub(super) fn shown(&self) -> String {
        self.text.replace(HOLE, "${}")
    }
}

/// Whether a pattern with `*` and `?` matches the whole of a text. Takes time in proportion to the product of their
/// lengths at worst.
pub(super) fn glob(pattern: &str, text: &str) -> bool {
    let pattern: Vec<char> = pattern.chars().collect();
    let text: Vec<char> = text.chars().collect();
    let (mut at, mut read) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while let Some(character) = text.get(read) {
        match pattern.get(at) {
            Some('*') => {
                retry = Some((at, read));
                at += 1;
            }
            Some(own) if *own == '?' || own == character => {
                at += 1;
                read += 1;
            }
            _ => match retry {
                Some((star, from)) => {
                    retry = Some((star, from + 1));
                    at = star + 1;
                    read = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern.iter().skip(at).all(|character| *character == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_any_text_and_question_marks_for_one_character() {
        for (pattern, text) in
            [("*", ""), ("a*c", "abbc"), ("a?c", "abc"), ("*:*", "iam:x"), ("**", "x"), ("a*b*c", "aXbXbXc")]
        {
            assert!(glob(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [("a?c", "ac"), ("", "a"), ("a*", "ba"), ("*b", "abc"), ("a", "aa")] {
            assert!(!glob(pattern, text), "{pattern} {text}");
        }
    }
}
