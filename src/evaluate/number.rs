//! Terraform's numbers: binary floating point with a mantissa of 512 bits, so that integers of any practical
//! size are exact and `1 / 3 * 3 == 1`.

mod digits;

use num_bigint::{BigInt, BigUint, Sign};
use std::cmp::Ordering;

/// Bits of the mantissa.
const PRECISION: u64 = 512;
/// Largest magnitude of a binary exponent; more is out of range, so that no operation gets expensive.
const MAX_EXPONENT: i64 = 20_000;
/// Longest text read as a number.
const MAX_TEXT: usize = 10_000;

/// A number. Small integers, nearly all of them, need no allocation.
#[derive(Clone, Debug)]
pub struct Number(Repr);

/// One representation for each value; the negative zero is equal to zero.
#[derive(Clone, Debug)]
enum Repr {
    Integer(i64),
    /// Prints as `-0`.
    NegativeZero,
    /// What a division by zero gives.
    Infinite {
        negative: bool,
    },
    /// Whatever is not an `i64`.
    Float(Box<Float>),
}

/// `mantissa * 2^exponent`; the mantissa is odd and has at most `PRECISION` bits.
#[derive(Clone, Debug)]
struct Float {
    mantissa: BigInt,
    exponent: i64,
}

impl Number {
    /// Reads decimal text as Terraform does: sign, fraction, and a decimal (`e`) or binary (`p`) exponent are
    /// optional. None where it is no number or out of range.
    pub fn parse(text: &str) -> Option<Number> {
        if let Ok(integer) = text.parse::<i64>()
            && text != "-0"
        {
            return Some(Number(Repr::Integer(integer)));
        }
        if text.len() > MAX_TEXT {
            return None;
        }
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        if matches!(unsigned, "Inf" | "inf") {
            return Some(Number(Repr::Infinite { negative }));
        }
        let (mantissa, exponent, binary) = match unsigned.find(['e', 'E', 'p', 'P']) {
            Some(at) => {
                let (mantissa, exponent) = unsigned.split_at_checked(at)?;
                let binary = exponent.starts_with(['p', 'P']);
                (mantissa, exponent.get(1..)?.parse::<i64>().ok()?, binary)
            }
            None => (unsigned, 0, false),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{fraction}");
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let magnitude = BigUint::parse_bytes(digits.as_bytes(), 10)?;
        let sign = if negative { Sign::Minus } else { Sign::Plus };
        let value = BigInt::from_biguint(sign, magnitude);
        let fraction = i64::try_from(fraction.len()).ok()?;
        if value.sign() == Sign::NoSign {
            return Some(Number::zero(negative));
        }
        let (decimal, binary) =
            if binary { (-fraction, exponent) } else { (exponent.checked_sub(fraction)?, 0) };
        Number::scaled(value, decimal, binary)
    }

    /// `value * 10^decimal * 2^binary`.
    fn scaled(value: BigInt, decimal: i64, binary: i64) -> Option<Number> {
        if binary.abs() > MAX_EXPONENT || decimal.unsigned_abs() > MAX_TEXT as u64 * 2 {
            return None;
        }
        let power = BigInt::from(10).pow(u32::try_from(decimal.unsigned_abs()).ok()?);
        if decimal >= 0 {
            return Number::rounded(value * power, binary, false);
        }
        Number::quotient(value, &power, binary)
    }

    /// `numerator / denominator * 2^exponent`, the denominator being positive.
    fn quotient(numerator: BigInt, denominator: &BigInt, exponent: i64) -> Option<Number> {
        let missing = (denominator.bits() + PRECISION + 2).saturating_sub(numerator.bits());
        let shifted = numerator.magnitude() << missing;
        let quotient = &shifted / denominator.magnitude();
        let inexact = &quotient * denominator.magnitude() != shifted;
        let quotient = BigInt::from_biguint(numerator.sign(), quotient);
        Number::rounded(quotient, exponent.checked_sub(i64::try_from(missing).ok()?)?, inexact)
    }

    /// Rounds `mantissa * 2^exponent` to the nearest, halves to even. `inexact`: a little was cut off below.
    fn rounded(mantissa: BigInt, exponent: i64, inexact: bool) -> Option<Number> {
        let (sign, mut magnitude) = mantissa.into_parts();
        let mut exponent = exponent;
        let surplus = magnitude.bits().saturating_sub(PRECISION);
        if surplus > 0 {
            let half = magnitude.bit(surplus - 1);
            let below = inexact || magnitude.trailing_zeros().is_some_and(|zeros| zeros < surplus - 1);
            magnitude >>= surplus;
            exponent += i64::try_from(surplus).ok()?;
            if half && (below || magnitude.bit(0)) {
                magnitude += 1u32;
            }
        }
        let Some(zeros) = magnitude.trailing_zeros() else { return Some(Number::from(0i64)) };
        magnitude >>= zeros;
        exponent += i64::try_from(zeros).ok()?;
        if exponent.abs() > MAX_EXPONENT {
            return None;
        }
        if (0..64).contains(&exponent) && magnitude.bits() <= 64 {
            let integer = BigInt::from_biguint(sign, &magnitude << exponent);
            if let Ok(integer) = i64::try_from(&integer) {
                return Some(Number(Repr::Integer(integer)));
            }
        }
        let mantissa = BigInt::from_biguint(sign, magnitude);
        Some(Number(Repr::Float(Box::new(Float { mantissa, exponent }))))
    }

    /// The nearest number to an `f64`, read from its shortest decimal text; none where it is no number.
    pub fn from_f64(value: f64) -> Option<Number> {
        Number::parse(&format!("{value}"))
    }

    /// Zero with a sign.
    fn zero(negative: bool) -> Number {
        Number(if negative { Repr::NegativeZero } else { Repr::Integer(0) })
    }

    /// Whether it is one of the infinities.
    pub fn is_infinite(&self) -> bool {
        matches!(self.0, Repr::Infinite { .. })
    }

    /// Whether its sign is a minus: negative numbers and the negative zero.
    pub fn has_minus(&self) -> bool {
        matches!(self.0, Repr::NegativeZero) || self.is_negative()
    }

    /// A whole number of any size.
    pub fn from_integer(value: BigInt) -> Option<Number> {
        Number::rounded(value, 0, false)
    }

    fn parts(&self) -> (BigInt, i64) {
        match &self.0 {
            Repr::Integer(integer) => (BigInt::from(*integer), 0),
            Repr::NegativeZero | Repr::Infinite { .. } => (BigInt::ZERO, 0),
            Repr::Float(float) => (float.mantissa.clone(), float.exponent),
        }
    }

    /// The sum; none where it is out of range.
    pub fn add(&self, other: &Number) -> Option<Number> {
        if let (Repr::Integer(own), Repr::Integer(theirs)) = (&self.0, &other.0)
            && let Some(sum) = own.checked_add(*theirs)
        {
            return Some(Number::from(sum));
        }
        match (&self.0, &other.0) {
            (Repr::NegativeZero, Repr::NegativeZero) => return Some(Number::zero(true)),
            (Repr::Infinite { negative }, Repr::Infinite { negative: theirs }) => {
                return (negative == theirs).then(|| self.clone());
            }
            (Repr::Infinite { .. }, _) => return Some(self.clone()),
            (_, Repr::Infinite { .. }) => return Some(other.clone()),
            _ => {}
        }
        let (own, own_exponent) = self.parts();
        let (theirs, their_exponent) = other.parts();
        let exponent = own_exponent.min(their_exponent);
        let sum = (own << (own_exponent - exponent)) + (theirs << (their_exponent - exponent));
        Number::rounded(sum, exponent, false)
    }

    /// The difference; none where it is out of range.
    pub fn sub(&self, other: &Number) -> Option<Number> {
        self.add(&other.neg())
    }

    /// The product; none where it is out of range.
    pub fn mul(&self, other: &Number) -> Option<Number> {
        if let (Repr::Integer(own), Repr::Integer(theirs)) = (&self.0, &other.0)
            && let Some(product) = own.checked_mul(*theirs).filter(|product| *product != 0)
        {
            return Some(Number::from(product));
        }
        let negative = self.has_minus() != other.has_minus();
        match (self.is_zero() || other.is_zero(), self.is_infinite() || other.is_infinite()) {
            (true, true) => return None,
            (true, false) => return Some(Number::zero(negative)),
            (false, true) => return Some(Number(Repr::Infinite { negative })),
            (false, false) => {}
        }
        let (own, own_exponent) = self.parts();
        let (theirs, their_exponent) = other.parts();
        Number::rounded(own * theirs, own_exponent + their_exponent, false)
    }

    /// The quotient, infinite for a division by zero; none for `0 / 0` and where it is out of range.
    pub fn div(&self, other: &Number) -> Option<Number> {
        let negative = self.has_minus() != other.has_minus();
        if self.is_zero() || other.is_infinite() {
            let undefined = other.is_zero() || self.is_infinite();
            return (!undefined).then(|| Number::zero(negative));
        }
        if other.is_zero() || self.is_infinite() {
            return Some(Number(Repr::Infinite { negative }));
        }
        let (own, own_exponent) = self.parts();
        let (theirs, their_exponent) = other.parts();
        match theirs.sign() {
            Sign::NoSign => None,
            Sign::Minus => Number::quotient(-own, &-theirs, own_exponent - their_exponent),
            Sign::Plus => Number::quotient(own, &theirs, own_exponent - their_exponent),
        }
    }

    /// The remainder with the sign of `self`; `self` where the divisor is zero, as in Terraform.
    pub fn rem(&self, other: &Number) -> Option<Number> {
        if self.is_infinite() || other.is_infinite() {
            return None;
        }
        if other.is_zero() {
            return Some(self.clone());
        }
        let whole = self.div(other)?.trunc();
        self.sub(&other.mul(&whole)?)
    }

    /// The negated value.
    #[must_use]
    pub fn neg(&self) -> Number {
        let negated = match &self.0 {
            Repr::Integer(0) => Some(Number::zero(true)),
            Repr::Integer(integer) => integer.checked_neg().map(Number::from),
            Repr::NegativeZero => Some(Number::zero(false)),
            Repr::Infinite { negative } => Some(Number(Repr::Infinite { negative: !negative })),
            Repr::Float(_) => None,
        };
        let (mantissa, exponent) = self.parts();
        negated.or_else(|| Number::rounded(-mantissa, exponent, false)).unwrap_or_else(|| self.clone())
    }

    /// The magnitude.
    #[must_use]
    pub fn abs(&self) -> Number {
        if self.has_minus() { self.neg() } else { self.clone() }
    }

    /// The whole part, towards zero.
    #[must_use]
    pub fn trunc(&self) -> Number {
        match &self.0 {
            Repr::NegativeZero => Number::zero(false),
            Repr::Float(float) if float.exponent < 0 => {
                let magnitude = float.mantissa.magnitude() >> float.exponent.unsigned_abs();
                let whole = BigInt::from_biguint(float.mantissa.sign(), magnitude);
                Number::rounded(whole, 0, false).unwrap_or_else(|| self.clone())
            }
            _ => self.clone(),
        }
    }

    /// The largest whole number not above it.
    #[must_use]
    pub fn floor(&self) -> Number {
        let whole = self.trunc();
        if whole > *self { whole.sub(&Number::from(1i64)).unwrap_or(whole) } else { whole }
    }

    /// The smallest whole number not below it.
    #[must_use]
    pub fn ceil(&self) -> Number {
        let whole = self.trunc();
        if whole < *self { whole.add(&Number::from(1i64)).unwrap_or(whole) } else { whole }
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        matches!(self.0, Repr::Integer(0) | Repr::NegativeZero)
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Integer(integer) => *integer < 0,
            Repr::NegativeZero => false,
            Repr::Infinite { negative } => *negative,
            Repr::Float(float) => float.mantissa.sign() == Sign::Minus,
        }
    }

