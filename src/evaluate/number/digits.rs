//! Decimal digits of binary numbers: all of them, and the fewest that still tell a number from its neighbours.

use num_bigint::BigUint;

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
