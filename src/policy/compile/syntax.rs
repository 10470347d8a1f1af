//! The syntax tree of a Rego module, read from the form in which regorus gives it out.
//!
//! Only what the analysis of footprints looks at is kept. Depth is bounded by the JSON reader.

use super::PolicyError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A parsed module.
#[derive(Debug)]
pub struct Module {
    /// `["policy", "aws", "s3", "public_acl"]`.
    pub package: Vec<String>,
    /// Where the package clause stands.
    pub package_place: Place,
    /// By local name.
    pub imports: BTreeMap<String, Import>,
    /// Its rules in source order.
    pub rules: Vec<Rule>,
    /// The text the spans point into.
    pub text: String,
}

/// What a name stands for.
#[derive(Debug)]
pub struct Import {
    /// `["data", "lib", "graph"]`.
    pub path: Vec<String>,
    /// Where it says so.
    pub place: Place,
}

/// Where a node stands.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Place {
    /// 1-based.
    pub line: u32,
    start: usize,
    end: usize,
}

/// A rule of a module; one of several where it has several definitions.
#[derive(Debug, Deserialize)]
pub enum Rule {
    /// A definition.
    Spec { span: Place, head: Head, bodies: Vec<Body> },
    /// A `default`.
    Default { span: Place, refr: Expr, args: Vec<Expr>, value: Expr },
}

/// What a rule defines.
#[derive(Debug, Deserialize)]
pub enum Head {
    /// `name := value`, `name[key] := value`.
    Compr { refr: Expr, assign: Option<Assign> },
    /// `name contains key`.
    Set { refr: Expr, key: Option<Expr> },
    /// `name(args) := value`.
    Func { refr: Expr, args: Vec<Expr>, assign: Option<Assign> },
}

/// The value of a head or an `else`.
#[derive(Debug, Deserialize)]
pub struct Assign {
    /// The value.
    pub value: Expr,
}

/// One body of a rule.
#[derive(Debug, Deserialize)]
pub struct Body {
    /// Of an `else`.
    pub assign: Option<Assign>,
    /// Whether it is one.
    pub is_else: bool,
    /// Its statements.
    pub query: Query,
}

/// Statements that hold together.
#[derive(Debug, Deserialize)]
pub struct Query {
    /// In source order, which means nothing to Rego.
    pub stmts: Vec<Statement>,
}

/// One statement.
#[derive(Debug, Deserialize)]
pub struct Statement {
    /// Where it stands.
    pub span: Place,
    /// What it says.
    pub literal: Literal,
    /// `with` clauses.
    #[serde(default)]
    pub with_mods: Vec<With>,
}

/// `with target as value`.
#[derive(Debug, Deserialize)]
pub struct With {
    /// What is replaced.
    pub refr: Expr,
    /// The value.
    pub r#as: Expr,
}

/// A statement without its `with` clauses.
#[derive(Debug, Deserialize)]
pub enum Literal {
    /// `some x, y`.
    SomeVars { vars: Vec<Place> },
    /// `some key, value in collection`.
    SomeIn { key: Option<Expr>, value: Expr, collection: Expr },
    /// An expression.
    Expr { expr: Expr },
    /// `not` expression.
    NotExpr { expr: Expr },
    /// `every key, value in domain { query }`.
    Every { key: Option<Place>, value: Place, domain: Expr, query: Query },
}

/// An expression.
#[derive(Debug, Deserialize)]
#[expect(clippy::enum_variant_names, reason = "the names regorus gives them")]
pub enum Expr {
    String { value: String },
    RawString { value: String },
    Number { value: serde_json::Number },
    Bool { value: bool },
    Null {},
    Var { value: String },
    Array { items: Vec<Expr> },
    Set { items: Vec<Expr> },
    Object { fields: Vec<(Place, Expr, Expr)> },
    ArrayCompr { term: Box<Expr>, query: Query },
    SetCompr { term: Box<Expr>, query: Query },
    ObjectCompr { key: Box<Expr>, value: Box<Expr>, query: Query },
    Call { fcn: Box<Expr>, params: Vec<Expr> },
    UnaryExpr { expr: Box<Expr> },
    RefDot { refr: Box<Expr>, field: (Place, String) },
    RefBrack { refr: Box<Expr>, index: Box<Expr> },
    BinExpr { op: SetOp, lhs: Box<Expr>, rhs: Box<Expr> },
    BoolExpr { op: CompareOp, lhs: Box<Expr>, rhs: Box<Expr> },
    ArithExpr { op: ArithOp, lhs: Box<Expr>, rhs: Box<Expr> },
    AssignExpr { op: AssignOp, lhs: Box<Expr>, rhs: Box<Expr> },
    Membership { key: Option<Box<Expr>>, value: Box<Expr>, collection: Box<Expr> },
}

/// An operator on sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SetOp {
    /// `&`.
    Intersection,
    /// `|`.
    Union,
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CompareOp {
    /// `<`.
    Lt,
    /// `<=`.
    Le,
    /// `==`.
    Eq,
    /// `>=`.
    Ge,
    /// `>`.
    Gt,
    /// `!=`.
    Ne,
}

/// An operator on numbers; of sets, `-`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ArithOp {
    /// `+`.
    Add,
    /// `-`.
    Sub,
    /// `*`.
    Mul,
    /// `/`.
    Div,
    /// `%`.
    Mod,
}

/// Which of the two assignments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum AssignOp {
    /// `=`, which also compares.
    Eq,
    /// `:=`.
    ColEq,
}

#[derive(Deserialize)]
struct Listing {
    source: ListingSource,
    ast: ListingModule,
}

#[derive(Deserialize)]
struct ListingSource {
    contents: String,
}

