//! Signatures, and the arguments of one call after they were checked against one.

use super::{
    CallContext, Data, FunctionError, LinkKind, MAX_ELEMENTS, MAX_TEXT, Origin, Reason, Type, Unknown, Value,
    convert, is_sensitive, types,
};
use crate::evaluate::terraform::traversal;
use crate::evaluate::{MappingKind, Number, Part, SequenceKind, Step, TextMap};
use std::collections::BTreeMap;
use std::sync::Arc;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A function: what it takes and what it does.
pub(super) struct Signature {
    pub(super) name: &'static str,
    pub(super) params: &'static [Param],
    /// Takes any number of further arguments.
    pub(super) rest: Option<Param>,
    pub(super) run: fn(&Arguments<'_>) -> Result<Value, FunctionError>,
    /// The result is sensitive as a whole where a part of an argument is.
    pub(super) whole: bool,
}

/// What an argument is converted to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Any,
    Text,
    Number,
    /// `list(any)`.
    List,
    /// `set(any)`.
    Set,
    /// `list(string)`.
    Texts,
    /// `list(bool)`.
    Bools,
    /// `map(list(string))`.
    TextsMap,
}

/// An argument's kind and what else it may be.
#[derive(Clone, Copy)]
pub(super) struct Param {
    kind: Kind,
    nullable: bool,
    unknown: bool,
}

impl Param {
    pub(super) const fn new(kind: Kind) -> Param {
        Param { kind, nullable: false, unknown: false }
    }

    /// Null is passed to the function instead of being refused.
    pub(super) const fn nullable(mut self) -> Param {
        self.nullable = true;
        self
    }

    /// A wholly unknown argument is passed to the function instead of making the result unknown.
    pub(super) const fn unknown(mut self) -> Param {
        self.unknown = true;
        self
    }

    fn constraint(self) -> Option<Type> {
        let list = |element| Some(Type::List(Box::new(element)));
        match self.kind {
            Kind::Any => None,
            Kind::Text => Some(Type::String),
            Kind::Number => Some(Type::Number),
            Kind::List => list(Type::Any),
            Kind::Set => Some(Type::Set(Box::new(Type::Any))),
            Kind::Texts => list(Type::String),
            Kind::Bools => list(Type::Bool),
            Kind::TextsMap => Some(Type::Map(Box::new(Type::List(Box::new(Type::String))))),
        }
    }
}

pub(super) const ANY: Param = Param::new(Kind::Any);
pub(super) const TEXT: Param = Param::new(Kind::Text);
pub(super) const NUMBER: Param = Param::new(Kind::Number);
pub(super) const TEXTS: Param = Param::new(Kind::Texts);

impl Signature {
    pub(super) const fn new(
        name: &'static str,
        params: &'static [Param],
        run: fn(&Arguments<'_>) -> Result<Value, FunctionError>,
    ) -> Signature {
        Signature { name, params, rest: None, run, whole: false }
    }

    pub(super) const fn rest(mut self, rest: Param) -> Signature {
        self.rest = Some(rest);
        self
    }

    /// A result that tells of every part of the arguments.
    pub(super) const fn whole(mut self) -> Signature {
        self.whole = true;
        self
    }

    pub(super) fn call(&self, args: &[Value], context: &CallContext<'_>) -> Result<Value, FunctionError> {
        self.check_count(args.len())?;
        let mut unknown = None;
        let mut checked = Vec::with_capacity(args.len());
        for (at, arg) in args.iter().enumerate() {
            let Some(param) = self.params.get(at).copied().or(self.rest) else { break };
            let value = match param.constraint() {
                Some(constraint) => convert(arg, &constraint).map_err(|why| FunctionError::at(at, why))?,
                None => arg.clone(),
            };
            if matches!(value.data, Data::Null) && !param.nullable {
                return Err(FunctionError::at(at, "this argument must not be null"));
            }
            if value.is_unknown() && !param.unknown && unknown.is_none() {
                unknown = Some(at);
            }
            checked.push(value);
        }
        let arguments = Arguments { values: checked, context, name: self.name };
        match unknown {
            Some(_) => Ok(arguments.unknown()),
            None => {
                let result = (self.run)(&arguments)?;
                let sensitive = result.sensitive || (self.whole && arguments.sensitive());
                Ok(Value { sensitive, ..result })
            }
        }
    }

    fn check_count(&self, given: usize) -> Result<(), FunctionError> {
        let needed = self.params.len();
        let plural = if needed == 1 { "" } else { "s" };
        if given < needed {
            let least = if self.rest.is_some() { "at least " } else { "" };
            return Err(FunctionError::new(format!("takes {least}{needed} argument{plural}, not {given}")));
        }
        if given > needed && self.rest.is_none() {
            return Err(FunctionError::at(needed, format!("takes {needed} argument{plural}, not {given}")));
        }
        Ok(())
    }
}

/// Functions that hand on what they find, null included.
const MAY_GIVE_NULL: [&str; 5] = ["element", "jsondecode", "lookup", "one", "yamldecode"];

/// The checked arguments of one call.
pub(crate) struct Arguments<'a> {
    values: Vec<Value>,
    pub(super) context: &'a CallContext<'a>,
    name: &'static str,
}

