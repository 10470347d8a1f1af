//! The comments of a file, and the lines that its items take: what a comment that speaks of the next item, or of
//! the one on its line, is about.

use super::hcl::ast::{Body, Expr, ExprKind};
use super::tree::{Node, NodeKind};
use super::{hcl, yaml};
use crate::source::{FileId, FileKind, SourceFile, Sources, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Range, RangeInclusive};

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its text, marks included.
    pub span: Span,
    /// What it says, without its marks.
    pub text: String,
    /// The lines that it is about, counted from 0: those of the item on its line, or, where it stands on a line of its
    /// own, of the one directly below. None where nothing is there.
    pub about: Option<RangeInclusive<usize>>,
    /// The lines of the resource, the data source, the module call or the provider whose block it stands in, from the
    /// block's first line on.
    pub within: Option<RangeInclusive<usize>>,
    /// Nothing but comments stands above it.
    pub first: bool,
}

/// Blocks that declare something by themselves.
const DECLARING: [&str; 4] = ["resource", "data", "module", "provider"];

/// The comments of a file in order; none where its syntax has none.
pub fn comments(sources: &Sources, id: FileId) -> Vec<Comment> {
    let file = sources.file(id);
    let mut items = Items { file: &file, last: BTreeMap::new() };
    let mut blocks = Vec::new();
    let ranges = match file.kind {
        FileKind::Terraform | FileKind::Variables | FileKind::Terragrunt => {
            let (tree, _) = hcl::parse(sources, id);
            items.body(&tree.body);
            blocks = items.declaring(&tree.body);
            hcl::comments(&file.text)
        }
        FileKind::Manifest | FileKind::Kustomization => {
            yaml::parse(sources, id).0.iter().for_each(|document| items.node(document, None));
            yaml::comments(&file.text)
        }
        _ => return Vec::new(),
    };
    let own = items.own_lines(&ranges);
    let lone: BTreeSet<usize> = own.iter().flatten().cloned().flatten().collect();
    let below = items.below(&lone);
    let code = (0..file.lines.len()).find(|line| !lone.contains(line) && !items.is_blank(*line));
    let comment = |(range, own): (Range<usize>, Option<RangeInclusive<usize>>)| {
        let at = items.line(range.start);
        let about = match own {
            None => Some(at),
            Some(own) => below.get(own.end()).copied(),
        };
        Comment {
            span: Span::new(id, range.start, range.end),
            text: inner(file.text.get(range).unwrap_or_default()).to_owned(),
            about: about.map(|line| line..=items.last.get(&line).copied().unwrap_or(line)),
            within: around(&blocks, at),
            first: code.is_none_or(|code| at < code),
        }
    };
    ranges.into_iter().zip(own).map(comment).collect()
}

/// Of blocks in order, the one that a line is in.
fn around(blocks: &[RangeInclusive<usize>], line: usize) -> Option<RangeInclusive<usize>> {
    let at = blocks.partition_point(|block| *block.end() < line);
    blocks.get(at).filter(|block| block.contains(&line)).cloned()
}

/// A comment without its marks.
fn inner(text: &str) -> &str {
    let text = text.trim();
    match text.strip_prefix("/*") {
        Some(text) => text.strip_suffix("*/").unwrap_or(text).trim(),
        None => text.trim_start_matches(['#', '/']).trim(),
    }
}

/// By the line that items begin on, the last line of the longest.
struct Items<'a> {
    file: &'a SourceFile,
    last: BTreeMap<usize, usize>,
}

