//! Terraform's numbers: exact decimals, never `f64`.

use bigdecimal::{BigDecimal, ToPrimitive};
use std::fmt;
use std::str::FromStr;

/// A number. Small integers, nearly all of them, need no allocation.
#[derive(Clone, Debug)]
pub struct Number(Repr);

#[derive(Clone, Debug)]
enum Repr {
    Integer(i64),
    Decimal(Box<BigDecimal>),
}

impl Number {
    /// Reads decimal text with an optional sign, fraction and exponent.
    pub fn parse(text: &str) -> Option<Number> {
        if let Ok(integer) = text.parse::<i64>() {
            return Some(Number(Repr::Integer(integer)));
        }
        // A huge exponent would make every later operation on it huge as well.
        let exponent = text.split(['e', 'E']).nth(1).and_then(|digits| digits.parse::<i64>().ok());
        if text.contains(['e', 'E']) && exponent.is_none_or(|exponent| exponent.abs() > 5_000) {
            return None;
        }
        BigDecimal::from_str(text).ok().map(Number::from)
    }

    /// The value as `i64` where it is a whole number in range.
    pub fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Repr::Integer(integer) => Some(*integer),
            Repr::Decimal(decimal) if decimal.is_integer() => decimal.to_i64(),
            Repr::Decimal(_) => None,
        }
    }

    /// The nearest `f64`.
    pub fn to_f64(&self) -> f64 {
        match &self.0 {
            Repr::Integer(integer) => *integer as f64,
            Repr::Decimal(decimal) => decimal.to_f64().unwrap_or(f64::NAN),
        }
    }

    /// The exact value.
    pub fn to_decimal(&self) -> BigDecimal {
        match &self.0 {
            Repr::Integer(integer) => BigDecimal::from(*integer),
            Repr::Decimal(decimal) => (**decimal).clone(),
        }
    }

    /// As JSON: an integer where it is one in range, else the nearest `f64`.
    pub fn to_json(&self) -> serde_json::Value {
        match self.to_i64() {
            Some(integer) => integer.into(),
            None => serde_json::Number::from_f64(self.to_f64()).map_or(serde_json::Value::Null, Into::into),
        }
    }
}

impl From<BigDecimal> for Number {
    fn from(decimal: BigDecimal) -> Number {
        match decimal.is_integer().then(|| decimal.to_i64()).flatten() {
            Some(integer) => Number(Repr::Integer(integer)),
            None => Number(Repr::Decimal(Box::new(decimal.normalized()))),
        }
    }
}

impl From<i64> for Number {
    fn from(integer: i64) -> Number {
        Number(Repr::Integer(integer))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Number) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> std::cmp::Ordering {
        match (&self.0, &other.0) {
            (Repr::Integer(own), Repr::Integer(theirs)) => own.cmp(theirs),
            _ => self.to_decimal().cmp(&other.to_decimal()),
        }
    }
}

impl fmt::Display for Number {
    /// All digits, no exponent: what Terraform's string conversion gives.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Integer(integer) => write!(out, "{integer}"),
            Repr::Decimal(decimal) => out.write_str(&decimal.to_plain_string()),
        }
    }
}
