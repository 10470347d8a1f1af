//! Values as Terraform has them, with holes where nothing can be known and an origin on every part.

use super::{Number, Origin};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// The identity of a resource, unique in a run: `<root dir>//<address>`, or for Kubernetes
/// `<scope>//<group>/<Kind>/<namespace>/<name>`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
pub struct ResourceId(pub Arc<str>);

impl ResourceId {
    /// The part after the root directory or scope.
    pub fn address(&self) -> &str {
        self.0.split_once("//").map_or(&*self.0, |(_, address)| address)
    }

    /// Whether it is the id of a Terraform data source.
    pub fn is_data_source(&self) -> bool {
        let address = self.address();
        address.starts_with("data.") || address.contains(".data.")
    }
}

impl fmt::Display for ResourceId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// A value, where it came from, and whether it may be printed. Cloning is cheap.
#[derive(Clone, Debug)]
pub struct Value {
    /// What it is.
    pub data: Data,
    /// Where it came from.
    pub origin: Origin,
    /// Declared sensitive, or made from something that is: never printed.
    pub sensitive: bool,
}

/// What a value is. A structure may hold unknown parts: it is then *partial*.
#[derive(Clone, Debug)]
pub enum Data {
    /// `null`: an argument set to it counts as absent.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(Arc<str>),
    /// A list, a set (sorted, without duplicates) or a tuple.
    Sequence(SequenceKind, Arc<Vec<Value>>),
    /// A map or an object.
    Mapping(MappingKind, Arc<BTreeMap<Arc<str>, Value>>),
    /// Cannot be known from the files.
    Unknown(Arc<Unknown>),
}

/// Kinds of sequences; they differ in how they convert and compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SequenceKind {
    /// All elements of one type.
    List,
    /// All of one type, sorted, unique.
    Set,
    /// Elements of their own types: what `[...]` makes.
    Tuple,
}

/// Kinds of mappings; they differ in how they convert and compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MappingKind {
    /// All values of one type.
    Map,
    /// Values of their own types: what `{...}` makes.
    Object,
    /// A resource or a nested block of one: what is not in it may still be set by the provider, so reading it
    /// gives an unknown value, not an error.
    Resource,
}

/// A value that cannot be known, with all that can be said of it. What it refers to is in its origin.
#[derive(Clone, Debug)]
pub struct Unknown {
    /// Why.
    pub reason: Reason,
    /// As an element of a sequence: stands for any number of elements, none included.
    pub many: bool,
    /// What is known of every element that it stands for, or of a list, set or map will have.
    pub each: Option<Value>,
    /// Known not to be null.
    pub not_null: bool,
    /// Known to be a text that is not empty once all is made. Terraform itself cannot tell, so it never asks.
    pub filled: bool,
    /// Known to be a text without `:`, `/` and wildcards, or an empty one: the tag of an image.
    pub plain: bool,
    /// A string made of known and unknown parts, in order; empty where nothing is known of it.
    pub parts: Vec<Part>,
    /// What the string is an encoding of, where that is known in part: the argument of `jsonencode`.
    pub encodes: Option<Value>,
    /// The entries of an object of which some keys are unknown, each with its key.
    pub keyed: Vec<(Value, Value)>,
    /// A value of the type it will have, where that is known.
    pub like: Option<Value>,
    /// The values of which it is one.
    pub one_of: Option<Arc<OneOf>>,
}

/// Values of which something unknown is one.
#[derive(Clone, Debug)]
pub struct OneOf {
    /// The values.
    values: Vec<Value>,
    /// Where that came from which decides between them.
    decided_by: Vec<Origin>,
    /// Values to be looked at when all are gone through, those within included.
    parts: usize,
}

impl OneOf {
    /// Values that are worth to be told apart.
    pub const MOST_VALUES: usize = 64;
    /// Values in all that are kept: who goes through them does so at every step.
    const MOST_PARTS: usize = 2_000;

