//! YAML that is the value of a string: what it holds, with every part's place in the text that it was written as.
//! Where parts of the string are unknown, the structure around them is kept.

use super::tree;
use crate::evaluate::{Data, LinkKind, Origin, Part, Reason, TextMap, Unknown, Value};
use crate::parse::tree::Node;
use crate::parse::yaml;
use crate::source::{Diagnostic, Level, Sources, Span};
use std::ops::Range;
use std::sync::Arc;

/// Stands in for a hole. A noncharacter: no text is meant to hold it.
const HOLE: char = '\u{10FFFE}';

/// Strings within strings within strings.
const MAX_NESTING: usize = 16;

/// Why a string holds no documents.
pub(in crate::evaluate) enum NoDocuments {
    /// Nothing, or too little, is known of it.
    Unknown,
    /// It is no YAML.
    Broken(Diagnostic),
}

/// The documents in a string; what stands under their top-level keys `sensitive` must not be printed.
pub(in crate::evaluate) fn documents(
    value: &Value,
    sensitive: &dyn Fn(&Node) -> &'static [&'static str],
    sources: &Sources,
) -> Result<(Vec<Value>, Vec<Diagnostic>), NoDocuments> {
    if let Some(document) = value.origin.encoded_yaml() {
        return Ok((vec![document.clone()], Vec::new()));
    }
    let parts = match &value.data {
        Data::String(text) => vec![Part::Text(text.clone())],
        Data::Unknown(unknown) if !unknown.parts.is_empty() => unknown.parts.clone(),
        _ => return Err(NoDocuments::Unknown),
    };
    let mut text = Embedded::of(value, sources);
    text.put_together(&parts, 0);
    if text.clashes {
        return Err(NoDocuments::Unknown);
    }
    text.settle_lines();
    let (nodes, found) = yaml::parse_text(text.whole.file, &text.text);
    let broken = found.into_iter().find(|diagnostic| diagnostic.level == Level::Error);
    match broken {
        Some(_) if !text.holes.is_empty() => return Err(NoDocuments::Unknown),
        Some(broken) => return Err(NoDocuments::Broken(text.placed(broken))),
        None => {}
    }
    let mut diagnostics = Vec::new();
    let documents = nodes.iter().map(|node| {
        let (document, found) = tree::evaluate_embedded(node, sensitive(node), &text);
        diagnostics.extend(found.into_iter().map(|diagnostic| text.placed(diagnostic)));
        document
    });
    let documents = documents.collect();
    Ok((documents, diagnostics))
}

/// A hole in the text.
struct Gap {
    /// Where its stand-in is.
    at: usize,
    value: Value,
    /// It is a line of its own among entries or items: there may be any number of them.
    many: bool,
}

/// A text with stand-ins for what is unknown in it.
pub(super) struct Embedded {
    text: String,
    holes: Vec<Gap>,
    map: TextMap,
    /// The string as a whole.
    whole: Span,
    /// All of it may not be printed: which part of it is a secret is not known.
    sensitive: bool,
    /// The known text holds the stand-in itself.
    clashes: bool,
    /// Text that was put in to make entries of holes: where, and how many bytes.
    added: Vec<(usize, usize)>,
}

impl Embedded {
    fn of(value: &Value, sources: &Sources) -> Embedded {
        let map = TextMap::of(value, sources);
        let known_secrets = map.tells_secrets(value);
        Embedded {
            text: String::new(),
            holes: Vec::new(),
            whole: value.origin.span(),
            sensitive: value.sensitive && !known_secrets,
            map,
            clashes: false,
            added: Vec::new(),
        }
    }

    fn put_together(&mut self, parts: &[Part], depth: usize) {
        for part in parts {
            match part {
                Part::Text(text) => {
                    self.clashes |= text.contains(HOLE);
                    self.text.push_str(text);
                }
                Part::Hole(Value { data: Data::Unknown(unknown), .. })
                    if !unknown.parts.is_empty() && unknown.encodes.is_none() && depth < MAX_NESTING =>
                {
                    self.put_together(&unknown.parts, depth + 1);
                }
                Part::Hole(value) => {
                    self.holes.push(Gap { at: self.text.len(), value: value.clone(), many: false });
                    self.text.push(HOLE);
                }
            }
        }
    }

