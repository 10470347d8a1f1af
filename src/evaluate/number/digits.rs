//! Decimal digits of binary numbers: all of them, and the fewest that still tell a number from its neighbours.

use super::{Number, PRECISION, Repr};
use num_bigint::BigUint;
use std::cmp::Ordering;
use std::fmt;

/// Decimal digits without trailing zeros, and where the point stands.
pub(super) struct Digits {
    digits: Vec<u8>,
    point: i64,
}

impl Digits {
    /// The digit at `at`, counted from where a number with `point` has its first digit.
    fn at(&self, at: usize, point: i64) -> u8 {
        let at = i64::try_from(at).unwrap_or(i64::MAX) - (point - self.point);
        usize::try_from(at).ok().and_then(|at| self.digits.get(at)).copied().unwrap_or(b'0')
    }

    fn end(&self, point: i64) -> i64 {
        i64::try_from(self.digits.len()).unwrap_or(i64::MAX) + (point - self.point)
    }
}

/// All decimal digits of `magnitude * 2^exponent`.
pub(super) fn expand(magnitude: &BigUint, exponent: i64) -> Digits {
    let shift = exponent.unsigned_abs();
    let (integer, fraction) = if exponent >= 0 {
        (magnitude << shift, 0)
    } else {
        (magnitude * BigUint::from(5u32).pow(u32::try_from(shift).unwrap_or(u32::MAX)), shift)
    };
    let mut digits = integer.to_str_radix(10).into_bytes();
    let point = i64::try_from(digits.len()).unwrap_or(0) - i64::try_from(fraction).unwrap_or(0);
    while digits.len() > 1 && digits.last() == Some(&b'0') {
        digits.pop();
    }
    Digits { digits, point }
}

/// The fewest digits of `exact` that still lie between its neighbours.
pub(super) fn shortest(exact: &Digits, lower: &Digits, upper: &Digits, inclusive: bool) -> (Vec<u8>, i64) {
    let point = upper.point;
    let length = usize::try_from(exact.end(point)).unwrap_or(exact.digits.len());
    for at in 0..length {
        let (low, digit, high) = (lower.at(at, point), exact.at(at, point), upper.at(at, point));
        let position = i64::try_from(at).unwrap_or(i64::MAX) + 1;
        let down = low != digit || (inclusive && position == lower.end(point));
        let up = digit != high && (inclusive || digit + 1 < high || position < upper.end(point));
        if !down && !up {
            continue;
        }
        let mut kept: Vec<u8> = (0..=at).map(|at| exact.at(at, point)).collect();
        let next = exact.at(at + 1, point);
        let exactly_half = next == b'5' && position + 1 == exact.end(point);
        let nearest_up = if exactly_half { digit % 2 == 1 } else { next >= b'5' };
        if up && (!down || nearest_up) {
            return increment(kept, point);
        }
        strip(&mut kept);
        return leading(kept, point);
    }
    leading(exact.digits.clone(), exact.point)
}

fn increment(mut digits: Vec<u8>, point: i64) -> (Vec<u8>, i64) {
    while let Some(last) = digits.pop() {
        if last < b'9' {
            digits.push(last + 1);
            return leading(digits, point);
        }
    }
    (vec![b'1'], point + 1)
}

fn strip(digits: &mut Vec<u8>) {
    while digits.len() > 1 && digits.last() == Some(&b'0') {
        digits.pop();
    }
}

fn leading(digits: Vec<u8>, point: i64) -> (Vec<u8>, i64) {
    let zeros = digits.iter().take_while(|digit| **digit == b'0').count().min(digits.len().saturating_sub(1));
    (digits.into_iter().skip(zeros).collect(), point - i64::try_from(zeros).unwrap_or(0))
}