    /// Some values, where a part of one is told from a part of another.
    pub fn new(values: Vec<Value>, decided_by: Vec<Origin>) -> Option<Arc<OneOf>> {
        let mut pending: Vec<&Value> = values.iter().collect();
        let (mut parts, mut structured) = (0, false);
        while let Some(value) = pending.pop() {
            parts += 1;
            match &value.data {
                Data::Sequence(_, items) => pending.extend(items.iter()),
                Data::Mapping(_, entries) => pending.extend(entries.values()),
                Data::Unknown(unknown) => {
                    let within = unknown.one_of.as_ref();
                    structured |= within.is_some();
                    parts += within.map_or(0, |within| within.parts);
                    continue;
                }
                _ => continue,
            }
            structured = true;
            if parts + pending.len() > Self::MOST_PARTS {
                return None;
            }
        }
        (structured && parts <= Self::MOST_PARTS).then(|| Arc::new(OneOf { values, decided_by, parts }))
    }

    /// The values.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// Where that came from which decides between them.
    pub fn decided_by(&self) -> &[Origin] {
        &self.decided_by
    }
}

impl Unknown {
    /// Whether it is what another resource, a data source, a module that is not here or whoever runs Terraform makes it,
    /// and nothing of it stands in the files.
    pub fn is_made_elsewhere(&self) -> bool {
        let nothing_known = self.parts.is_empty() && self.encodes.is_none() && self.keyed.is_empty();
        nothing_known
            && match self.reason {
                Reason::Computed
                | Reason::UnsetVariable(_)
                | Reason::Given(_)
                | Reason::DataSource(_)
                | Reason::ModuleNotFollowed(_)
                | Reason::Workspace
                | Reason::Terragrunt => true,
                Reason::Undeclared(_)
                | Reason::Overlay
                | Reason::Iteration
                | Reason::Function(_)
                | Reason::File(_)
                | Reason::Error
                | Reason::Invalid
                | Reason::Limit => false,
            }
    }

    /// Of which nothing is known but why.
    pub fn because(reason: Reason) -> Unknown {
        Unknown {
            reason,
            many: false,
            each: None,
            not_null: false,
            filled: false,
            plain: false,
            parts: Vec::new(),
            encodes: None,
            keyed: Vec::new(),
            like: None,
            one_of: None,
        }
    }
}

impl Unknown {
    /// Whether it is surely a text that is neither empty nor that of an object or array in JSON.
    pub fn is_filled(&self) -> bool {
        let known = |part: Option<&Part>, other: fn(&str) -> bool| match part {
            Some(Part::Text(text)) => other(text),
            Some(Part::Hole(value)) => matches!(&value.data, Data::Unknown(unknown) if unknown.filled),
            None => false,
        };
        let says_something = |part: &Part| match part {
            Part::Text(text) => !text.trim().is_empty(),
            Part::Hole(value) => matches!(&value.data, Data::Unknown(unknown) if unknown.filled),
        };
        let begins = |text: &str| !text.trim_start().is_empty() && !text.trim_start().starts_with(['{', '[']);
        let ends = |text: &str| !text.trim_end().is_empty() && !text.trim_end().ends_with(['}', ']']);
        let is_plain = known(self.parts.first(), begins) || known(self.parts.last(), ends);
        !self.many && (self.filled || (is_plain && self.parts.iter().any(says_something)))
    }

    /// The text that is known of a string, without its holes.
    pub fn known_text(&self) -> String {
        let text = |part: &Part| match part {
            Part::Text(text) => text.to_string(),
            Part::Hole(_) => String::new(),
        };
        self.parts.iter().map(text).collect()
    }
}

/// A part of a string that is known in part.
#[derive(Clone, Debug)]
pub enum Part {
    /// Known text.
    Text(Arc<str>),
    /// A hole.
    Hole(Value),
}

impl Part {
    /// Bytes of the text that is known, one for a hole.
    pub fn length(&self) -> usize {
        match self {
            Part::Text(text) => text.len(),
            Part::Hole(_) => 1,
        }
    }
}

