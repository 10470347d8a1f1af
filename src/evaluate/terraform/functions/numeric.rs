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

/// A power by repeated squaring, as Terraform works it out: in its last digits it is not what the machine's own function
/// gives.
fn power(base: f64, exponent: f64) -> f64 {
    let mut whole = exponent.abs().trunc();
    let mut fraction = exponent.abs().fract();
    let is_plain = base.is_finite() && base != 0.0 && whole < 9e18 && (base > 0.0 || fraction == 0.0);
    if !is_plain || exponent == 1.0 {
        return base.powf(exponent);
    }
    if whole == 0.0 && fraction == 0.5 {
        return if exponent < 0.0 { 1.0 / base.sqrt() } else { base.sqrt() };
    }
    if fraction > 0.5 {
        fraction -= 1.0;
        whole += 1.0;
    }
    let mut product = if fraction == 0.0 { 1.0 } else { (fraction * base.ln()).exp() };
    let mut scale: i64 = 0;
    let (mut square, mut order) = fraction_and_order(base);
    let mut left = whole as u64;
    while left != 0 {
        if order.abs() > 1 << 12 {
            scale = scale.saturating_add(order);
            break;
        }
        if left & 1 == 1 {
            product *= square;
            scale += order;
        }
        square *= square;
        order *= 2;
        if square < 0.5 {
            square *= 2.0;
            order -= 1;
        }
        left >>= 1;
    }
    if exponent < 0.0 {
        product = 1.0 / product;
        scale = -scale;
    }
    scaled(product, scale)
}

/// A number as a fraction from a half on and below one, and the power of two that it is multiplied by.
fn fraction_and_order(number: f64) -> (f64, i64) {
    let (number, shifted) =
        if number.abs() < f64::MIN_POSITIVE { (number * 2f64.powi(60), 60) } else { (number, 0) };
    let bits = number.to_bits();
    let order = ((bits >> 52) & 0x7ff) as i64 - 1022 - shifted;
    (f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52), order)
}

/// A number times a power of two.
fn scaled(number: f64, order: i64) -> f64 {
    let order = order.clamp(-2200, 2200) as i32;
    let third = order / 3;
    number * 2f64.powi(third) * 2f64.powi(third) * 2f64.powi(order - 2 * third)
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