impl Number {
    /// The magnitude times `10^power`, rounded to a whole number, halves to even.
    fn scaled_integer(&self, power: i64) -> BigUint {
        let (mantissa, exponent) = self.parts();
        let tens = BigUint::from(10u32).pow(u32::try_from(power.unsigned_abs()).unwrap_or(u32::MAX));
        let (mut numerator, mut denominator) = (mantissa.into_parts().1, BigUint::from(1u32));
        if power >= 0 {
            numerator *= tens
        } else {
            denominator *= tens
        }
        if exponent >= 0 {
            numerator <<= exponent
        } else {
            denominator <<= exponent.unsigned_abs()
        }
        let whole = &numerator / &denominator;
        let rest = (numerator - &whole * &denominator) << 1u32;
        match rest.cmp(&denominator) {
            Ordering::Greater => whole + 1u32,
            Ordering::Equal if whole.bit(0) => whole + 1u32,
            _ => whole,
        }
    }

    /// With exactly `places` digits after the point, halves rounded to even.
    pub fn to_fixed(&self, places: usize) -> String {
        let sign = if self.has_minus() { "-" } else { "" };
        let digits = self.scaled_integer(i64::try_from(places).unwrap_or(0)).to_str_radix(10);
        let digits = format!("{}{digits}", "0".repeat((places + 1).saturating_sub(digits.len())));
        match digits.split_at_checked(digits.len() - places) {
            Some((whole, fraction)) if places > 0 => format!("{sign}{whole}.{fraction}"),
            _ => format!("{sign}{digits}"),
        }
    }

    /// The magnitude's first `count` digits, rounded, and the position of the point as in [`Number::digits`].
    pub fn round_significant(&self, count: usize) -> (String, i64) {
        let point = self.digits().1;
        let wanted = i64::try_from(count).unwrap_or(0);
        let mut digits = self.scaled_integer(wanted - point).to_str_radix(10);
        digits.extend((digits.len()..count).map(|_| '0'));
        // 9.99 may have become 10.0.
        match digits.len() > count {
            true => (digits.chars().take(count).collect(), point + 1),
            false => (digits, point),
        }
    }

    /// The shortest decimal digits that read back as this magnitude, and the position of the decimal point
    /// counted from the first digit: `0.d1d2d3... * 10^point`.
    pub fn digits(&self) -> (Vec<u8>, i64) {
        let (mantissa, exponent) = self.parts();
        let magnitude = mantissa.into_parts().1;
        if magnitude.bits() == 0 {
            return (vec![b'0'], 1);
        }
        // One bit more than the precision: the neighbours are half a unit in the last place away.
        let surplus = (PRECISION + 1).saturating_sub(magnitude.bits());
        let scaled = &magnitude << surplus;
        let exponent = exponent - i64::try_from(surplus).unwrap_or(0);
        let exact = expand(&scaled, exponent);
        let lower = expand(&(&scaled - 1u32), exponent);
        let upper = expand(&(&scaled + 1u32), exponent);
        shortest(&exact, &lower, &upper, !scaled.bit(1))
    }
}

impl fmt::Display for Number {
    /// All digits, no exponent: what Terraform's string conversion gives.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Integer(integer) => return write!(out, "{integer}"),
            Repr::NegativeZero => return out.write_str("-0"),
            Repr::Infinite { negative: true } => return out.write_str("-Inf"),
            Repr::Infinite { negative: false } => return out.write_str("+Inf"),
            Repr::Float(_) => {}
        }
        let (digits, point) = self.digits();
        let mut text = String::with_capacity(digits.len() + 3);
        if self.is_negative() {
            text.push('-');
        }
        if point <= 0 {
            text.push_str("0.");
            text.extend((point..0).map(|_| '0'));
        }
        for (at, digit) in digits.iter().enumerate() {
            if at > 0 && i64::try_from(at) == Ok(point) {
                text.push('.');
            }
            text.push(char::from(*digit));
        }
        let length = i64::try_from(digits.len()).unwrap_or(i64::MAX);
        text.extend((length..point).map(|_| '0'));
        out.write_str(&text)
    }
}