impl Arguments<'_> {
    pub(super) fn all(&self) -> &[Value] {
        &self.values
    }

    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    /// An argument; the signature has made sure that the required ones are there.
    pub(super) fn get(&self, at: usize) -> Result<&Value, FunctionError> {
        self.values.get(at).ok_or_else(|| FunctionError::new("an argument is missing"))
    }

    pub(super) fn text(&self, at: usize) -> Result<&str, FunctionError> {
        self.get(at)?.as_str().ok_or_else(|| FunctionError::at(at, "string required"))
    }

    pub(super) fn number(&self, at: usize) -> Result<&Number, FunctionError> {
        match &self.get(at)?.data {
            Data::Number(number) => Ok(number),
            _ => Err(FunctionError::at(at, "number required")),
        }
    }

    /// A whole number.
    pub(super) fn integer(&self, at: usize) -> Result<i64, FunctionError> {
        self.number(at)?.to_i64().ok_or_else(|| FunctionError::at(at, "a whole number is required"))
    }

    pub(super) fn items(&self, at: usize) -> Result<&[Value], FunctionError> {
        let value = self.get(at)?;
        value.items().ok_or_else(|| {
            FunctionError::at(at, format!("a list is required, but this is a {}", types::kind_name(value)))
        })
    }

    pub(super) fn entries(&self, at: usize) -> Result<&BTreeMap<Arc<str>, Value>, FunctionError> {
        let value = self.get(at)?;
        value.entries().ok_or_else(|| {
            FunctionError::at(
                at,
                format!("a map or object is required, but this is a {}", types::kind_name(value)),
            )
        })
    }

    /// Where a result of this call comes from: the call, and everything in its arguments.
    pub(super) fn origin(&self) -> Origin {
        Origin::new(LinkKind::Computed, self.context.span, Value::contributing(&self.values))
    }

    /// Where a structure comes from whose elements keep their own origins.
    pub(super) fn structure_origin(&self) -> Origin {
        let from = self.values.iter().map(|value| value.origin.clone()).collect();
        Origin::new(LinkKind::Computed, self.context.span, from)
    }

    /// Whether an argument or anything in one is sensitive.
    pub(super) fn sensitive(&self) -> bool {
        self.values.iter().any(is_sensitive)
    }

    /// A result computed from all arguments.
    pub(super) fn computed(&self, data: Data) -> Value {
        Value { data, origin: self.origin(), sensitive: self.sensitive() }
    }

    /// A result whose elements keep their own origins and marks.
    pub(super) fn structure(&self, data: Data) -> Result<Value, FunctionError> {
        let count = match &data {
            Data::Sequence(_, items) => items.len(),
            Data::Mapping(_, entries) => entries.len(),
            _ => 0,
        };
        if count > MAX_ELEMENTS {
            return Err(too_large());
        }
        let sensitive = self.values.iter().any(|value| value.sensitive);
        Ok(Value { data, origin: self.structure_origin(), sensitive })
    }

    /// An element of an argument as the result: with its own origin, and sensitive where an argument is.
    pub(super) fn hand_through(&self, value: &Value) -> Value {
        let sensitive = value.sensitive || self.values.iter().any(|value| value.sensitive);
        Value { sensitive, ..value.clone() }
    }

    /// The same for a part of the first argument, with the way that the argument took.
    pub(super) fn hand_part(&self, step: Step, part: &Value) -> Value {
        match self.values.first() {
            Some(whole) => self.hand_through(&traversal::inherit(whole, step, part, self.context.span)),
            None => self.hand_through(part),
        }
    }

    /// What was made from the other arguments, sensitive also where the first one is.
    pub(super) fn hand_first(&self, value: Value) -> Value {
        let sensitive = value.sensitive || self.values.first().is_some_and(|first| first.sensitive);
        Value { sensitive, ..value }
    }

    /// A tuple.
    pub(super) fn tuple(&self, items: Vec<Value>) -> Result<Value, FunctionError> {
        self.sequence(SequenceKind::Tuple, items)
    }

    /// A list.
    pub(super) fn list(&self, items: Vec<Value>) -> Result<Value, FunctionError> {
        self.sequence(SequenceKind::List, items)
    }

    /// A set.
    pub(super) fn set(&self, items: Vec<Value>) -> Result<Value, FunctionError> {
        let list = self.sequence(SequenceKind::List, items)?;
        let items = list.items().map(<[Value]>::to_vec).unwrap_or_default();
        Ok(types::sorted_set(items, list.origin, list.sensitive))
    }

    /// A mapping whose entries keep their own origins and marks.
    pub(super) fn mapping(
        &self,
        kind: MappingKind,
        entries: BTreeMap<Arc<str>, Value>,
    ) -> Result<Value, FunctionError> {
        self.structure(Data::Mapping(kind, Arc::new(entries)))
    }

    /// Unknown where the outcome is open.
    pub(super) fn decided(&self, outcome: Option<bool>) -> Result<Value, FunctionError> {
        Ok(outcome.map_or_else(|| self.unknown(), |outcome| self.computed(Data::Bool(outcome))))
    }

    /// A sequence whose elements keep their own origins and marks.
    pub(super) fn sequence(&self, kind: SequenceKind, items: Vec<Value>) -> Result<Value, FunctionError> {
        self.structure(Data::Sequence(kind, Arc::new(items)))
    }

    /// A computed text, in Unicode normal form C as all of Terraform's strings.
    pub(super) fn string(&self, text: impl AsRef<str>) -> Result<Value, FunctionError> {
        let text = text.as_ref();
        if text.len() > MAX_TEXT {
            return Err(too_large());
        }
        Ok(self.computed(string_data(text)))
    }

    /// A part of an argument's text, which keeps the places of its lines.
    pub(super) fn part(&self, at: usize, part: &str) -> Result<Value, FunctionError> {
        let value = self.string(part)?;
        Ok(self.with_places(value, at, part))
    }

    /// The value with the places that the lines of `part`, a part of an argument's text, have there.
    pub(super) fn with_places(&self, value: Value, at: usize, part: &str) -> Value {
        let whole = self.text(at).unwrap_or_default();
        let start = (part.as_ptr() as usize).wrapping_sub(whole.as_ptr() as usize);
        let is_inside = whole.get(start..start.wrapping_add(part.len())) == Some(part);
        match self.values.get(at).filter(|_| is_inside && part.contains('\n')) {
            Some(argument) => {
                let map = TextMap::of(argument, self.context.sources).slice(start..start + part.len());
                Value { origin: value.origin.with_text(map), ..value }
            }
            None => value,
        }
    }

    pub(super) fn bool(&self, value: bool) -> Result<Value, FunctionError> {
        Ok(self.computed(Data::Bool(value)))
    }

    /// A computed number; none is out of range.
    pub(super) fn numeric(&self, number: Option<Number>) -> Result<Value, FunctionError> {
        let number = number.ok_or_else(|| FunctionError::new("the result is out of range"))?;
        Ok(self.computed(Data::Number(number)))
    }

    /// An unknown result, for the reason of the first unknown argument.
    pub(super) fn unknown(&self) -> Value {
        self.unknown_with(Vec::new(), None)
    }

    /// An unknown result of which something is known.
    pub(super) fn unknown_with(&self, parts: Vec<Part>, encodes: Option<Value>) -> Value {
        let reason = self.values.iter().find_map(first_reason);
        let reason = reason.unwrap_or_else(|| Reason::Function(self.name.into()));
        let not_null = !MAY_GIVE_NULL.contains(&self.name);
        let unknown = Unknown { not_null, parts, encodes, ..Unknown::because(reason) };
        self.computed(Data::Unknown(Arc::new(unknown)))
    }

    /// Whether no argument holds anything unknown.
    pub(super) fn wholly_known(&self) -> bool {
        self.values.iter().all(Value::is_wholly_known)
    }
}

