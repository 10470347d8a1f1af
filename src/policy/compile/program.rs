//! Compiled policies: what the machine runs. Names are resolved, statements stand in an order in which everything is
//! bound before it is used, and whatever iterates is a step of its own.

use super::builtin::Builtin;
use super::syntax::{ArithOp, CompareOp, SetOp};
use serde::{Deserialize, Serialize};

/// A policy with everything that it calls.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Program {
    /// The rules and functions; the first is the one to run.
    pub rules: Vec<CompiledRule>,
    /// Values that stand in the text.
    pub constants: Vec<Constant>,
}

/// A value that stands in the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Constant {
    /// `null`.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// As it is written.
    Number(String),
    /// Its text.
    String(String),
    /// Of constants before it, by their positions.
    Array(Vec<u32>),
    /// Likewise.
    Set(Vec<u32>),
    /// Keys and values, likewise.
    Object(Vec<(u32, u32)>),
}

/// What a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RuleKind {
    /// One value.
    Value,
    /// One value for its arguments.
    Function,
    /// What its bodies add.
    Set,
    /// Keys and values that its bodies add.
    Object,
}

/// A rule or function, all its definitions together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompiledRule {
    /// `data.lib.graph.targets`.
    pub name: String,
    /// What it is.
    pub kind: RuleKind,
    /// Each on its own; where several give a value, it has to be the same.
    pub definitions: Vec<Definition>,
    /// What it is where no definition gives a value.
    pub default: Option<Term>,
    /// Variables that a call needs room for.
    pub slots: u16,
}

/// One definition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Definition {
    /// What the arguments have to be.
    pub parameters: Vec<Pattern>,
    /// The first that holds counts; the others are its `else`.
    pub clauses: Vec<Clause>,
}

/// A body and what it gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clause {
    /// What has to hold.
    pub steps: Vec<Step>,
    /// The key that it adds to an object.
    pub key: Option<Term>,
    /// The value, or what it adds to a set.
    pub value: Term,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Step {
    /// The term has a value other than `false`.
    Holds(Term),
    /// The steps do not hold.
    Fails(Vec<Step>),
    /// The term has a value of that shape.
    Match(Pattern, Term),
    /// For each element of a collection.
    Each {
        /// What its key or position has to be.
        key: Pattern,
        /// What it has to be.
        value: Pattern,
        /// The collection.
        of: Term,
    },
    /// The steps hold for each element of a collection.
    Every {
        /// Its key or position.
        key: Pattern,
        /// The element.
        value: Pattern,
        /// The collection.
        of: Term,
        /// What has to hold.
        steps: Vec<Step>,
    },
}

/// What a value has to be, and the variables that it gives values to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Pattern {
    /// Anything.
    Any,
    /// Anything; the variable is it from here on.
    Bind(u16),
    /// The same as the term.
    Equal(Term),
    /// An array of so many elements.
    Array(Vec<Pattern>),
    /// An object of exactly these keys.
    Object(Vec<(Term, Pattern)>),
}

/// Something that has a value, or none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Term {
    /// By its position in [`Program::constants`].
    Constant(u32),
    /// A variable.
    Local(u16),
    /// `input`.
    Input,
    /// A rule that is no function, by its position in [`Program::rules`].
    Rule(u32),
    /// What lies below at constants, one after the other.
    Path(Box<Term>, Vec<u32>),
    /// What lies below.
    Index(Box<Term>, Box<Term>),
    /// `[...]`.
    Array(Vec<Term>),
    /// `{...}`.
    Set(Vec<Term>),
    /// `{...: ...}`.
    Object(Vec<(Term, Term)>),
    /// A comprehension.
    Collect(Box<Collect>),
    /// A call of a function, by its position in [`Program::rules`].
    Call(u32, Vec<Term>),
    /// A call of a function of the language.
    Builtin(Builtin, Vec<Term>),
    /// A comparison.
    Compare(CompareOp, Box<Term>, Box<Term>),
    /// Calculation; the difference of sets too.
    Arith(ArithOp, Box<Term>, Box<Term>),
    /// Union and intersection.
    Combine(SetOp, Box<Term>, Box<Term>),
    /// `-x`.
    Negative(Box<Term>),
    /// `value in of`, `key, value in of`.
    In {
        /// Where it has to be, if that matters.
        key: Option<Box<Term>>,
        /// What is looked for.
        value: Box<Term>,
        /// The collection.
        of: Box<Term>,
    },
}

/// A comprehension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Collect {
    /// `Set`, `Object`; `Value` for an array.
    pub kind: RuleKind,
    /// What has to hold.
    pub steps: Vec<Step>,
    /// The key, of an object.
    pub key: Option<Term>,
    /// The element.
    pub value: Term,
}

impl Term {
    /// Its position, if it is a constant.
    pub(super) fn as_constant(&self) -> Option<u32> {
        match self {
            Term::Constant(at) => Some(*at),
            _ => None,
        }
    }

    /// What lies below it at a constant.
    pub(super) fn at(self, key: u32) -> Term {
        match self {
            Term::Path(of, mut keys) => {
                keys.push(key);
                Term::Path(of, keys)
            }
            of => Term::Path(Box::new(of), vec![key]),
        }
    }
}
