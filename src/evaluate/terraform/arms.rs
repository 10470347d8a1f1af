//! What is known of a conditional of which the arm is not.

use super::expression::{many_like, unknown_from};
use super::types;
use crate::evaluate::{Data, LinkKind, MappingKind, Origin, Reason, SequenceKind, Unknown, Value};
use crate::source::Span;
use std::sync::Arc;

/// Comparisons of elements that the arms of a conditional are worth.
const MOST_COMPARED: usize = 4_096;

/// A conditional of which both arms are possible.
#[derive(Clone, Copy)]
pub(super) struct Undecided<'v> {
    /// The condition, which is unknown.
    pub(super) condition: &'v Value,
    /// Where the conditional stands.
    pub(super) span: Span,
    /// No more is known than Terraform says.
    pub(super) strict: bool,
}

impl Undecided<'_> {
    /// The value. Where the arms are equal it does not matter which one is taken, and of tuples of one length and
    /// objects of the same attributes that holds for each part. `like` is a value of their common type.
    pub(super) fn value(self, then: &Value, otherwise: &Value, like: Value) -> Value {
        let part = |left: &Value, right: &Value| self.value(left, right, left.clone());
        // Terraform follows nulls, numbers and booleans through; text it takes for unknown, though it is not.
        let plain = matches!(then.data, Data::Null | Data::Number(_) | Data::Bool(_))
            || (!self.strict && matches!(then.data, Data::String(_)));
        let data = match (&then.data, &otherwise.data) {
            _ if plain && types::equal(then, otherwise) == Some(true) => then.data.clone(),
            (Data::Sequence(SequenceKind::Tuple, left), Data::Sequence(SequenceKind::Tuple, right))
                if !self.strict =>
            {
                let is_as_long =
                    left.len() == right.len() && !left.iter().chain(right.iter()).any(Value::stands_for_many);
                let items = match is_as_long {
                    true => left.iter().zip(right.iter()).map(|(left, right)| part(left, right)).collect(),
                    false => self.elements(left, right),
                };
                Data::Sequence(SequenceKind::Tuple, Arc::new(items))
            }
            (Data::Mapping(MappingKind::Object, left), Data::Mapping(MappingKind::Object, right))
                if !self.strict && left.keys().eq(right.keys()) =>
            {
                let pairs = left.iter().zip(right.values());
                let pair =
                    |((name, left), right): ((&Arc<str>, &Value), &Value)| (name.clone(), part(left, right));
                Data::Mapping(MappingKind::Object, Arc::new(pairs.map(pair).collect()))
            }
            _ => Data::Unknown(Arc::new(self.unknown(then, otherwise, like))),
        };
        let from = Value::contributing([then, otherwise, self.condition]);
        let origin = Origin::new(LinkKind::Computed, self.span, from);
        let sensitive = then.sensitive || otherwise.sensitive || self.condition.sensitive;
        Value { data, origin, sensitive }
    }

    /// What holds for both arms that are not the same.
    fn unknown(self, then: &Value, otherwise: &Value, like: Value) -> Unknown {
        let reason = match &self.condition.data {
            Data::Unknown(unknown) => unknown.reason.clone(),
            _ => Reason::Computed,
        };
        let not_null = types::is_never_null(then) && types::is_never_null(otherwise);
        let filled = types::is_filled(then) && types::is_filled(otherwise);
        let null = |value: &Value| matches!(value.data, Data::Null);
        // Null takes the type of the other arm.
        let like = match (types::has_type(then), types::has_type(otherwise)) {
            (true, true) => Some(like),
            (true, false) if null(otherwise) => Some(then.clone()),
            (false, true) if null(then) => Some(otherwise.clone()),
            _ => None,
        };
        let encodes = match (then.encoded(), otherwise.encoded()) {
            (Some(left), Some(right)) if !self.strict => self.encoded(left, right),
            _ => None,
        };
        Unknown { not_null, filled, like, encodes, ..Unknown::because(reason) }
    }

    /// The elements of one list or of another: those of both are there in any case, of the others any number may be.
    fn elements(self, left: &[Value], right: &[Value]) -> Vec<Value> {
        let mut others: Vec<&Value> = right.iter().collect();
        let (mut both, mut perhaps) = (Vec::new(), Vec::new());
        let is_few = left.len().saturating_mul(right.len()) <= MOST_COMPARED;
        for one in left {
            let same = |other: &&Value| !one.stands_for_many() && types::equal(one, other) == Some(true);
            match if is_few { others.iter().position(same) } else { None } {
                Some(at) => {
                    others.remove(at);
                    both.push(one.clone());
                }
                None => perhaps.push(one),
            }
        }
        let many = |one: &Value| match &one.data {
            Data::Unknown(unknown) if unknown.many => one.clone(),
            _ => many_like(Some(one.clone()), &[self.condition.clone(), one.clone()], self.span),
        };
        perhaps.into_iter().chain(others).map(many).chain(both).collect()
    }

    /// What one text in JSON holds or another, where both hold objects of the same attributes.
    fn encoded(self, left: &Value, right: &Value) -> Option<Value> {
        let (Data::Mapping(_, own), Data::Mapping(_, others)) = (&left.data, &right.data) else {
            return None;
        };
        if !own.keys().eq(others.keys()) {
            return None;
        }
        let part = |left: &Value, right: &Value| match (left.items(), right.items()) {
            _ if types::equal(left, right) == Some(true) => left.clone(),
            (Some(own), Some(others)) => Value::tuple(self.elements(own, others), left.origin.clone()),
            _ => unknown_from(&[self.condition.clone(), left.clone(), right.clone()], self.span),
        };
        let entries = own.iter().zip(others.values());
        let entries = entries.map(|((name, left), right)| (name.clone(), part(left, right)));
        Some(Value::object(entries.collect(), left.origin.clone()))
    }
}
