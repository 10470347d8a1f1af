//! The tables in `schemas/`: what attributes the types of resources have. `schemas/README.md` says how they are
//! written.

use std::collections::BTreeMap;

/// What a field holds.
#[derive(Debug)]
pub(crate) enum Shape {
    /// `s` text, `n` number, `b` boolean, `x` anything.
    Leaf(char),
    List(Box<Shape>),
    Map(Box<Shape>),
    Object(Fields),
    /// Nested blocks: a list of objects to a policy, however many of them there may be.
    Block(Fields),
    /// A type of Kubernetes' API.
    Named(String),
}

/// None where the table leaves out what is beneath.
pub(crate) type Fields = Option<Vec<Field>>;

#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: String,
    /// Not to be set.
    pub(crate) read_only: bool,
    pub(crate) shape: Shape,
}

/// One step of a path through attributes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Key(String),
    /// Any position or key.
    Any,
}

/// What stands at a place.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Node<'s> {
    Fields(&'s [Field]),
    Shape(&'s Shape),
    /// Not told by the table.
    Anything,
}

/// Types by name.
#[derive(Debug, Default)]
pub(crate) struct Schema {
    types: BTreeMap<String, Fields>,
    /// Second names of types.
    others: BTreeMap<String, String>,
}

impl Schema {
    /// Reads one table more.
    pub(crate) fn add(&mut self, table: &str) {
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let (head, fields) = line.split_once(' ').unwrap_or((line, ""));
            let name = head.split('@').next().unwrap().to_owned();
            if let Some(other) = fields.strip_prefix('=') {
                self.others.insert(name, other.to_owned());
                continue;
            }
            let mut reader = Reader { rest: fields };
            let fields = reader.fields();
            assert!(reader.rest.is_empty(), "{name}: {}", reader.rest);
            self.types.insert(name, fields);
        }
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.types.keys().chain(self.others.keys()).map(String::as_str)
    }

    /// The fields of a type; none where there is no such type.
    pub(crate) fn root(&self, name: &str) -> Option<Node<'_>> {
        let name = self.others.get(name).map_or(name, String::as_str);
        self.types.get(name).map(of_fields)
    }

    /// What stands one step below.
    pub(crate) fn below<'s>(&'s self, node: Node<'s>, step: &Step) -> Vec<Node<'s>> {
        match (node, step) {
            (Node::Anything | Node::Shape(Shape::Leaf('x')), _) => vec![Node::Anything],
            (Node::Fields(fields), Step::Key(key)) => fields
                .iter()
                .filter(|field| field.name == *key)
                .map(|field| Node::Shape(&field.shape))
                .collect(),
            (Node::Fields(fields), Step::Any) => {
                fields.iter().map(|field| Node::Shape(&field.shape)).collect()
            }
            (Node::Shape(shape), _) => match (shape, step) {
                (Shape::List(inner), Step::Any) | (Shape::Map(inner), _) => vec![Node::Shape(inner)],
                (Shape::Block(fields), Step::Any) => vec![of_fields(fields)],
                (Shape::Object(fields), _) => self.below(of_fields(fields), step),
                (Shape::Named(name), _) => {
                    self.root(name).into_iter().flat_map(|root| self.below(root, step)).collect()
                }
                _ => Vec::new(),
            },
        }
    }

    /// All that may stand at the end of a path.
    pub(crate) fn at<'s>(&'s self, from: &[Node<'s>], path: &[Step]) -> Vec<Node<'s>> {
        let down =
            |nodes: Vec<Node<'s>>, step| nodes.into_iter().flat_map(|node| self.below(node, step)).collect();
        path.iter().fold(from.to_vec(), down)
    }

    /// What is wrong with a path, if anything.
    pub(crate) fn wrong(&self, from: &[Node<'_>], path: &[Step]) -> Option<Wrong> {
        let mut nodes = from.to_vec();
        for (at, step) in path.iter().enumerate() {
            let below: Vec<Node<'_>> = nodes.iter().flat_map(|node| self.below(*node, step)).collect();
            if below.is_empty() {
                let key = match step {
                    Step::Key(key) if nodes.iter().all(|node| self.is_object(*node)) => Some(key.clone()),
                    _ => None,
                };
                let there = nodes.iter().map(|node| holds(*node)).collect::<Vec<_>>().join(" or ");
                return Some(Wrong { path: path[..=at].to_vec(), key, there });
            }
            nodes = below;
        }
        None
    }

    fn is_object(&self, node: Node<'_>) -> bool {
        matches!(node, Node::Fields(_) | Node::Shape(Shape::Object(_) | Shape::Named(_)))
    }
}

/// A path that leads nowhere.
#[derive(Clone, Debug)]
pub(crate) struct Wrong {
    /// Up to the step that does not exist.
    pub(crate) path: Vec<Step>,
    /// The name that an object has not; none where there is no object.
    pub(crate) key: Option<String>,
    /// What there is.
    there: String,
}

impl Wrong {
    /// Whether what is missing is an element.
    pub(crate) fn is_element(&self) -> bool {
        self.path.last() == Some(&Step::Any)
    }
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} does not exist: there is {}", shown(&self.path), self.there)
    }
}

