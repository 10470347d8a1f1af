//! What holds for any text.

use super::ast::{Body, Expr, ExprKind, TemplatePart, TraversalKind};
use super::{parse_native, parse_template};
use crate::source::{Diagnostic, FileId, Span};
use proptest::prelude::*;

/// Pieces of which broken and whole files are made.
const PIECES: [&str; 74] = [
    "a",
    "b1",
    "resource",
    "locals",
    "é",
    "\u{feff}",
    "\"",
    "\"x\"",
    "\"a${",
    "}\"",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "=",
    "==",
    "=>",
    "!",
    "!=",
    "-",
    "+",
    "*",
    "/",
    "%",
    "<",
    "<=",
    "&&",
    "||",
    "?",
    ":",
    "::",
    ",",
    ".",
    "...",
    ".*",
    "[*]",
    ".0",
    "0",
    "1.5e3",
    "for",
    "in",
    "if",
    "null",
    "true",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
    "# c\n",
    "// c\n",
    "/* c */",
    "/*",
    "<<EOT\n",
    "<<-EOT\n",
    "EOT\n",
    "  EOT\n",
    "${",
    "%{",
    "%{ if x }",
    "%{ for x in y ~}",
    "%{ else }",
    "%{ endif }",
    "%{ endfor }",
    "~",
    "~}",
    "$${",
    "\\n",
    "\\",
    "\u{1F600}",
    "x = 1\n",
];

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60);
    prop_oneof![4 => pieces.prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

struct Check<'a> {
    text: &'a str,
}

impl Check<'_> {
    fn span(&self, span: Span, parent: Span) {
        assert!(self.text.get(span.range()).is_some(), "{span:?} in {:?}", self.text);
        assert!(parent.start <= span.start && span.end <= parent.end, "{span:?} {parent:?} {:?}", self.text);
    }

    fn body(&self, body: &Body, parent: Span) {
        self.span(body.span, parent);
        for attribute in &body.attributes {
            self.span(attribute.span, body.span);
            self.span(attribute.name.span, attribute.span);
            self.expr(&attribute.value, attribute.span);
        }
        for block in &body.blocks {
            self.span(block.span, body.span);
            self.span(block.header, block.span);
            self.span(block.kind.span, block.header);
            block.labels.iter().for_each(|label| self.span(label.span, block.header));
            self.body(&block.body, block.span);
        }
    }

    fn expr(&self, expr: &Expr, parent: Span) {
        self.span(expr.span, parent);
        let within = expr.span;
        match &expr.kind {
            ExprKind::Template(template) => self.parts(&template.parts, within),
            ExprKind::Array(items) => items.iter().for_each(|item| self.expr(item, within)),
            ExprKind::Object(items) => items.iter().for_each(|item| {
                self.expr(&item.key, within);
                self.expr(&item.value, within);
            }),
            ExprKind::Traversal(base, steps) => {
                self.expr(base, within);
                for step in steps {
                    self.span(step.span, within);
                    if let TraversalKind::Index(index) = &step.kind {
                        self.expr(index, step.span);
                    }
                }
            }
            ExprKind::Call(call) => {
                self.span(call.name.span, within);
                call.args.iter().for_each(|arg| self.expr(arg, within));
            }
            ExprKind::Unary(_, inner) | ExprKind::Parens(inner) => self.expr(inner, within),
            ExprKind::Binary(_, sides) => {
                self.expr(&sides.0, within);
                self.expr(&sides.1, within);
            }
            ExprKind::Conditional(parts) => {
                for part in [&parts.condition, &parts.then, &parts.otherwise] {
                    self.expr(part, within);
                }
            }
            ExprKind::For(parts) => {
                self.span(parts.value_var.span, within);
                let optional = [parts.key.as_ref(), parts.condition.as_ref()];
                for part in
                    [&parts.collection, &parts.value].into_iter().chain(optional.into_iter().flatten())
                {
                    self.expr(part, within);
                }
            }
            _ => {}
        }
    }

    fn parts(&self, parts: &[TemplatePart], within: Span) {
        for part in parts {
            match part {
                TemplatePart::Literal(_, span) => self.span(*span, within),
                TemplatePart::Interpolation(inner) => self.expr(inner, within),
                TemplatePart::If { condition, then, otherwise } => {
                    self.expr(condition, within);
                    self.parts(then, within);
                    self.parts(otherwise, within);
                }
                TemplatePart::For { collection, body, .. } => {
                    self.expr(collection, within);
                    self.parts(body, within);
                }
            }
        }
    }
}

fn check(text: &str) -> Vec<Diagnostic> {
    let (file, diagnostics) = parse_native(FileId(0), text);
    let whole = Span::new(FileId(0), 0, text.len());
    let check = Check { text };
    check.body(&file.body, whole);
    for diagnostic in &diagnostics {
        check.span(diagnostic.span.unwrap(), whole);
    }
    diagnostics
}

proptest! {
    #[test]
    fn spans_nest_in_any_text(text in text()) {
        check(&text);
    }

    #[test]
    fn spans_nest_in_any_template(text in text()) {
        let whole = Span::new(FileId(0), 0, text.len());
        match parse_template(FileId(0), &text, 0) {
            Ok(expr) => Check { text: &text }.expr(&expr, whole),
            Err(diagnostic) => Check { text: &text }.span(diagnostic.span.unwrap(), whole),
        }
    }

    /// A broken block beside whole ones costs nothing of them.
    #[test]
    fn neighbours_survive(broken in "[a-z0-9=\\[\\](){},.+ ?:]{0,40}") {
        check_neighbours(&broken);
    }
}

/// A broken value in a block between two whole ones.
fn check_neighbours(broken: &str) {
    let text = format!(
        "locals {{\n  a = 1\n}}\nresource \"x\" \"y\" {{\n  v = {broken}\n}}\nlocals {{\n  b = 2\n}}\n"
    );
    let (file, _) = parse_native(FileId(0), &text);
    let whole: Vec<_> = file.body.blocks.iter().filter(|block| &*block.kind.text == "locals").collect();
    assert_eq!(whole.len(), 2, "{text}");
    assert!(whole.iter().all(|block| block.body.attributes.len() == 1), "{text}");
}

/// Braces that close the block and open others on the same line.
#[test]
fn neighbours_survive_stray_braces() {
    for broken in ["}({", "}a{a{", "}a{a{a{", "}a{", "}}a{{a{", "{a{", "}", "{"] {
        check_neighbours(broken);
    }
}

/// The brace that stands where a value should be ends the block and belongs to no attribute.
#[test]
fn spans_nest_where_a_brace_takes_the_place_of_a_value() {
    for text in ["a{a=}", "a {\n  a = }\n", "a { b { a=} }"] {
        check(text);
    }
}