/// Whether a value stands for any number of elements.
pub(super) fn is_many(value: &Value) -> bool {
    matches!(&value.data, Data::Unknown(unknown) if unknown.many)
}

/// An unknown value that stands for any number of elements.
pub(super) fn as_many(value: &Value) -> Value {
    match &value.data {
        Data::Unknown(unknown) if !unknown.many => {
            // What its type told was that of the whole, and what each of its elements is like is not what this is like.
            let unknown = Unknown { many: true, like: None, each: None, ..(**unknown).clone() };
            Value { data: Data::Unknown(Arc::new(unknown)), ..value.clone() }
        }
        _ => value.clone(),
    }
}

/// A string's data, in normal form C.
pub(super) fn string_data(text: &str) -> Data {
    if text.is_ascii() || is_nfc(text) {
        return Data::String(text.into());
    }
    Data::String(text.nfc().collect::<String>().into())
}

pub(super) fn too_large() -> FunctionError {
    FunctionError::limit(format!("the result is larger than {MAX_TEXT} bytes or {MAX_ELEMENTS} elements"))
}

/// The reason of the first unknown part.
pub(super) fn first_reason(value: &Value) -> Option<Reason> {
    match &value.data {
        Data::Unknown(unknown) => Some(unknown.reason.clone()),
        Data::Sequence(_, items) => items.iter().find_map(first_reason),
        Data::Mapping(_, entries) => entries.values().find_map(first_reason),
        _ => None,
    }
}