/// Why a value cannot be known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The provider decides it when the configuration is applied.
    Computed,
    /// A variable of a root module without a default and without a value.
    UnsetVariable(Arc<str>),
    /// A variable that was set for this run alone: what it stands for in another is not known.
    Given(Arc<str>),
    /// A name that the module uses but does not declare.
    Undeclared(Arc<str>),
    /// Read by a data source when the configuration is planned.
    DataSource(Arc<str>),
    /// The output of a module whose source is not here.
    ModuleNotFollowed(Arc<str>),
    /// The workspace that Terraform runs in, which nobody told.
    Workspace,
    /// Decided when Terragrunt runs: the outputs of another unit, what a file that cannot be read sets.
    Terragrunt,
    /// Decided by what takes a Kubernetes object in: overlays or delivery tools that say different things.
    Overlay,
    /// The key or element of a `count` or `for_each` that is itself unknown.
    Iteration,
    /// A function whose result differs from run to run, or that is not supported.
    Function(Arc<str>),
    /// A file that a function reads is not here or may not be read.
    File(Arc<str>),
    /// Terraform would refuse the expression; a diagnostic says why.
    Error,
    /// The text could not be parsed; a diagnostic says why.
    Invalid,
    /// A budget for depth, size or time is spent; a diagnostic says which.
    Limit,
}

impl fmt::Display for Reason {
    /// In words, to follow "unknown:".
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Computed => out.write_str("known after apply"),
            Reason::UnsetVariable(name) => write!(out, "variable \"{name}\" has no default and no value"),
            Reason::Given(name) => write!(out, "variable \"{name}\" was set for this run alone"),
            Reason::Undeclared(name) => write!(out, "{name} is not declared"),
            Reason::DataSource(name) => write!(out, "read by data source {name} at plan time"),
            Reason::ModuleNotFollowed(name) => write!(out, "module \"{name}\" is not here"),
            Reason::Workspace => out.write_str("the workspace is not known"),
            Reason::Terragrunt => out.write_str("decided when Terragrunt runs"),
            Reason::Overlay => out.write_str("decided by what applies the object"),
            Reason::Iteration => out.write_str("depends on an unknown count or for_each"),
            Reason::Function(name) => {
                match name.strip_prefix("provider::").and_then(|name| name.split_once("::")) {
                    Some((provider, _)) => write!(out, "only the provider {provider} can compute {name}()"),
                    None => write!(out, "only Terraform can compute {name}()"),
                }
            }
            Reason::File(path) => write!(out, "file {path} cannot be read"),
            Reason::Error => out.write_str("the expression is in error"),
            Reason::Invalid => out.write_str("the text could not be parsed"),
            Reason::Limit => out.write_str("a limit was reached"),
        }
    }
}

impl Value {
    /// A value that may be printed.
    pub fn new(data: Data, origin: Origin) -> Value {
        Value { data, origin, sensitive: false }
    }

    /// A string.
    pub fn string(text: impl Into<Arc<str>>, origin: Origin) -> Value {
        Value::new(Data::String(text.into()), origin)
    }

    /// A tuple.
    pub fn tuple(items: Vec<Value>, origin: Origin) -> Value {
        Value::new(Data::Sequence(SequenceKind::Tuple, Arc::new(items)), origin)
    }

    /// An object.
    pub fn object(entries: BTreeMap<Arc<str>, Value>, origin: Origin) -> Value {
        Value::new(Data::Mapping(MappingKind::Object, Arc::new(entries)), origin)
    }

    /// An unknown value of which nothing more is known.
    pub fn unknown(reason: Reason, origin: Origin) -> Value {
        Value::new(Data::Unknown(Arc::new(Unknown::because(reason))), origin)
    }

    /// The same value with a further station on its way.
    #[must_use]
    pub fn with_origin(mut self, origin: Origin) -> Value {
        self.origin = origin;
        self
    }

    /// Whether the value as a whole is unknown; a structure with holes is not.
    pub fn is_unknown(&self) -> bool {
        matches!(self.data, Data::Unknown(_))
    }

    /// Whether the value, as an element of a sequence, stands for any number of elements. Policies do not see
    /// it, so it does not count in the positions of their paths.
    pub fn stands_for_many(&self) -> bool {
        matches!(&self.data, Data::Unknown(unknown) if unknown.many)
    }

