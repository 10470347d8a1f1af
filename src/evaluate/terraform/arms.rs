//! What is known of a conditional of which the arm is not.

use super::expression::{many_like, unknown_from};
use super::types;
use crate::evaluate::{Data, Value};
use crate::source::Span;

/// Comparisons of elements that the arms of a conditional are worth.
const MOST_COMPARED: usize = 4_096;

/// The elements of one list or of another: those of both are there in any case, of the others any number may be.
pub(super) fn either_elements(condition: &Value, left: &[Value], right: &[Value], span: Span) -> Vec<Value> {
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
        _ => many_like(Some(one.clone()), &[condition.clone(), one.clone()], span),
    };
    perhaps.into_iter().chain(others).map(many).chain(both).collect()
}

/// What one text in JSON holds or another, where both hold objects of the same attributes.
pub(super) fn either_text(condition: &Value, left: &Value, right: &Value, span: Span) -> Option<Value> {
    let (Data::Mapping(_, own), Data::Mapping(_, others)) = (&left.data, &right.data) else { return None };
    if !own.keys().eq(others.keys()) {
        return None;
    }
    let part = |left: &Value, right: &Value| match (left.items(), right.items()) {
        _ if types::equal(left, right) == Some(true) => left.clone(),
        (Some(own), Some(others)) => {
            Value::tuple(either_elements(condition, own, others, span), left.origin.clone())
        }
        _ => unknown_from(&[condition.clone(), left.clone(), right.clone()], span),
    };
    let entries = own.iter().zip(others.values());
    let entries = entries.map(|((name, left), right)| (name.clone(), part(left, right)));
    Some(Value::object(entries.collect(), left.origin.clone()))
}
