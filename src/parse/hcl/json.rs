//! Terraform's JSON syntax to the tree of the native one.
//!
//! JSON cannot tell a nested block from an attribute; only the provider's schema can. Blocks that the language
//! itself defines (`resource`, `lifecycle`, `dynamic`, ...) become blocks, and so do the objects in a
//! resource, and arrays of them, that are blocks by their names. Everything else becomes an attribute.

use super::ast::{Attribute, Block, Body, Expr, ExprKind, HclFile, Name, ObjectItem};
use super::cursor::Parser;
use super::json_blocks;
use crate::parse::json::{Repeated, parse_text};
use crate::parse::tree::{Entry, Node, NodeKind};
use crate::source::{Diagnostic, FileId, Level, Span};
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// What an object stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Context {
    File,
    Terraform,
    Resource,
    Content,
    Dynamic,
    Lifecycle,
    Provisioner,
    Module,
    Variable,
    Output,
    Check,
    Refactoring,
    Plain,
}

/// How strings are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Strings {
    /// As templates.
    Template,
    /// As they are.
    Literal,
    /// As expressions: references and types.
    Expression,
}

impl Context {
    /// Number of labels and inner context of a block, if `name` is one here.
    fn block(self, name: &str) -> Option<(usize, Context)> {
        let block = match (self, name) {
            (Context::File, "resource" | "data" | "ephemeral") => (2, Context::Resource),
            (Context::Check, "data") => (2, Context::Resource),
            (Context::File, "module") => (1, Context::Module),
            (Context::File, "variable") => (1, Context::Variable),
            (Context::File, "output") => (1, Context::Output),
            (Context::File, "provider") => (1, Context::Content),
            (Context::File, "check") => (1, Context::Check),
            (Context::File, "locals") => (0, Context::Plain),
            (Context::File, "terraform") => (0, Context::Terraform),
            (Context::File, "moved" | "import" | "removed") => (0, Context::Refactoring),
            (Context::Terraform, "backend" | "provider_meta") => (1, Context::Plain),
            (Context::Terraform, "cloud" | "required_providers") => (0, Context::Plain),
            (Context::Resource | Context::Refactoring, "lifecycle") => (0, Context::Lifecycle),
            (Context::Resource | Context::Refactoring, "provisioner") => (1, Context::Provisioner),
            (Context::Resource | Context::Provisioner, "connection") => (0, Context::Plain),
            (Context::Resource | Context::Content, "dynamic") => (1, Context::Dynamic),
            (Context::Dynamic, "content") => (0, Context::Content),
            (Context::Lifecycle | Context::Output, "precondition" | "postcondition") => (0, Context::Plain),
            (Context::Variable, "validation") => (0, Context::Plain),
            (Context::Check, "assert") => (0, Context::Plain),
            _ => return None,
        };
        Some(block)
    }

    /// Whether blocks of a provider's own may stand here.
    fn may_nest(self) -> bool {
        matches!(self, Context::Resource | Context::Content)
    }

    fn strings(self, name: &str) -> Strings {
        match (self, name) {
            (Context::Variable, "default") => Strings::Literal,
            (Context::Variable, "type")
            | (Context::Resource | Context::Module | Context::Output, "depends_on")
            | (Context::Resource, "provider")
            | (Context::Module, "providers")
            | (Context::Dynamic, "iterator")
            | (Context::Lifecycle, "ignore_changes" | "replace_triggered_by")
            | (Context::Refactoring, "from" | "to" | "provider") => Strings::Expression,
            _ => Strings::Template,
        }
    }
}

/// Reads `.tf.json`.
pub(super) fn configuration(file: FileId, text: &str) -> (HclFile, Vec<Diagnostic>) {
    read(file, text, Strings::Template)
}

/// Reads `.tfvars.json`, where no string is a template.
pub(super) fn variables(file: FileId, text: &str) -> (HclFile, Vec<Diagnostic>) {
    read(file, text, Strings::Literal)
}

fn read(file: FileId, text: &str, strings: Strings) -> (HclFile, Vec<Diagnostic>) {
    let (node, diagnostics) = parse_text(file, text, Repeated::Kept);
    let mut reader = Reader { file, text, diagnostics };
    let span = Span::new(file, 0, text.len());
    let mut body = Body { attributes: Vec::new(), blocks: Vec::new(), span };
    if let Some(node) = node {
        match (strings, &node.kind) {
            (Strings::Literal, NodeKind::Mapping(entries)) => reader.fill_variables(&mut body, entries),
            (Strings::Literal, _) => reader.error(node.span, "expected an object of values"),
            _ => {
                let objects = reader.objects(&node);
                objects.into_iter().for_each(|object| reader.fill(&mut body, object, Context::File, "", 0));
            }
        }
    }
    (HclFile { file, body, json: true }, reader.diagnostics)
}