impl Items<'_> {
    fn line(&self, byte: usize) -> usize {
        self.file.lines.line(u32::try_from(byte).unwrap_or(u32::MAX))
    }

    fn text(&self, line: usize) -> &str {
        self.file.text.get(self.file.lines.line_range(line, &self.file.text)).unwrap_or_default()
    }

    /// Whether a line holds nothing, or nothing but the sign between two documents.
    fn is_blank(&self, line: usize) -> bool {
        matches!(self.text(line).trim_start_matches('\u{feff}').trim(), "" | "---")
    }

    /// For each of a file's comments, in order, the lines that it has for itself. A comment beside another one has
    /// none, which is known without looking along their line.
    fn own_lines(&self, ranges: &[Range<usize>]) -> Vec<Option<RangeInclusive<usize>>> {
        let mut before = None;
        let own = |range: &Range<usize>| {
            let lines = self.line(range.start)..=self.line(range.end.saturating_sub(1).max(range.start));
            let beside = before.replace(*lines.end()) == Some(*lines.start());
            (!beside && self.is_alone(range, &lines)).then_some(lines)
        };
        ranges.iter().map(own).collect()
    }

    fn is_alone(&self, range: &Range<usize>, lines: &RangeInclusive<usize>) -> bool {
        let begins = self.file.lines.line_range(*lines.start(), &self.file.text).start;
        let ends = self.file.lines.line_range(*lines.end(), &self.file.text).end;
        let before = self.file.text.get(begins..range.start).unwrap_or_default();
        let after = self.file.text.get(range.end..ends).unwrap_or_default();
        before.trim_start_matches('\u{feff}').trim().is_empty() && after.trim().is_empty()
    }

    /// For each line of comments alone the line directly below it and the like, where something stands there. From
    /// the last one up: a file may be all comments.
    fn below(&self, lone: &BTreeSet<usize>) -> BTreeMap<usize, usize> {
        let mut below = BTreeMap::new();
        for line in lone.iter().rev() {
            let next = match lone.contains(&(line + 1)) {
                true => below.get(&(line + 1)).copied(),
                false => Some(line + 1)
                    .filter(|next| *next < self.file.lines.len())
                    .filter(|next| !self.is_blank(*next)),
            };
            below.extend(next.map(|next| (*line, next)));
        }
        below
    }

    /// The lines of the blocks that declare something by themselves, in order.
    fn declaring(&self, body: &Body) -> Vec<RangeInclusive<usize>> {
        let declaring = body.blocks.iter().filter(|block| DECLARING.contains(&&*block.kind.text));
        let last = |end: u32| self.file.lines.line(end.saturating_sub(1));
        let mut lines: Vec<_> =
            declaring.map(|block| self.file.lines.line(block.span.start)..=last(block.span.end)).collect();
        lines.sort_by_key(|lines| *lines.start());
        lines
    }

    fn add(&mut self, start: u32, end: u32) {
        let first = self.file.lines.line(start);
        let last = self.file.lines.line(end.saturating_sub(1).max(start));
        let known = self.last.entry(first).or_insert(first);
        *known = last.max(*known);
    }

    fn body(&mut self, body: &Body) {
        for attribute in &body.attributes {
            self.add(attribute.span.start, attribute.span.end);
            self.expression(&attribute.value);
        }
        for block in &body.blocks {
            self.add(block.span.start, block.span.end);
            self.body(&block.body);
        }
    }

    /// The tree is no deeper than the parser makes it.
    fn expression(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Array(elements) => elements.iter().for_each(|element| {
                self.add(element.span.start, element.span.end);
                self.expression(element);
            }),
            ExprKind::Object(entries) => entries.iter().for_each(|entry| {
                self.add(entry.key.span.start, entry.value.span.end);
                self.expression(&entry.value);
            }),
            ExprKind::Call(call) => call.args.iter().for_each(|arg| self.expression(arg)),
            ExprKind::Parens(inner) => self.expression(inner),
            ExprKind::Conditional(conditional) => {
                self.expression(&conditional.then);
                self.expression(&conditional.otherwise);
            }
            _ => {}
        }
    }

    /// `key` is where the node's key begins. What an alias stands for is elsewhere.
    fn node(&mut self, node: &Node, key: Option<u32>) {
        let start = key.unwrap_or(node.span.start);
        if node.span.start < start {
            return;
        }
        self.add(start, node.span.end);
        match &node.kind {
            NodeKind::Sequence(elements) => elements.iter().for_each(|element| self.node(element, None)),
            NodeKind::Mapping(entries) => {
                entries.iter().for_each(|entry| self.node(&entry.value, Some(entry.key_span.start)));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(kind: FileKind, text: &str) -> Vec<String> {
        let sources = Sources::new(".");
        let id = sources.add("main", kind, text);
        let shown = |comment: Comment| {
            let first = if comment.first { " first" } else { "" };
            format!("{}: {:?}{first}", comment.text, comment.about)
        };
        comments(&sources, id).into_iter().map(shown).collect()
    }

    /// Each comment is about what stands below all of them; looking for it anew from each would not end.
    #[test]
    fn comments_without_end() {
        let count = 100_000;
        let text = format!("{}a = 1\n{}", "# x\n".repeat(count), "/**/".repeat(count));
        let sources = Sources::new(".");
        let id = sources.add("main", FileKind::Terraform, &text);
        let found = comments(&sources, id);
        assert_eq!(found.len(), 2 * count);
        assert!(found.iter().take(count).all(|comment| comment.about == Some(count..=count)));
        assert!(found.iter().skip(count).all(|comment| comment.about == Some(count + 1..=count + 1)));
    }

    #[test]
    fn comments_of_terraform() {
        let text = "# top\n\n// above\n# the block\nresource \"a\" \"b\" { /* header */\n  x = [ # list\n    # element\n    {\n      k = 1\n    },\n  ]\n  y = \"# no\" # y\n  z = <<E\n# no\nE\n  # end\n}\n";
        assert_eq!(
            about(FileKind::Terraform, text),
            [
                "top: None first",
                "above: Some(4..=16) first",
                "the block: Some(4..=16) first",
                "header: Some(4..=16)",
                "list: Some(5..=10)",
                "element: Some(7..=9)",
                "y: Some(11..=11)",
                "end: Some(16..=16)",
            ]
        );
    }

    #[test]
    fn comments_within_what_declares_something() {
        let text = "# a\nresource \"a\" \"b\" { # b\n  c {\n    # c\n  }\n} # d\nlocals {\n  # e\n}\nmodule \"m\" {\n  x = 1 # f\n}\n";
        let sources = Sources::new(".");
        let id = sources.add("main", FileKind::Terraform, text);
        let within: Vec<_> = comments(&sources, id).into_iter().map(|comment| comment.within).collect();
        let (block, call) = (Some(1..=5), Some(9..=11));
        assert_eq!(within, [None, block.clone(), block.clone(), block, None, call]);
    }

    #[test]
    fn comments_of_yaml() {
        let text = "# file\n---\n# document\nkind: Pod\nspec:\n  # list\n  containers:\n    - name: a # one\n      image: \"# no\"\n    # two\n    - name: b\n";
        assert_eq!(
            about(FileKind::Manifest, text),
            [
                "file: None first",
                "document: Some(3..=10) first",
                "list: Some(6..=10)",
                "one: Some(7..=8)",
                "two: Some(10..=10)",
            ]
        );
    }
}
