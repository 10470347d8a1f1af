//! Texts of which parts are unknown.

use super::super::compile::Builtin;
use super::maybe::{Truth, is_unknown, unknown};
use regex::Regex;
use regorus::Value;

/// Stands for a value that is unknown, and in a text for a part that is. No text of a configuration has it.
pub(in crate::policy) const UNKNOWN: char = '\u{10FFFD}';
/// Stands in a text for a part that is unknown but has none of [`NOT_PLAIN`], or for none: the number of an account.
pub(in crate::policy) const PLAIN: char = '\u{10FFFB}';
/// What a text with holes has.
pub(super) const HOLES: [char; 2] = [UNKNOWN, PLAIN];

/// What separates the parts of ARNs and paths, and what stands for any text.
const NOT_PLAIN: [char; 4] = [':', '/', '*', '?'];

/// Whether a text with holes may be another one. What has two holes side by side is not empty.
pub(super) fn may_be(holed: &str, text: &str) -> Truth {
    let Some((first, mut rest)) = holed.split_once(HOLES) else { return Truth::of(holed == text) };
    let Some(mut left) = text.strip_prefix(first) else { return Truth::No };
    if text.is_empty() {
        let may_be_none = holed.chars().eq([PLAIN]);
        return if may_be_none { Truth::Maybe } else { Truth::No };
    }
    while let Some((piece, after)) = rest.split_once(HOLES) {
        match left.find(piece) {
            Some(at) => left = left.get(at + piece.len()..).unwrap_or_default(),
            None => return Truth::No,
        }
        rest = after;
    }
    let fits = left.ends_with(rest) && (!holed.contains(PLAIN) || fits_plainly(holed, text));
    if fits { Truth::Maybe } else { Truth::No }
}

/// Whether two texts with holes may be the same: how one is known to begin and to end, so may the other.
pub(super) fn may_be_same(one: &str, other: &str) -> Truth {
    let start = |text: &str| text.split(HOLES).next().unwrap_or_default().to_owned();
    let end = |text: &str| text.rsplit(HOLES).next().unwrap_or_default().to_owned();
    let (starts, ends) = ((start(one), start(other)), (end(one), end(other)));
    let begins_alike = starts.0.starts_with(&starts.1) || starts.1.starts_with(&starts.0);
    let ends_alike = ends.0.ends_with(&ends.1) || ends.1.ends_with(&ends.0);
    if begins_alike && ends_alike { Truth::Maybe } else { Truth::No }
}

/// Whether every part that is plain may be so.
fn fits_plainly(holed: &str, text: &str) -> bool {
    let piece = |letter: char| match letter {
        UNKNOWN => "(?s:.*)".to_owned(),
        PLAIN => "[^:/*?]*".to_owned(),
        letter => regex::escape(letter.encode_utf8(&mut [0; 4])),
    };
    let pattern: String = holed.chars().map(piece).collect();
    // One that is too large for a pattern may be anything.
    Regex::new(&format!("^{pattern}$")).map_or(true, |pattern| pattern.is_match(text))
}

/// Functions of a text with holes and another one.
pub(super) fn of_texts(builtin: Builtin, text: &str, part: &str) -> Value {
    let answer = |has: bool, starts: bool, ends: bool| match has {
        true => Truth::Yes.value(),
        false if may_have(text, part, starts, ends) => Truth::Maybe.value(),
        false => Truth::No.value(),
    };
    let start = text.split(HOLES).next().unwrap_or_default();
    let end = text.rsplit(HOLES).next().unwrap_or_default();
    let is_never_plain =
        matches!(part.chars().next(), Some(letter) if part.len() == 1 && NOT_PLAIN.contains(&letter));
    match builtin {
        Builtin::StartsWith => answer(start.starts_with(part), true, false),
        Builtin::EndsWith => answer(end.ends_with(part), false, true),
        Builtin::Contains => answer(text.split(HOLES).any(|known| known.contains(part)), false, false),
        Builtin::Split if part == "/" && is_network(text) => {
            // An address is a text, and no empty one.
            let piece = |piece: &str| match Value::from(piece) {
                piece if is_unknown(&piece) => Value::from([UNKNOWN, UNKNOWN].iter().collect::<String>()),
                piece => piece,
            };
            Value::from(text.split(part).map(piece).collect::<Vec<_>>())
        }
        // What may be nothing at all has no pieces.
        Builtin::Split if is_never_plain && !text.chars().eq([UNKNOWN]) => pieces(text, part),
        _ => unknown(),
    }
}

/// Steps that it may take to tell whether a text may have another one in it.
const MAX_STEPS: usize = 1_000_000;

/// Whether a text with holes may have another one in it, where wanted at its start or its end.
fn may_have(text: &str, part: &str, starts: bool, ends: bool) -> bool {
    let part: Vec<char> = part.chars().collect();
    if text.len().saturating_mul(part.len()) > MAX_STEPS {
        return true;
    }
    // How many of its letters may have been read.
    let mut read = vec![false; part.len() + 1];
    let mut next = read.clone();
    for (at, letter) in text.chars().enumerate() {
        if at == 0 || !starts {
            set(&mut read, 0);
        }
        let is_hole = HOLES.contains(&letter);
        for (at, own) in part.iter().enumerate() {
            let fits = match letter {
                UNKNOWN => true,
                PLAIN => !NOT_PLAIN.contains(own),
                letter => letter == *own,
            };
            if fits && read.get(at) == Some(&true) {
                // A hole goes on, a letter is read.
                set(if is_hole { &mut read } else { &mut next }, at + 1);
            }
        }
        if !is_hole {
            let is_over = !ends && read.last() == Some(&true);
            std::mem::swap(&mut read, &mut next);
            next.fill(false);
            if is_over {
                return true;
            }
        }
    }
    read.last() == Some(&true)
}

fn set(states: &mut [bool], at: usize) {
    if let Some(state) = states.get_mut(at) {
        *state = true;
    }
}

/// The pieces of a text, as far as they are known; in the middle there may be any number of others.
fn pieces(text: &str, separator: &str) -> Value {
    let mut pieces = Vec::new();
    for piece in text.split(separator) {
        if let Some((start, _)) = piece.split_once(UNKNOWN) {
            if !start.is_empty() {
                pieces.push(Value::from(format!("{start}{UNKNOWN}")));
            }
            pieces.push(unknown());
            let end = text.rsplit_once(UNKNOWN).and_then(|(_, end)| end.split_once(separator));
            pieces.extend(end.into_iter().flat_map(|(_, known)| known.split(separator)).map(Value::from));
            break;
        }
        pieces.push(Value::from(piece));
    }
    Value::from(pieces)
}

/// Whether a text with holes can be nothing but a network with its length: none of its holes has a `/` then.
fn is_network(text: &str) -> bool {
    let Some((address, length)) = text.split_once('/') else { return false };
    let of_address = |c: char| c.is_ascii_hexdigit() || matches!(c, '.' | ':' | UNKNOWN);
    address.chars().all(of_address)
        && !length.is_empty()
        && length.len() <= 3
        && length.bytes().all(|b| b.is_ascii_digit())
}
