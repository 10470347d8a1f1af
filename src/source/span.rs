//! Places in source text: byte spans, and lines and columns worked out from them on demand.

/// A file of this run. The number says nothing about order: sort by path instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

impl FileId {
    /// No file: the place of what nobody wrote.
    pub const NONE: FileId = FileId(u32::MAX);
}

/// A half-open byte range `start..end` in one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file the range lies in.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span; `end` is raised to `start` where it lies before it.
    pub fn new(file: FileId, start: usize, end: usize) -> Span {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file, start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The smallest span covering both; the other's range is ignored where it lies in another file.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        if self.file != other.file {
            return self;
        }
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The byte range, for slicing the file's text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A 1-based line and column. Columns count Unicode scalar values.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
pub struct Position {
    /// 1-based line.
    pub line: u32,
    /// 1-based column, in Unicode scalar values.
    pub column: u32,
}

/// Where the lines of a text begin, and how far its bytes are ahead of its characters. Looking a place up takes
/// the same time wherever it lies in a line, since a whole file may be one line.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// Counts up to every [`STRIDE`]th byte; empty where every character is one byte.
    counts: Vec<Counts>,
}

/// Bytes between two counts.
const STRIDE: usize = 256;

/// Length of a text in other units than bytes.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    /// Unicode scalar values.
    characters: u32,
    /// Characters of four bytes, which are two UTF-16 code units.
    wide: u32,
}

impl Counts {
    fn add(&mut self, byte: u8) {
        // A byte that continues a character is `10......`; one that begins a character of four bytes `11110...`.
        self.characters += u32::from(byte & 0xC0 != 0x80);
        self.wide += u32::from(byte >= 0xF0);
    }
}

impl LineIndex {
    /// Reads the line starts of `text`; lines end at `\n`.
    pub fn new(text: &str) -> LineIndex {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX)));
        LineIndex { starts: starts.collect(), counts: LineIndex::counts(text) }
    }

    fn counts(text: &str) -> Vec<Counts> {
        if text.is_ascii() {
            return Vec::new();
        }
        let mut counts = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut so_far = Counts::default();
        for chunk in text.as_bytes().chunks(STRIDE) {
            counts.push(so_far);
            chunk.iter().for_each(|byte| so_far.add(*byte));
        }
        counts
    }

    /// Counts from the beginning of `text` up to byte `at`.
    fn counts_to(&self, at: usize, text: &str) -> Counts {
        let at = at.min(text.len());
        if self.counts.is_empty() {
            return Counts { characters: u32::try_from(at).unwrap_or(u32::MAX), wide: 0 };
        }
        let stride = (at / STRIDE).min(self.counts.len() - 1);
        let mut counts = self.counts.get(stride).copied().unwrap_or_default();
        let rest = text.as_bytes().get(stride * STRIDE..at).unwrap_or_default();
        rest.iter().for_each(|byte| counts.add(*byte));
        counts
    }

    /// The 0-based line that holds byte `at`.
    pub fn line(&self, at: u32) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// The byte range of a 0-based line in `text`, without its line ending.
    pub fn line_range(&self, line: usize, text: &str) -> std::ops::Range<usize> {
        let start = self.starts.get(line).map_or(text.len(), |at| *at as usize);
        let end = self.starts.get(line + 1).map_or(text.len(), |at| *at as usize);
        let content = text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r']);
        start..start + content.len()
    }

    /// Number of lines; a text that ends in a newline has an empty last line.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Never true: an empty text has one empty line.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The line and column of byte `at` in `text`.
    pub fn position(&self, at: u32, text: &str) -> Position {
        let (line, start) = self.line_start(at);
        let (before, to) = (self.counts_to(start, text), self.counts_to(at as usize, text));
        let column = to.characters.saturating_sub(before.characters).saturating_add(1);
        Position { line, column }
    }

    /// The same with the column in UTF-16 code units.
    pub fn utf16_position(&self, at: u32, text: &str) -> Position {
        let (line, start) = self.line_start(at);
        let (before, to) = (self.counts_to(start, text), self.counts_to(at as usize, text));
        let units = |counts: Counts| counts.characters.saturating_add(counts.wide);
        Position { line, column: units(to).saturating_sub(units(before)).saturating_add(1) }
    }

    /// The 1-based line that holds byte `at`, and the byte it begins with.
    fn line_start(&self, at: u32) -> (u32, usize) {
        let line = self.line(at);
        let start = self.starts.get(line).map_or(0, |at| *at as usize);
        (u32::try_from(line + 1).unwrap_or(u32::MAX), start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn columns_agree_with_counting(text in "[a-zé😀\n]{0,900}") {
            let index = LineIndex::new(&text);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = &text[..at];
                let line = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
                let position = index.position(u32::try_from(at).unwrap(), &text);
                let utf16 = index.utf16_position(u32::try_from(at).unwrap(), &text);
                proptest::prop_assert_eq!(position.line as usize, before.matches('\n').count() + 1);
                proptest::prop_assert_eq!(position.column as usize, line.chars().count() + 1);
                proptest::prop_assert_eq!(utf16.column as usize, line.encode_utf16().count() + 1);
            }
        }
    }
}
