//! Code frames: a few lines of a file, fit to be printed, for miette to draw.

use super::display::{COVER, escaped};
use super::secret::{credentials, names_a_secret, naming};
use crate::finding::Location;
use crate::source::{FileKind, SourceFile, Sources, Span};
use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use std::fmt::Write;
use std::ops::Range;

/// Lines shown before and after the labelled one.
const CONTEXT: usize = 1;
/// Lines looked back for the name that a `value` or `default` belongs to.
const NAME_WITHIN: usize = 12;
/// Longer lines are cut around the label, in bytes.
const WIDEST: usize = 240;

/// The lines around a place. miette never sees the file: it would read all of it for each frame.
pub(super) struct Frame {
    name: String,
    text: String,
    /// 0-based number of the first line.
    first: usize,
    /// 0-based column of the place, in characters.
    column: usize,
    /// The place in `text`.
    label: Range<usize>,
}

impl Frame {
    /// The frame of a place; `sensitive` are spans to be covered, ordered.
    pub(super) fn new(place: &Location, sources: &Sources, sensitive: &[Span]) -> Frame {
        let file = sources.file(place.span.file);
        let line = file.lines.line(place.span.start);
        // A plan repeats values, sensitive ones too, on lines that no value of a resource came from.
        let context = if file.kind == FileKind::Plan { 0 } else { CONTEXT };
        let first = line.saturating_sub(context);
        let sensitive = ranges(place, sensitive);
        let mut frame = Frame {
            name: place.file.clone(),
            text: String::new(),
            first,
            column: (place.start.column as usize).saturating_sub(1),
            label: 0..0,
        };
        for at in first..(line + 1 + context).min(file.lines.len()) {
            let last = at + 1 == file.lines.len();
            if last && at > line && file.lines.line_range(at, &file.text).is_empty() {
                break;
            }
            frame.add(&file, at, (at == line).then_some(place.span), &sensitive);
        }
        frame
    }

    /// The line of a place alone, without its indentation, as it may be shown.
    pub(super) fn line(place: &Location, sources: &Sources, sensitive: &[Span]) -> String {
        let file = sources.file(place.span.file);
        let at = file.lines.line(place.span.start);
        let mut frame = Frame { name: String::new(), text: String::new(), first: at, column: 0, label: 0..0 };
        frame.add(&file, at, Some(place.span), &ranges(place, sensitive));
        frame.text.trim().to_owned()
    }

    /// The labelled bytes, for miette.
    pub(super) fn label(&self) -> SourceSpan {
        (self.label.start, self.label.len()).into()
    }

    /// Adds a line as it may be shown; of the labelled one, where the label came to lie.
    fn add(&mut self, file: &SourceFile, at: usize, label: Option<Span>, sensitive: &[Range<usize>]) {
        let range = file.lines.line_range(at, &file.text);
        let text = file.text.get(range.clone()).unwrap_or_default();
        let label = label.map(|span| {
            let within = |byte: u32| (byte as usize).clamp(range.start, range.end) - range.start;
            within(span.start)..within(span.end)
        });
        let cut = match &label {
            Some(label) if file.kind == FileKind::Plan => label.clone(),
            label => window(text, label.as_ref()),
        };
        let covered = covered(file, at, &range, &cut, sensitive);
        let shown = ShownLine::new(text, &cut, &covered, label.unwrap_or(0..0));
        if shown.label.start < shown.label.end || self.label.is_empty() {
            let from = self.text.len();
            self.label = from + shown.label.start..from + shown.label.end;
        }
        self.text.push_str(&shown.text);
        self.text.push('\n');
    }
}

impl SourceCode for Frame {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let inside = self.text.as_str().read_span(span, before, after)?;
        let column = if before == 0 { self.column } else { inside.column() };
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            inside.data(),
            *inside.span(),
            inside.line() + self.first,
            column,
            inside.line_count(),
        )))
    }
}

/// Where the file of a place is to be covered.
fn ranges(place: &Location, sensitive: &[Span]) -> Vec<Range<usize>> {
    sensitive.iter().filter(|span| span.file == place.span.file).map(|span| span.range()).collect()
}

/// The byte range of a long line that is shown: around its label.
fn window(text: &str, label: Option<&Range<usize>>) -> Range<usize> {
    if text.len() <= WIDEST {
        return 0..text.len();
    }
    let from = label.map_or(0, |label| label.start.saturating_sub(WIDEST / 3));
    boundary(text, from)..boundary(text, from + WIDEST)
}

/// The nearest character boundary at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Byte ranges of a line that may not be shown, as far as they touch the part `cut` of it. Of a long line no more
/// is read than around that part: a whole file may be one line, with a finding at every other word.
fn covered(
    file: &SourceFile,
    at: usize,
    line: &Range<usize>,
    cut: &Range<usize>,
    sensitive: &[Range<usize>],
) -> Vec<Range<usize>> {
    let text = file.text.get(line.clone()).unwrap_or_default();
    let near = boundary(text, cut.start.saturating_sub(WIDEST))..boundary(text, cut.end + WIDEST);
    let named = (at.saturating_sub(NAME_WITHIN)..at).rev().find_map(|before| {
        let range = file.lines.line_range(before, &file.text);
        let range = range.start..boundary(&file.text, range.end.min(range.start + WIDEST));
        naming(file.text.get(range).unwrap_or_default())
    });
    let mut covered =
        credentials(text.get(near.clone()).unwrap_or_default(), named.is_some_and(names_a_secret));
    for range in &mut covered {
        *range = range.start + near.start..range.end + near.start;
    }
    let declared = sensitive.iter().filter(|span| span.start < line.end && line.start < span.end);
    covered.extend(
        declared.map(|span| span.start.max(line.start) - line.start..span.end.min(line.end) - line.start),
    );
    covered.sort_by_key(|range| (range.start, range.end));
    covered
}

/// Whether a CI workflow command of the form that may stand anywhere in a line begins here.
fn starts_command(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with("##["))
}

/// A line as it may be shown.
struct ShownLine {
    text: String,
    /// Where the label came to lie.
    label: Range<usize>,
}

impl ShownLine {
    /// Shows the bytes `cut` of `text`, without the `covered` ones.
    fn new(text: &str, cut: &Range<usize>, covered: &[Range<usize>], label: Range<usize>) -> ShownLine {
        let mut line = ShownLine { text: String::new(), label: 0..0 };
        if cut.start > 0 {
            line.text.push_str("... ");
        }
        let mut covered = covered.iter().filter(|range| !range.is_empty()).peekable();
        let (mut begun, mut ended) = (None, None);
        for (at, character) in text.get(cut.clone()).unwrap_or_default().char_indices() {
            let at = at + cut.start;
            if at >= label.start && begun.is_none() {
                begun = Some(line.text.len());
            }
            if at >= label.end && ended.is_none() {
                ended = Some(line.text.len());
            }
            while covered.next_if(|range| range.end <= at).is_some() {}
            match covered.peek() {
                Some(range) if range.start <= at => {
                    if range.start == at || at == cut.start {
                        line.text.push_str(COVER);
                    }
                }
                _ if (character != '\t' && escaped(character, false)) || starts_command(text, at) => {
                    let _ = write!(line.text, "\\u{{{:x}}}", u32::from(character));
                }
                _ => line.text.push(character),
            }
        }
        let end = line.text.len();
        line.label = begun.unwrap_or(end)..ended.unwrap_or(end).max(begun.unwrap_or(end));
        if cut.end < text.len() {
            line.text.push_str(" ...");
        }
        line
    }
}
