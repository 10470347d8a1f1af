//! Texts with holes in them.

use crate::evaluate::{Data, Part, Value};
use crate::graph::link::sameness::{Source, source};
use rustc_hash::FxHashMap;

/// Stands before and behind the number of a hole: no text that anybody writes holds it.
const HOLE: char = '\u{10FFFE}';

/// Templates inside of templates.
const MAX_DEPTH: usize = 16;

/// Bytes of a text that are read.
const MAX_LENGTH: usize = 16_384;

/// Numbers the holes of texts, so that what comes from the same place has the same number.
#[derive(Default)]
pub(super) struct Texts {
    numbers: FxHashMap<Source, usize>,
}

impl Texts {
    /// The text of a string, each of its unknown parts a hole; none of what is no string.
    pub(super) fn read(&mut self, value: &Value) -> Option<String> {
        let mut text = String::new();
        self.append(value, &mut text, 0).then_some(text)
    }

    fn append(&mut self, value: &Value, text: &mut String, depth: usize) -> bool {
        if text.len() > MAX_LENGTH {
            return false;
        }
        match &value.data {
            // A reason names what it could not find; nothing of this may be shown.
            Data::String(_) | Data::Number(_) | Data::Unknown(_) if value.sensitive => self.hole(value, text),
            Data::String(known) => text.push_str(known),
            Data::Number(number) => text.push_str(&number.to_json().to_string()),
            Data::Unknown(unknown) if unknown.parts.is_empty() || depth >= MAX_DEPTH => {
                self.hole(value, text);
            }
            Data::Unknown(unknown) => {
                return unknown.parts.iter().all(|part| match part {
                    Part::Text(known) => {
                        text.push_str(known);
                        true
                    }
                    Part::Hole(value) => self.append(value, text, depth + 1),
                });
            }
            _ => return false,
        }
        true
    }

    fn hole(&mut self, value: &Value, text: &mut String) {
        let next = self.numbers.len();
        let source = source(&value.origin).unwrap_or(Source::Own(next));
        let number = *self.numbers.entry(source).or_insert(next);
        text.push_str(&format!("{HOLE}{number}{HOLE}"));
    }
}

/// Whether no part of the text is unknown.
pub(super) fn is_known(text: &str) -> bool {
    !text.contains(HOLE)
}

/// The text as a reader may see it.
pub(super) fn shown(text: &str) -> String {
    let pieces = text.split(HOLE).enumerate();
    pieces.map(|(at, piece)| if at % 2 == 0 { piece } else { "${...}" }).collect()
}

/// Whether a text meets a pattern in which `*` stands for any text and `?` for one character.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut at, mut read) = (0, 0);
    let mut last_star: Option<(usize, usize)> = None;
    while read < text.len() {
        match pattern.get(at) {
            Some('*') => {
                last_star = Some((at, read));
                at += 1;
            }
            Some(one) if *one == '?' || text.get(read) == Some(one) => (at, read) = (at + 1, read + 1),
            _ => match last_star {
                Some((star, start)) => {
                    last_star = Some((star, start + 1));
                    (at, read) = (star + 1, start + 1);
                }
                None => return false,
            },
        }
    }
    pattern.iter().skip(at).all(|one| *one == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_any_text() {
        for (pattern, text, expected) in [
            ("a:*:b", "a:x:b", true),
            ("a:*", "a:", true),
            ("a:*:c", "a:x:b", false),
            ("a:?", "a:bc", false),
            ("*b*", "abbc", true),
            ("", "a", false),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn holes_are_shown_as_such() {
        assert_eq!(shown("arn:\u{10FFFE}3\u{10FFFE}:role"), "arn:${...}:role");
    }
}
