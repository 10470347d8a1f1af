//! The tree that `.tf`, `.tfvars` and `.tf.json` are read into; the evaluator knows no other.

use crate::source::{FileId, Span};
use std::sync::Arc;

/// One file.
#[derive(Clone, Debug)]
pub struct HclFile {
    /// The file it was read from.
    pub file: FileId,
    /// What could be read of it.
    pub body: Body,
    /// Written in JSON, which does not tell an object from a block.
    pub json: bool,
}

/// The content of a file or a block, in source order.
#[derive(Clone, Debug)]
pub struct Body {
    /// `name = value` items.
    pub attributes: Vec<Attribute>,
    /// Nested blocks.
    pub blocks: Vec<Block>,
    /// Everything between the braces, or the whole file.
    pub span: Span,
}

/// A name and where it stands.
#[derive(Clone, Debug)]
pub struct Name {
    /// The text; for a quoted block label without its quotes.
    pub text: Arc<str>,
    /// Where it stands, quotes included.
    pub span: Span,
}

/// `name = value`.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Left side.
    pub name: Name,
    /// Right side.
    pub value: Expr,
    /// From the name to the end of the value.
    pub span: Span,
}

/// `kind "label" ... { body }`.
#[derive(Clone, Debug)]
pub struct Block {
    /// `resource`, `ingress`, ...
    pub kind: Name,
    /// Labels in order.
    pub labels: Vec<Name>,
    /// Between the braces.
    pub body: Body,
    /// From the kind to the last label: one line, the place to blame for what is absent.
    pub header: Span,
    /// From the kind to the closing brace.
    pub span: Span,
}

/// An expression and where it stands.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its text.
    pub span: Span,
}

impl Expr {
    /// Whether it is a name with any steps behind it.
    pub fn is_reference(&self) -> bool {
        match &self.kind {
            ExprKind::Variable(_) => true,
            ExprKind::Traversal(base, _) => matches!(base.kind, ExprKind::Variable(_)),
            _ => false,
        }
    }

    /// Whether it is a name with fixed steps behind it: as an object's key it may be meant to be its text.
    pub fn is_ambiguous_key(&self) -> bool {
        let ExprKind::Traversal(_, steps) = &self.kind else { return false };
        let fixed = |step: &Traversal| match &step.kind {
            TraversalKind::Attr(_) | TraversalKind::LegacyIndex(_) => true,
            TraversalKind::Index(index) => matches!(index.kind, ExprKind::String(_) | ExprKind::Number(_)),
            _ => false,
        };
        self.is_reference() && steps.iter().all(fixed)
    }
}

/// Expressions of the HCL language.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// `null`.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// A number as it is written; read exactly by the evaluator.
    Number(Arc<str>),
    /// A string without interpolation, escapes resolved, heredocs dedented.
    String(Arc<str>),
    /// A quoted or heredoc template with at least one interpolation or directive.
    Template(Box<Template>),
    /// `[a, b]`.
    Array(Vec<Expr>),
    /// `{ a = b }`.
    Object(Vec<ObjectItem>),
    /// A bare name at the start of a traversal: `var`, `local`, `aws_instance`, a `for` variable.
    Variable(Arc<str>),
    /// `base.name[0][*].b`.
    Traversal(Box<Expr>, Vec<Traversal>),
    /// `name(args...)`; namespaced names keep their `::`.
    Call(Box<Call>),
    /// `-a`, `!a`.
    Unary(UnaryOp, Box<Expr>),
    /// `a + b`.
    Binary(BinaryOp, Box<(Expr, Expr)>),
    /// `condition ? then : otherwise`.
    Conditional(Box<Conditional>),
    /// `(a)`.
    Parens(Box<Expr>),
    /// `[for ...]`, `{for ...}`.
    For(Box<For>),
    /// Text that could not be read; a diagnostic says why. Evaluates to unknown.
    Invalid,
}

/// A key and a value of an object expression.
#[derive(Clone, Debug)]
pub struct ObjectItem {
    /// A bare identifier is a `String` expression; `(x)` and templates are expressions.
    pub key: Expr,
    /// The value.
    pub value: Expr,
}

/// One step of a traversal.
#[derive(Clone, Debug)]
pub struct Traversal {
    /// What it does.
    pub kind: TraversalKind,
    /// Its text, the dot or bracket included.
    pub span: Span,
}

/// Kinds of traversal steps.
#[derive(Clone, Debug)]
pub enum TraversalKind {
    /// `.name`.
    Attr(Arc<str>),
    /// `[expr]`.
    Index(Expr),
    /// `.0`.
    LegacyIndex(u64),
    /// `.*`: the following `.name` and `.0` steps apply to each element, what comes after an index in brackets
    /// (that included) to the result.
    AttrSplat,
    /// `[*]`: all following steps apply to each element.
    FullSplat,
}