fn of_fields(fields: &Fields) -> Node<'_> {
    fields.as_ref().map_or(Node::Anything, |fields| Node::Fields(fields))
}

/// A place in words.
fn holds(node: Node<'_>) -> String {
    let names = |fields: &[Field]| {
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).take(60).collect();
        format!("an object with {}", names.join(" "))
    };
    match node {
        Node::Anything => "anything".to_owned(),
        Node::Fields(fields) => names(fields),
        Node::Shape(Shape::Object(Some(fields))) => names(fields),
        Node::Shape(Shape::Leaf(code)) => format!("a value `{code}`"),
        Node::Shape(Shape::List(_)) => "a list".to_owned(),
        Node::Shape(Shape::Block(_)) => "a list of blocks".to_owned(),
        Node::Shape(Shape::Map(_)) => "a map".to_owned(),
        Node::Shape(Shape::Object(None)) => "an object".to_owned(),
        Node::Shape(Shape::Named(name)) => name.clone(),
    }
}

pub(crate) fn shown(path: &[Step]) -> String {
    let step = |step: &Step| match step {
        Step::Key(key) => key.clone(),
        Step::Any => "*".to_owned(),
    };
    path.iter().map(step).collect::<Vec<_>>().join(".")
}

struct Reader<'t> {
    rest: &'t str,
}

impl<'t> Reader<'t> {
    fn take(&mut self, mark: char) -> bool {
        let after = self.rest.strip_prefix(mark);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn expect(&mut self, mark: char) {
        assert!(self.take(mark), "`{mark}` expected at: {:.60}", self.rest);
    }

    fn word(&mut self) -> &'t str {
        let end = self.rest.find(|c: char| !c.is_ascii_alphanumeric() && !"_-$.".contains(c));
        let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        assert!(!word.is_empty(), "a name expected at: {:.60}", self.rest);
        word
    }

    /// Fields up to a closing mark or the end.
    fn fields(&mut self) -> Fields {
        if self.take('?') {
            return None;
        }
        let mut fields = Vec::new();
        while !self.rest.is_empty() && !self.rest.starts_with(['}', ')']) {
            fields.push(self.field());
            self.take(' ');
        }
        Some(fields)
    }

    fn field(&mut self) -> Field {
        let name = self.word().to_owned();
        let read_only = self.take('=');
        self.take('!');
        let shape = if self.take('{') {
            let fields = self.fields();
            self.expect('}');
            self.take('*');
            Shape::Block(fields)
        } else if self.take(':') {
            self.shape()
        } else {
            Shape::Leaf('s')
        };
        if self.take('@') {
            self.word();
        }
        Field { name, read_only, shape }
    }

    fn shape(&mut self) -> Shape {
        if self.take('[') {
            let inner = self.shape();
            self.expect(']');
            Shape::List(Box::new(inner))
        } else if self.take('{') {
            let inner = self.shape();
            self.expect('}');
            Shape::Map(Box::new(inner))
        } else if self.take('(') {
            let fields = self.fields();
            self.expect(')');
            Shape::Object(fields)
        } else {
            match self.word() {
                code @ ("s" | "n" | "b" | "x") => Shape::Leaf(code.chars().next().unwrap()),
                name => Shape::Named(name.to_owned()),
            }
        }
    }
}

impl Node<'_> {
    pub(crate) fn is_text(&self) -> bool {
        matches!(self, Node::Shape(Shape::Leaf('s')))
    }
}
