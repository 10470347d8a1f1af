//! Calculation. Whole numbers stay whole, however large; what has no result gives none.

use super::super::compile::ArithOp;
use regorus::Value;

pub(super) fn calculate(op: ArithOp, left: &Value, right: &Value) -> Option<Value> {
    let (Value::Number(left), Value::Number(right)) = (left, right) else { return None };
    let result = match op {
        ArithOp::Add => left.add(right),
        ArithOp::Sub => left.sub(right),
        ArithOp::Mul => left.mul(right),
        ArithOp::Div | ArithOp::Mod if right.as_f64() == Some(0.0) => return None,
        ArithOp::Div => left.clone().divide(right),
        ArithOp::Mod if !left.is_integer() || !right.is_integer() => return None,
        ArithOp::Mod => left.clone().modulo(right),
    };
    result.ok().map(Value::from)
}

pub(super) fn negative(value: &Value) -> Option<Value> {
    calculate(ArithOp::Sub, &Value::from(0_u64), value)
}

/// The number as a position, if it is one.
pub(super) fn position(value: &Value) -> Option<usize> {
    let Value::Number(number) = value else { return None };
    number.as_u64().and_then(|at| usize::try_from(at).ok())
}

/// A whole number that may be negative.
pub(super) fn whole(value: &Value) -> Option<i64> {
    let Value::Number(number) = value else { return None };
    number.as_i64()
}

/// A text, truth or null as a number, as `to_number` reads it.
pub(super) fn parsed(value: &Value) -> Option<Value> {
    match value {
        Value::Number(_) => Some(value.clone()),
        Value::Bool(truth) => Some(Value::from(u64::from(*truth))),
        Value::Null => Some(Value::from(0_u64)),
        Value::String(text) => {
            let plain = text.strip_prefix('-').unwrap_or(text);
            let numeric = plain.starts_with(|c: char| c.is_ascii_digit());
            numeric.then(|| Value::from_numeric_string(text).ok()).flatten()
        }
        _ => None,
    }
}