/// A function call.
#[derive(Clone, Debug)]
pub struct Call {
    /// The function's name.
    pub name: Name,
    /// Arguments in order.
    pub args: Vec<Expr>,
    /// The last argument is followed by `...`.
    pub expand_final: bool,
}

/// `condition ? then : otherwise`.
#[derive(Clone, Debug)]
pub struct Conditional {
    /// Before the question mark.
    pub condition: Expr,
    /// Before the colon.
    pub then: Expr,
    /// After it.
    pub otherwise: Expr,
}

/// `[for k, v in collection : value if condition]` or `{for k, v in collection : key => value... if condition}`.
#[derive(Clone, Debug)]
pub struct For {
    /// The first name where there are two.
    pub key_var: Option<Name>,
    /// The element's name.
    pub value_var: Name,
    /// What is iterated over.
    pub collection: Expr,
    /// Present in the object form.
    pub key: Option<Expr>,
    /// The result for each element.
    pub value: Expr,
    /// `...` after the value: group values under equal keys.
    pub grouping: bool,
    /// The `if`.
    pub condition: Option<Expr>,
}

/// Unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    /// `-`
    Neg,
    /// `!`
    Not,
}

/// Binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `%`
    Mod,
    /// `==`
    Eq,
    /// `!=`
    NotEq,
    /// `<`
    Less,
    /// `<=`
    LessEq,
    /// `>`
    Greater,
    /// `>=`
    GreaterEq,
    /// `&&`
    And,
    /// `||`
    Or,
}

/// A template.
#[derive(Clone, Debug)]
pub struct Template {
    /// Parts in order. Strip markers have been applied to the literals, heredoc indentation removed.
    pub parts: Vec<TemplatePart>,
}

/// A part of a template.
#[derive(Clone, Debug)]
pub enum TemplatePart {
    /// Text, escapes resolved.
    Literal(Arc<str>, Span),
    /// `${expr}`.
    Interpolation(Expr),
    /// `%{ if condition }then%{ else }otherwise%{ endif }`.
    If {
        /// The condition.
        condition: Expr,
        /// Parts of the first arm.
        then: Vec<TemplatePart>,
        /// Parts of the other arm.
        otherwise: Vec<TemplatePart>,
    },
    /// `%{ for k, v in collection }body%{ endfor }`.
    For {
        /// The first name where there are two.
        key_var: Option<Name>,
        /// The element's name.
        value_var: Name,
        /// What is iterated over.
        collection: Expr,
        /// Repeated parts.
        body: Vec<TemplatePart>,
    },
}

impl Expr {
    /// The expressions directly inside this one, in source order.
    pub fn children(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Null
            | ExprKind::Bool(_)
            | ExprKind::Number(_)
            | ExprKind::String(_)
            | ExprKind::Variable(_)
            | ExprKind::Invalid => Vec::new(),
            ExprKind::Template(template) => template.parts.iter().flat_map(TemplatePart::children).collect(),
            ExprKind::Array(items) => items.iter().collect(),
            ExprKind::Object(items) => items.iter().flat_map(|item| [&item.key, &item.value]).collect(),
            ExprKind::Traversal(base, steps) => {
                let indexes = steps.iter().filter_map(|step| match &step.kind {
                    TraversalKind::Index(index) => Some(index),
                    _ => None,
                });
                std::iter::once(&**base).chain(indexes).collect()
            }
            ExprKind::Call(call) => call.args.iter().collect(),
            ExprKind::Unary(_, inner) | ExprKind::Parens(inner) => vec![inner],
            ExprKind::Binary(_, operands) => vec![&operands.0, &operands.1],
            ExprKind::Conditional(conditional) => {
                vec![&conditional.condition, &conditional.then, &conditional.otherwise]
            }
            ExprKind::For(expression) => {
                let For { collection, key, value, condition, .. } = &**expression;
                [Some(collection), key.as_ref(), Some(value), condition.as_ref()]
                    .into_iter()
                    .flatten()
                    .collect()
            }
        }
    }
}

impl TemplatePart {
    /// The expressions directly inside it, in source order.
    fn children(&self) -> Vec<&Expr> {
        fn of(parts: &[TemplatePart]) -> impl Iterator<Item = &Expr> {
            parts.iter().flat_map(TemplatePart::children)
        }
        match self {
            TemplatePart::Literal(..) => Vec::new(),
            TemplatePart::Interpolation(expr) => vec![expr],
            TemplatePart::If { condition, then, otherwise } => {
                std::iter::once(condition).chain(of(then)).chain(of(otherwise)).collect()
            }
            TemplatePart::For { collection, body, .. } => {
                std::iter::once(collection).chain(of(body)).collect()
            }
        }
    }
}
