//! Numbers: `max`, `floor`, `pow`, ...

use super::arguments::{NUMBER, Signature};
use super::{Arguments, FunctionError, Value};
use crate::evaluate::Number;

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("abs", &[NUMBER], |args| args.numeric(Some(args.number(0)?.abs()))),
    Signature::new("ceil", &[NUMBER], |args| args.numeric(Some(args.number(0)?.ceil()))),
    Signature::new("floor", &[NUMBER], |args| args.numeric(Some(args.number(0)?.floor()))),
    Signature::new("signum", &[NUMBER], signum),
    Signature::new("pow", &[NUMBER, NUMBER], |args| float(args, power)),
    Signature::new("log", &[NUMBER, NUMBER], |args| float(args, |number, base| number.ln() / base.ln())),
    Signature::new("max", &[NUMBER], |args| extreme(args, |found, best| found > best)).rest(NUMBER),
    Signature::new("min", &[NUMBER], |args| extreme(args, |found, best| found < best)).rest(NUMBER),
];

fn signum(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    args.numeric(Some(Number::from(args.integer(0)?.signum())))
}

/// Terraform computes these as 64-bit floats and reads the result's shortest decimal text.
fn float(args: &Arguments<'_>, compute: fn(f64, f64) -> f64) -> Result<Value, FunctionError> {
    args.numeric(Number::from_f64(compute(args.number(0)?.to_f64(), args.number(1)?.to_f64())))
}

/// A whole power by repeated squaring, as Terraform works it out: in its last digits it is not always what the machine's
/// own function gives.
fn power(base: f64, exponent: f64) -> f64 {
    let is_whole = exponent.fract() == 0.0 && exponent.abs() <= f64::from(u32::MAX);
    if !is_whole {
        return base.powf(exponent);
    }
    let (mut product, mut square, mut left) = (1.0, base, exponent.abs() as u64);
    while left > 0 {
        if left % 2 == 1 {
            product *= square;
        }
        square *= square;
        left /= 2;
    }
    // A product that is too large by itself may still have a reciprocal that is not.
    if exponent >= 0.0 {
        product
    } else if product.is_finite() {
        1.0 / product
    } else {
        base.powf(exponent)
    }
}

/// The winning argument itself, with its origin.
fn extreme(args: &Arguments<'_>, wins: fn(&Number, &Number) -> bool) -> Result<Value, FunctionError> {
    let mut best = 0;
    for at in 1..args.len() {
        if wins(args.number(at)?, args.number(best)?) {
            best = at;
        }
    }
    let mut value = args.get(best)?.clone();
    value.sensitive = args.sensitive();
    Ok(value)
}