#[derive(Deserialize)]
struct ListingModule {
    package: ListingPackage,
    imports: Vec<ListingImport>,
    rules: Vec<Rule>,
}

#[derive(Deserialize)]
struct ListingPackage {
    span: Place,
    refr: Expr,
}

#[derive(Deserialize)]
struct ListingImport {
    span: Place,
    refr: Expr,
    r#as: Option<Place>,
}

impl Module {
    /// Parses `text`; `path` is what errors name.
    pub fn parse(path: &str, text: &str) -> Result<Module, PolicyError> {
        let mut engine = regorus::Engine::new();
        engine
            .add_policy(path.to_owned(), text.to_owned())
            .map_err(|error| PolicyError::from_engine(path, &error.to_string()))?;
        let listing =
            engine.get_ast_as_json().map_err(|error| PolicyError::new(path, 1, error.to_string()))?;
        let mut modules: Vec<Listing> = serde_json::from_str(&listing).map_err(|error| {
            PolicyError::new(path, 1, format!("is nested too deeply to analyse ({error})"))
        })?;
        let listing = modules.pop().ok_or_else(|| PolicyError::new(path, 1, "holds no module"))?;
        let module = Module::from_listing(listing);
        super::cycles::check(path, &module)?;
        Ok(module)
    }

    fn from_listing(listing: Listing) -> Module {
        let text = listing.source.contents;
        let mut imports = BTreeMap::new();
        for import in &listing.ast.imports {
            let path = import.refr.static_path().unwrap_or_default();
            let renamed = import.r#as.as_ref().map(|place| place.of(&text).to_owned());
            if let Some(name) = renamed.or_else(|| path.last().cloned()) {
                imports.insert(name, Import { path, place: import.span });
            }
        }
        let package = listing.ast.package;
        Module {
            package: package.refr.static_path().unwrap_or_default(),
            package_place: package.span,
            imports,
            rules: listing.ast.rules,
            text,
        }
    }

    /// Names of its rules, each once, with the line of the first definition.
    pub fn rule_names(&self) -> BTreeMap<String, u32> {
        let mut names = BTreeMap::new();
        for rule in &self.rules {
            if let Rule::Spec { span, .. } = rule
                && let Some(name) = rule.name()
            {
                names.entry(name.to_owned()).or_insert(span.line);
            }
        }
        names
    }
}

impl Module {
    /// The lines of a rule's definitions, in the order in which the compiler has them: a body each, an `else` belongs to
    /// the body before it.
    pub fn definition_lines(&self, name: &str) -> Vec<u32> {
        let mut lines = Vec::new();
        for rule in self.rules.iter().filter(|rule| rule.name() == Some(name)) {
            let Rule::Spec { span, bodies, .. } = rule else { continue };
            let begins = |body: &Body| body.query.stmts.first().map_or(span.line, |first| first.span.line);
            let further = bodies.iter().skip(1).filter(|body| !body.is_else).map(begins);
            lines.extend(std::iter::once(span.line).chain(further));
        }
        lines
    }
}

impl Place {
    /// The text it covers.
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

impl Rule {
    /// Where it stands, 1-based.
    pub fn line(&self) -> u32 {
        match self {
            Rule::Spec { span, .. } | Rule::Default { span, .. } => span.line,
        }
    }

    /// The name it defines or adds to, without the package.
    pub fn name(&self) -> Option<&str> {
        let refr = match self {
            Rule::Spec {
                head: Head::Compr { refr, .. } | Head::Set { refr, .. } | Head::Func { refr, .. },
                ..
            } => refr,
            Rule::Default { refr, .. } => refr,
        };
        let mut expr = refr;
        loop {
            match expr {
                Expr::RefDot { refr, .. } | Expr::RefBrack { refr, .. } => expr = refr,
                Expr::Var { value } => return Some(value),
                _ => return None,
            }
        }
    }
}

impl Expr {
    /// `a.b["c"]` as `[a, b, c]`; nothing where a step is not constant.
    pub fn static_path(&self) -> Option<Vec<String>> {
        let mut steps = Vec::new();
        let mut expr = self;
        loop {
            match expr {
                Expr::RefDot { refr, field } => {
                    steps.push(field.1.clone());
                    expr = refr;
                }
                Expr::RefBrack { refr, index } => {
                    steps.push(index.as_string()?.to_owned());
                    expr = refr;
                }
                Expr::Var { value } => {
                    steps.push(value.clone());
                    steps.reverse();
                    return Some(steps);
                }
                _ => return None,
            }
        }
    }

    /// The expressions it is made of, without what comprehensions hold.
    pub fn parts(&self) -> Vec<&Expr> {
        match self {
            Expr::Array { items } | Expr::Set { items } => items.iter().collect(),
            Expr::Object { fields } => fields.iter().flat_map(|(_, key, value)| [key, value]).collect(),
            Expr::Call { fcn, params } => std::iter::once(&**fcn).chain(params).collect(),
            Expr::UnaryExpr { expr } => vec![expr],
            Expr::RefDot { refr, .. } => vec![refr],
            Expr::RefBrack { refr, index } => vec![refr, index],
            Expr::BinExpr { lhs, rhs, .. }
            | Expr::BoolExpr { lhs, rhs, .. }
            | Expr::ArithExpr { lhs, rhs, .. }
            | Expr::AssignExpr { lhs, rhs, .. } => vec![lhs, rhs],
            Expr::Membership { key, value, collection } => {
                key.iter().map(|key| &**key).chain([&**value, &**collection]).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The text of a string literal.
    pub fn as_string(&self) -> Option<&str> {
        match self {
            Expr::String { value } | Expr::RawString { value } => Some(value),
            _ => None,
        }
    }
}