struct Reader<'a> {
    file: FileId,
    text: &'a str,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// The object, or the objects of the array; `null` stands for none.
    fn objects<'n>(&mut self, node: &'n Node) -> Vec<&'n Arc<[Entry]>> {
        let nodes = match &node.kind {
            NodeKind::Sequence(items) => items.as_ref(),
            NodeKind::Null => &[],
            _ => std::slice::from_ref(node),
        };
        let mut objects = Vec::new();
        for node in nodes {
            match &node.kind {
                NodeKind::Mapping(entries) => objects.push(entries),
                _ => self.error(node.span, "expected an object, or an array of objects"),
            }
        }
        objects
    }

    fn error(&mut self, span: Span, message: &str) {
        self.diagnostics.push(Diagnostic::at(Level::Error, "hcl-syntax", span, message));
    }

    fn fill_variables(&mut self, body: &mut Body, entries: &[Entry]) {
        let mut seen = FxHashSet::default();
        for entry in entries.iter().filter(|entry| &*entry.key != "//") {
            if !seen.insert(&entry.key) {
                let message = format!("`{}` is set twice in this file", entry.key);
                self.error(entry.key_span, &message);
                continue;
            }
            let value = self.expression(&entry.value, Strings::Literal, 0);
            self.push_attribute(body, entry, value);
        }
    }

    /// Adds what an object holds to a body. `kind` is the type of the resource it belongs to, if it does.
    fn fill(&mut self, body: &mut Body, entries: &[Entry], context: Context, kind: &str, depth: u32) {
        let mut seen = FxHashSet::default();
        for entry in entries.iter().filter(|entry| &*entry.key != "//") {
            if let Some((labels, inner)) = context.block(&entry.key) {
                let header = Header { kind: name(entry), labels: Vec::new() };
                self.blocks(body, &header, labels, &entry.value, (inner, kind), depth + 1);
            } else if context.may_nest() && !json_blocks::has_none(kind) && json_blocks::is_block(kind, entry)
            {
                let header = Header { kind: name(entry), labels: Vec::new() };
                self.blocks(body, &header, 0, &entry.value, (Context::Content, kind), depth + 1);
            } else if seen.insert(&entry.key) {
                let value = self.expression(&entry.value, context.strings(&entry.key), depth + 1);
                self.push_attribute(body, entry, value);
            } else {
                let message = format!("`{}` is set twice in this object", entry.key);
                self.error(entry.key_span, &message);
            }
        }
    }

    fn push_attribute(&mut self, body: &mut Body, entry: &Entry, value: Expr) {
        let span = entry.key_span.to(entry.value.span);
        body.attributes.push(Attribute { name: name(entry), value, span });
    }

    /// Adds the blocks that a value stands for, `labels` levels of keys below it.
    fn blocks(
        &mut self,
        body: &mut Body,
        header: &Header,
        labels: usize,
        value: &Node,
        (context, outer): (Context, &str),
        depth: u32,
    ) {
        let objects = self.objects(value);
        for entries in objects {
            if labels > 0 {
                for entry in entries.iter().filter(|entry| &*entry.key != "//") {
                    let mut header = header.clone();
                    header.labels.push(name(entry));
                    self.blocks(body, &header, labels - 1, &entry.value, (context, outer), depth + 1);
                }
                continue;
            }
            let mut inner = Body { attributes: Vec::new(), blocks: Vec::new(), span: value.span };
            let own = header.labels.first().filter(|_| context == Context::Resource);
            let kind = own.map_or(outer, |label| &*label.text);
            self.fill(&mut inner, entries, context, kind, depth);
            // The key nearest to the content: the one line that names this block and no other.
            let place = header.labels.last().unwrap_or(&header.kind).span;
            body.blocks.push(Block {
                kind: header.kind.clone(),
                labels: header.labels.clone(),
                body: inner,
                header: place,
                span: place.to(value.span),
            });
        }
    }

    fn expression(&mut self, node: &Node, strings: Strings, depth: u32) -> Expr {
        let kind = match &node.kind {
            NodeKind::Null => ExprKind::Null,
            NodeKind::Bool(value) => ExprKind::Bool(*value),
            NodeKind::Number(text) => ExprKind::Number(text.clone()),
            NodeKind::String(text) => return self.string(text, node.span, strings, depth),
            NodeKind::Sequence(items) => {
                ExprKind::Array(items.iter().map(|item| self.expression(item, strings, depth + 1)).collect())
            }
            NodeKind::Mapping(entries) => {
                let items = entries.iter().map(|entry| ObjectItem {
                    key: self.key(entry, strings, depth),
                    value: self.expression(&entry.value, strings, depth + 1),
                });
                ExprKind::Object(items.collect())
            }
        };
        Expr { kind, span: node.span }
    }

    /// Keys are templates like any string, save where strings are read as expressions: `"aws.west": ...`.
    fn key(&mut self, entry: &Entry, strings: Strings, depth: u32) -> Expr {
        match strings {
            Strings::Expression => Expr { kind: ExprKind::String(entry.key.clone()), span: entry.key_span },
            _ => self.string(&entry.key, entry.key_span, strings, depth),
        }
    }

    fn string(&mut self, text: &Arc<str>, span: Span, strings: Strings, depth: u32) -> Expr {
        let has_sequence = text.contains("${") || text.contains("%{");
        let literal = match strings {
            Strings::Template => !has_sequence,
            Strings::Literal => true,
            Strings::Expression => text.is_empty(),
        };
        if literal {
            return Expr { kind: ExprKind::String(text.clone()), span };
        }
        let written = self.text.get(span.range()).unwrap_or_default();
        let mut parser = Parser::new(self.file, text, span.start as usize + 1).below(depth);
        if written.contains('\\') {
            // Escapes move what is behind them, so places inside the string are unknown.
            parser.whole_span = Some(span);
        }
        let read = match strings {
            Strings::Expression if !has_sequence => parser.lone_expression(),
            _ => parser.bare_template(),
        };
        if let Err(failure) = &read {
            self.diagnostics.push(parser.diagnostic(failure));
        }
        self.diagnostics.extend(parser.into_diagnostics());
        Expr { kind: read.map_or(ExprKind::Invalid, |expr| expr.kind), span }
    }
}

#[derive(Clone)]
struct Header {
    kind: Name,
    labels: Vec<Name>,
}

fn name(entry: &Entry) -> Name {
    Name { text: entry.key.clone(), span: entry.key_span }
}