    /// A hole that is a line of its own between entries or items of a collection stands for some of those: it is
    /// made one, so that the text around it can be read.
    fn settle_lines(&mut self) {
        let lines: Vec<Range<usize>> = {
            let mut start = 0;
            let line = |line: &str| {
                let range = start..start + line.len();
                start = range.end;
                range
            };
            self.text.split_inclusive('\n').map(line).collect()
        };
        let mut insertions = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let content = self.text.get(line.clone()).unwrap_or_default();
            let trimmed = content.trim();
            if trimmed.is_empty() || !trimmed.chars().all(|char| char == HOLE || char == ' ') {
                continue;
            }
            let indent = content.len() - content.trim_start().len();
            let before = lines.get(..at).unwrap_or_default().iter().rev();
            let beside =
                self.beside(before, indent).or_else(|| self.beside(lines.iter().skip(at + 1), indent));
            let first = line.start + indent;
            if let Some(item) = beside {
                insertions.push((first, line.start + content.trim_end().len(), item));
            }
        }
        for (first, end, item) in insertions.into_iter().rev() {
            self.holes
                .iter_mut()
                .filter(|hole| (first..end).contains(&hole.at))
                .for_each(|hole| hole.many = true);
            if item {
                self.insert(first, "- ");
            } else {
                self.insert(end, ": ");
            }
        }
    }

    fn insert(&mut self, at: usize, text: &str) {
        self.text.insert_str(at, text);
        self.holes.iter_mut().filter(|hole| hole.at >= at).for_each(|hole| hole.at += text.len());
        self.added.iter_mut().filter(|(place, _)| *place >= at).for_each(|(place, _)| *place += text.len());
        self.added.push((at, text.len()));
    }

    /// Whether the collection that a line of that indentation belongs to has items; none where it is none. The first
    /// of `lines` that is not indented deeper tells, unless it is indented less.
    fn beside<'r>(&self, lines: impl Iterator<Item = &'r Range<usize>>, indent: usize) -> Option<bool> {
        for line in lines.filter_map(|line| self.text.get(line.clone())) {
            let trimmed = line.trim();
            let is_hole = trimmed.chars().all(|char| char == HOLE || char == ' ');
            if is_hole || trimmed.starts_with('#') {
                continue;
            }
            let own = line.len() - line.trim_start().len();
            let item = trimmed == "-" || trimmed.starts_with("- ");
            let content = trimmed.trim_start_matches('-').trim_start();
            // The first entry of a mapping that is an item stands behind the dash.
            if item && own + trimmed.len() - content.len() == indent {
                return Some(false);
            }
            if own <= indent {
                return (own == indent).then_some(item);
            }
        }
        None
    }

    /// A range of the text as a range of what is known of it.
    fn known(&self, range: &Range<usize>) -> Range<usize> {
        let before = |at: usize| {
            let holes = self.holes.iter().filter(|hole| hole.at < at).count() * HOLE.len_utf8();
            let added: usize =
                self.added.iter().filter(|(place, _)| *place < at).map(|(_, length)| length).sum();
            at.saturating_sub(holes + added)
        };
        let start = before(range.start);
        start..before(range.end).max(start)
    }

    /// Holes in a range of the text.
    fn holes_in(&self, range: &Range<usize>) -> &[Gap] {
        let first = self.holes.partition_point(|hole| hole.at < range.start);
        let end = self.holes.partition_point(|hole| hole.at < range.end);
        self.holes.get(first..end.max(first)).unwrap_or_default()
    }

    /// Where a range of the text was written: its own place, else that of its line, else the whole string.
    fn place(&self, range: &Range<usize>) -> Span {
        let line_start =
            self.text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let rest = self.text.get(range.start..).unwrap_or_default();
        let line_end = range.start + rest.find('\n').unwrap_or(rest.len());
        let line = self.text.get(line_start..line_end).unwrap_or_default();
        let line_start = line_start + line.len() - line.trim_start().len();
        let own = self.known(range);
        let own = if own.is_empty() { None } else { self.map.place(own) };
        own.or_else(|| self.map.place(self.known(&(line_start..line_end)))).unwrap_or(self.whole)
    }

    /// Whether a part of the text may not be printed.
    pub(super) fn is_secret(&self, span: Span) -> bool {
        self.sensitive || self.map.is_secret(self.known(&span.range()))
    }

    /// Where a structure came from.
    pub(super) fn structure_origin(&self, span: Span) -> Origin {
        Origin::literal(self.place(&span.range()))
    }

    /// Where a scalar came from: the text, or a value put into it.
    pub(super) fn scalar_origin(&self, span: Span) -> Origin {
        let range = span.range();
        let place = self.place(&range);
        let inner = self.within_quotes(range);
        let known = self.known(&inner);
        let mut values = self.map.values(known.clone());
        values.extend(self.holes_in(&inner).iter().map(|hole| hole.value.origin.clone()));
        if values.is_empty() {
            return Origin::literal(place);
        }
        if self.map.has_own_text(known) || values.len() > 1 {
            values.insert(0, Origin::literal(place));
        }
        Origin::new(LinkKind::Computed, place, values)
    }

    fn within_quotes(&self, range: Range<usize>) -> Range<usize> {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let quoted = |quote: char| text.len() > 1 && text.starts_with(quote) && text.ends_with(quote);
        match quoted('"') || quoted('\'') {
            true => range.start + 1..range.end - 1,
            false => range,
        }
    }

    /// The unknown value that a scalar with a hole in it is; none where it has no hole.
    pub(super) fn unknown_scalar(&self, node: &Node, text: &str) -> Option<Value> {
        let range = node.span.range();
        let holes = self.holes_in(&range);
        let first = holes.first()?;
        let origin = self.scalar_origin(node.span);
        let sensitive = self.sensitive || holes.iter().any(|hole| hole.value.sensitive);
        let alone = text.strip_prefix(HOLE).is_some_and(str::is_empty);
        let reason = match &first.value.data {
            Data::Unknown(unknown) => unknown.reason.clone(),
            _ => Reason::Computed,
        };
        let unknown = match (&first.value.data, alone) {
            (Data::Unknown(unknown), true) => {
                match unknown.encodes.as_ref().or(first.value.origin.encoded_yaml()) {
                    Some(inside) => return Some(inside.clone()),
                    None => {
                        let many = first.many || self.is_flow_item(&range);
                        Unknown { many, each: None, ..(**unknown).clone() }
                    }
                }
            }
            _ if holes.iter().any(|hole| hole.many) => Unknown::because(reason),
            _ => Unknown { not_null: true, parts: parts(text, holes), ..Unknown::because(reason) },
        };
        Some(Value { data: Data::Unknown(Arc::new(unknown)), origin, sensitive })
    }

    /// Whether what stands there alone is an item between brackets: it may be the text of several.
    fn is_flow_item(&self, range: &Range<usize>) -> bool {
        let before = self.text.get(..range.start).unwrap_or_default().trim_end();
        let after = self.text.get(range.end..).unwrap_or_default().trim_start();
        before.ends_with(['[', ',']) && after.starts_with([']', ','])
    }

    /// What stands for entries under a key that is not known; none where the key is known.
    pub(super) fn unknown_entries(&self, key: Span) -> Option<Value> {
        let hole = self.holes_in(&key.range()).first()?;
        let reason = match &hole.value.data {
            Data::Unknown(unknown) => unknown.reason.clone(),
            _ => Reason::Computed,
        };
        Some(Value::unknown(reason, self.scalar_origin(key)))
    }

    /// A diagnostic about the text, at the place where that was written.
    fn placed(&self, diagnostic: Diagnostic) -> Diagnostic {
        let span = diagnostic.span.map(|span| self.place(&span.range()));
        Diagnostic { span, ..diagnostic }
    }
}

/// A scalar's text, its holes in between.
fn parts(text: &str, holes: &[Gap]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut holes = holes.iter();
    for (at, known) in text.split(HOLE).enumerate() {
        if at > 0 {
            parts.extend(holes.next().map(|hole| Part::Hole(hole.value.clone())));
        }
        if !known.is_empty() {
            parts.push(Part::Text(known.into()));
        }
    }
    parts
}
