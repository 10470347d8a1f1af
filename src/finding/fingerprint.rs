//! `purlin/v1`: a name for a fault that stays the same while the fault does.
//!
//! It is made of the rule, the block at fault, the words of the cause, the path of the fault, and a number among
//! equals. Line numbers, file names, positions in lists and instance keys are left out on purpose: blank lines,
//! edits elsewhere, reordered blocks, a renamed file and one more instance must not change it.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What a fingerprint is made of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cause {
    /// The rule's id.
    pub(super) rule: String,
    /// The block at fault: directory and address without instance keys.
    pub(super) block: String,
    /// The primary location's text, white space normalised.
    pub(super) text: String,
    /// Path of the fault without positions.
    pub(super) path: String,
}

/// Gives each cause its fingerprint. Equal causes are numbered in the order they come in.
pub(super) fn fingerprints(causes: &[Cause]) -> Vec<String> {
    let mut met: BTreeMap<&Cause, u32> = BTreeMap::new();
    causes
        .iter()
        .map(|cause| {
            let ordinal = met.entry(cause).or_insert(0);
            *ordinal += 1;
            digest(cause, *ordinal)
        })
        .collect()
}

/// 128 bits in hexadecimal: enough for every finding of every repository.
fn digest(cause: &Cause, ordinal: u32) -> String {
    let mut hash = Sha256::new();
    hash.update(b"purlin/v1");
    for part in [&cause.rule, &cause.block, &cause.text, &cause.path, &ordinal.to_string()] {
        // The length keeps `ab` + `c` apart from `a` + `bc`.
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hexadecimal(hash.finalize().iter().take(16))
}

/// Bytes as text.
pub(super) fn hexadecimal<'b>(bytes: impl Iterator<Item = &'b u8>) -> String {
    bytes.fold(String::with_capacity(32), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The fingerprint of the next finding with the same one.
pub(super) fn numbered(fingerprint: &str, ordinal: u32) -> String {
    let cause = Cause {
        rule: String::new(),
        block: String::new(),
        text: fingerprint.to_owned(),
        path: String::new(),
    };
    digest(&cause, ordinal)
}

/// Characters of the cause that count: of a whole object on one line, no more than tells it from its neighbours.
const LONGEST_TEXT: usize = 200;

/// The beginning of a text, white space folded to single spaces.
pub(super) fn normalised(text: &str) -> String {
    let end = text.char_indices().nth(LONGEST_TEXT).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The address without `[0]` and `["key"]`.
pub fn without_instance_keys(address: &str) -> String {
    let mut plain = String::with_capacity(address.len());
    let mut characters = address.chars();
    while let Some(character) = characters.next() {
        if character != '[' {
            plain.push(character);
            continue;
        }
        let (mut quoted, mut escaped) = (false, false);
        for inside in characters.by_ref() {
            match inside {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => quoted = !quoted,
                ']' if !quoted => break,
                _ => {}
            }
        }
    }
    plain
}
