//! Where the pieces of a text were written: lines of a heredoc, of a file that a function read, values put in.

use super::{Data, LinkKind, Origin, Part, Value};
use crate::source::{FileId, Sources, Span};
use std::ops::Range;

/// A piece of a text.
#[derive(Clone, Debug)]
struct Piece {
    /// Bytes of the text up to the end of the piece.
    end: usize,
    from: Source,
}

#[derive(Clone, Debug)]
enum Source {
    /// Written there. `exact`: byte for byte, so that a part of the piece has a place of its own.
    Written { span: Span, exact: bool },
    /// A value put in, and whether it may not be printed.
    Value(Origin, bool),
}

/// Where the pieces of a text were written. Of a text that is known in part, holes take no bytes.
#[derive(Clone, Debug, Default)]
pub struct TextMap {
    pieces: Vec<Piece>,
}

impl TextMap {
    /// Bytes of the text.
    pub fn length(&self) -> usize {
        self.pieces.last().map_or(0, |piece| piece.end)
    }

    /// Where the text stands as a whole, byte for byte: a file that a function read.
    pub fn whole(&self) -> Option<Span> {
        match self.pieces.as_slice() {
            [Piece { from: Source::Written { span, exact: true }, .. }] => Some(*span),
            _ => None,
        }
    }

    /// The map of a known string: as it was kept, or of the heredoc or string that it was written as.
    pub fn of(value: &Value, sources: &Sources) -> TextMap {
        let Some(text) = value.as_str() else { return value.origin.text_map().cloned().unwrap_or_default() };
        match value.origin.text_map() {
            Some(map) if map.length() == text.len() => map.clone(),
            _ => TextMap::written_as(text, &value.origin, sources),
        }
    }

    fn written_as(text: &str, origin: &Origin, sources: &Sources) -> TextMap {
        let mut map = TextMap::default();
        let mut copied = origin;
        for _ in 0..Origin::LONGEST_COPY {
            match copied.copied_from() {
                Some(before) => copied = before,
                None => break,
            }
        }
        let written = copied.span();
        let source = sources.file(written.file);
        let source = source.text.get(written.range()).unwrap_or_default();
        match (&copied.link().kind, source.starts_with("<<")) {
            (LinkKind::Literal, true) => {
                let body = source.find('\n').map_or(source.len(), |at| at + 1);
                let body = Span { start: written.start.saturating_add(clamped(body)), ..written };
                map.push_written(text, body, sources);
            }
            (LinkKind::Literal, false) if source.starts_with('"') => {
                map.push(text.len(), Source::Written { span: written, exact: false });
            }
            (LinkKind::Literal, false) => map.push_written(text, written, sources),
            _ => map.push(text.len(), Source::Value(origin.clone(), false)),
        }
        map
    }

    fn push(&mut self, length: usize, from: Source) {
        if length > 0 {
            let end = self.length() + length;
            self.pieces.push(Piece { end, from });
        }
    }

    /// Adds the text of a file as it is.
    pub fn push_file(&mut self, text: &str, span: Span) {
        self.push(text.len(), Source::Written { span, exact: true });
    }

    /// Adds text that was written at `span`, indented or with escapes, line for line.
    pub fn push_written(&mut self, text: &str, span: Span, sources: &Sources) {
        let file = sources.file(span.file);
        let source = file.text.get(span.range()).unwrap_or_default();
        if source == text {
            return self.push_file(text, span);
        }
        let written: Vec<&str> = source.split_inclusive('\n').collect();
        let count = text.split_inclusive('\n').count();
        // `~` may have cut off lines before or after the text.
        let same_start = written.first().is_some_and(|line| text.starts_with(line.trim()));
        let skipped = if same_start { 0 } else { written.len().saturating_sub(count) };
        let mut start =
            span.start as usize + written.iter().take(skipped).map(|line| line.len()).sum::<usize>();
        let mut written = written.into_iter().skip(skipped);
        for line in text.split_inclusive('\n') {
            let Some(from) = written.next() else {
                let last = Span { start: span.end, ..span };
                self.push(line.len(), Source::Written { span: last, exact: false });
                continue;
            };
            let end = start + from.len();
            let exact = from.ends_with(line);
            let begins = if exact { end - line.len() } else { start };
            self.push(line.len(), Source::Written { span: Span::new(span.file, begins, end), exact });
            start = end;
        }
    }