    /// The value as `i64` where it is a whole number in range.
    pub fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Repr::Integer(integer) => Some(*integer),
            Repr::NegativeZero => Some(0),
            Repr::Infinite { .. } | Repr::Float(_) => None,
        }
    }

    /// The value where it is a whole number.
    pub fn to_integer(&self) -> Option<BigInt> {
        match &self.0 {
            Repr::Integer(integer) => Some(BigInt::from(*integer)),
            Repr::NegativeZero => Some(BigInt::ZERO),
            Repr::Float(float) if float.exponent >= 0 => Some(&float.mantissa << float.exponent),
            Repr::Infinite { .. } | Repr::Float(_) => None,
        }
    }

    /// The nearest `f64`.
    pub fn to_f64(&self) -> f64 {
        match &self.0 {
            Repr::Integer(integer) => *integer as f64,
            _ => self.to_string().parse().unwrap_or(f64::NAN),
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

impl From<i64> for Number {
    fn from(integer: i64) -> Number {
        Number(Repr::Integer(integer))
    }
}

impl From<usize> for Number {
    fn from(count: usize) -> Number {
        Number(Repr::Integer(i64::try_from(count).unwrap_or(i64::MAX)))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Number) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> Ordering {
        if let (Repr::Integer(own), Repr::Integer(theirs)) = (&self.0, &other.0) {
            return own.cmp(theirs);
        }
        let infinity = |number: &Number| match &number.0 {
            Repr::Infinite { negative: true } => -1,
            Repr::Infinite { negative: false } => 1,
            _ => 0,
        };
        let (own_infinity, their_infinity) = (infinity(self), infinity(other));
        if (own_infinity, their_infinity) != (0, 0) {
            return own_infinity.cmp(&their_infinity);
        }
        let (own, own_exponent) = self.parts();
        let (theirs, their_exponent) = other.parts();
        let exponent = own_exponent.min(their_exponent);
        (own << (own_exponent - exponent)).cmp(&(theirs << (their_exponent - exponent)))
    }
}

#[cfg(test)]
mod tests;