    /// Whether no part of the value is unknown.
    pub fn is_wholly_known(&self) -> bool {
        match &self.data {
            Data::Unknown(_) => false,
            Data::Sequence(_, items) => items.iter().all(Value::is_wholly_known),
            Data::Mapping(_, entries) => entries.values().all(Value::is_wholly_known),
            _ => true,
        }
    }

    /// The distinct origins that values contribute to something computed from them, parts of structures
    /// included. Literals say nothing that the computing expression does not and are left out.
    pub fn contributing<'a>(values: impl IntoIterator<Item = &'a Value>) -> Vec<Origin> {
        let mut found: Vec<Origin> = Vec::new();
        let mut pending: Vec<&Value> = values.into_iter().collect();
        pending.reverse();
        while let Some(value) = pending.pop() {
            if found.len() == Self::MOST_CONTRIBUTIONS {
                break;
            }
            let written_here = matches!(value.origin.link().kind, super::LinkKind::Literal);
            if !written_here && !found.iter().any(|other| other.same(&value.origin)) {
                found.push(value.origin.clone());
            }
            match &value.data {
                Data::Sequence(_, items) => pending.extend(items.iter().rev()),
                Data::Mapping(_, entries) => pending.extend(entries.values().rev()),
                _ => {}
            }
        }
        found
    }

    /// Bounds the work of following where a value computed from a large structure came from.
    const MOST_CONTRIBUTIONS: usize = 64;

    /// Whether values have more than `parts` parts together, or one inside of the other more than `levels` deep. A
    /// part that several places share counts for each: that is what walking over them costs.
    pub fn exceed<'a>(values: impl IntoIterator<Item = &'a Value>, parts: usize, levels: usize) -> bool {
        let mut pending: Vec<(&Value, usize)> = values.into_iter().map(|value| (value, 0)).collect();
        let mut seen = 0;
        while let Some((value, level)) = pending.pop() {
            seen += 1;
            if seen + pending.len() > parts || level > levels {
                return true;
            }
            match &value.data {
                Data::Sequence(_, items) => pending.extend(items.iter().map(|item| (item, level + 1))),
                Data::Mapping(_, entries) => pending.extend(entries.values().map(|entry| (entry, level + 1))),
                Data::Unknown(unknown) => {
                    pending.extend(unknown.keyed.iter().map(|(_, entry)| (entry, level + 1)));
                    pending.extend(unknown.each.iter().map(|each| (each, level + 1)));
                }
                _ => {}
            }
        }
        false
    }

    /// The text of a known string.
    pub fn as_str(&self) -> Option<&str> {
        match &self.data {
            Data::String(text) => Some(text),
            _ => None,
        }
    }

    /// The known boolean.
    pub fn as_bool(&self) -> Option<bool> {
        match self.data {
            Data::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// The items of a sequence.
    pub fn items(&self) -> Option<&[Value]> {
        match &self.data {
            Data::Sequence(_, items) => Some(items),
            _ => None,
        }
    }

    /// The entries of a mapping.
    pub fn entries(&self) -> Option<&BTreeMap<Arc<str>, Value>> {
        match &self.data {
            Data::Mapping(_, entries) => Some(entries),
            _ => None,
        }
    }

    /// What is known of every element that an unknown value stands for or will have.
    pub fn each(&self) -> Option<&Value> {
        match &self.data {
            Data::Unknown(unknown) => unknown.each.as_ref(),
            _ => None,
        }
    }

    /// The value that a string, known or not, was made the JSON text of.
    pub fn encoded(&self) -> Option<&Value> {
        match &self.data {
            Data::String(_) => self.origin.encoded(),
            Data::Unknown(unknown) => unknown.encodes.as_ref(),
            _ => None,
        }
    }

    /// The entries of an object of which some keys are unknown; none of any other value.
    pub fn keyed(&self) -> &[(Value, Value)] {
        match &self.data {
            Data::Unknown(unknown) => &unknown.keyed,
            _ => &[],
        }
    }

    /// The value under a key of a mapping.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.entries()?.get(key)
    }
}