    /// Adds a value that was put in, as it was written itself if that is known. What is written on one line is a value,
    /// not a text with lines of its own.
    pub fn push_value(&mut self, length: usize, value: &Value, sources: &Sources) {
        let has_lines = || value.as_str().is_some_and(|text| text.contains('\n'));
        // What was typed on a command line has no lines.
        let is_written =
            |map: &TextMap| map.place(0..length).is_some_and(|place| !sources.file(place.file).is_made_up());
        let map = match value.origin.text_map() {
            Some(map) => Some(map).filter(|map| map.length() == length).cloned(),
            None if has_lines() => Some(TextMap::of(value, sources)).filter(is_written),
            None => None,
        };
        match map.filter(|map| !value.sensitive || map.tells_secrets(value)) {
            Some(map) => self.append(map),
            None => self.push(length, Source::Value(value.origin.clone(), value.sensitive)),
        }
    }

    fn append(&mut self, other: TextMap) {
        let before = self.length();
        self.pieces.extend(other.pieces.into_iter().map(|piece| Piece { end: piece.end + before, ..piece }));
    }

    /// The pieces that overlap a range, each with the part of it in the range.
    fn parts(&self, range: &Range<usize>) -> impl Iterator<Item = (&Source, Range<usize>)> {
        let first = self.pieces.partition_point(|piece| piece.end <= range.start);
        let mut start = first.checked_sub(1).and_then(|at| self.pieces.get(at)).map_or(0, |piece| piece.end);
        let range = range.clone();
        self.pieces.iter().skip(first).map_while(move |piece| {
            let own = std::mem::replace(&mut start, piece.end)..piece.end;
            let from = range.start.max(own.start);
            let part = from - own.start..range.end.min(own.end).max(from) - own.start;
            (own.start < range.end || part.start == 0 && own.start == range.start)
                .then_some((&piece.from, part))
        })
    }

    /// The same map, where what was written in `copy` was written as `text` says: a file made of that text.
    #[must_use]
    pub fn copied(&self, copy: FileId, text: &TextMap) -> TextMap {
        let mut map = TextMap::default();
        let mut start = 0;
        for piece in &self.pieces {
            let length = piece.end - std::mem::replace(&mut start, piece.end);
            match &piece.from {
                Source::Written { span, exact: true } if span.file == copy => {
                    map.append(text.slice(span.range()))
                }
                Source::Written { span, exact: false } if span.file == copy => match text.place(span.range())
                {
                    Some(span) => map.push(length, Source::Written { span, exact: false }),
                    None => map.push(length, piece.from.clone()),
                },
                from => map.push(length, from.clone()),
            }
        }
        map
    }

    /// The map of a part of the text.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> TextMap {
        let mut map = TextMap::default();
        for (from, part) in self.parts(&range) {
            let from = match from {
                Source::Written { span, exact: true } => {
                    Source::Written { span: within(*span, &part), exact: true }
                }
                other => other.clone(),
            };
            map.push(part.len(), from);
        }
        map
    }

    /// Where a part of the text was written; none where values make it up.
    pub fn place(&self, range: Range<usize>) -> Option<Span> {
        let mut found: Option<Span> = None;
        for (from, part) in self.parts(&range) {
            let Source::Written { span, exact } = from else { continue };
            let span = if *exact { within(*span, &part) } else { *span };
            found = match found {
                Some(first) if first.file == span.file && first.start <= span.start => {
                    Some(Span { end: span.end.max(first.end), ..first })
                }
                Some(first) => Some(first),
                None => Some(span),
            };
        }
        found
    }

    /// The origins of values put into a part of the text.
    pub fn values(&self, range: Range<usize>) -> Vec<Origin> {
        let value = |(from, part): (&Source, Range<usize>)| match from {
            Source::Value(origin, _) if !part.is_empty() => Some(origin.clone()),
            _ => None,
        };
        self.parts(&range).filter_map(value).collect()
    }

    /// Whether it is known which parts of a text with this map may not be printed; those that are unknown are none.
    pub fn tells_secrets(&self, text: &Value) -> bool {
        let is_secret = |part: &Part| matches!(part, Part::Hole(hole) if hole.sensitive);
        self.pieces.iter().any(|piece| matches!(piece.from, Source::Value(_, true)))
            || matches!(&text.data, Data::Unknown(unknown) if unknown.parts.iter().any(is_secret))
    }

    /// Whether a part of the text may not be printed.
    pub fn is_secret(&self, range: Range<usize>) -> bool {
        self.parts(&range).any(|(from, part)| matches!(from, Source::Value(_, true)) && !part.is_empty())
    }

    /// Whether a part of the text holds anything that was written out, not put in.
    pub fn has_own_text(&self, range: Range<usize>) -> bool {
        self.parts(&range).any(|(from, part)| matches!(from, Source::Written { .. }) && !part.is_empty())
    }
}

fn within(span: Span, part: &Range<usize>) -> Span {
    let start = span.start.saturating_add(clamped(part.start)).min(span.end);
    let end = span.start.saturating_add(clamped(part.end)).min(span.end);
    Span { start, end, ..span }
}

fn clamped(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
