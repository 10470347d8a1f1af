//! Texts that are known in part.

use super::arguments::{string_data, too_large};
use super::{Arguments, Data, FunctionError, MAX_TEXT, Value, types};
use crate::evaluate::Part;

/// A text put together from known and unknown parts.
#[derive(Default)]
pub(super) struct PartialText {
    parts: Vec<Part>,
    pending: String,
    /// Bytes so far, of texts and holes.
    length: usize,
}

/// Bytes that a hole in a text counts for.
const HOLE: usize = 64;

impl PartialText {
    pub(super) fn text(&mut self, text: &str) {
        self.length = self.length.saturating_add(text.len());
        if !self.is_full() {
            self.pending.push_str(text);
        }
    }

    /// Nothing more goes in: the text has become too long.
    pub(super) fn is_full(&self) -> bool {
        self.length > MAX_TEXT
    }

    /// The bytes that the text takes.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// Adds the text of a string, number or boolean, or what is known of it.
    pub(super) fn value(&mut self, value: &Value) {
        if let Some(text) = types::text_of(value) {
            return self.text(&text);
        }
        match &value.data {
            Data::Unknown(unknown) if !unknown.parts.is_empty() => {
                for part in &unknown.parts {
                    match part {
                        Part::Text(text) => self.text(text),
                        Part::Hole(hole) => self.hole(hole),
                    }
                }
            }
            _ => self.hole(value),
        }
    }

    pub(super) fn hole(&mut self, value: &Value) {
        self.length = self.length.saturating_add(HOLE);
        if self.is_full() {
            return;
        }
        if !self.pending.is_empty() {
            self.parts.push(Part::Text(std::mem::take(&mut self.pending).into()));
        }
        self.parts.push(Part::Hole(value.clone()));
    }

    /// The text, or an unknown value that holds its parts.
    pub(super) fn finish(mut self, args: &Arguments<'_>) -> Result<Value, FunctionError> {
        if self.is_full() {
            return Err(too_large());
        }
        if self.parts.is_empty() {
            return Ok(args.computed(string_data(&self.pending)));
        }
        if !self.pending.is_empty() {
            self.parts.push(Part::Text(self.pending.into()));
        }
        Ok(args.unknown_with(self.parts, None))
    }
}
