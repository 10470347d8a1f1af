//! What a plain scalar means: YAML 1.1 as Kubernetes' tools read it, which is neither YAML 1.2 nor all of 1.1.
//!
//! Checked against kubectl: `y`, `on` and `No` are booleans, `0755` and `0o14` are octal, `1_000` is 1000, dates
//! and `12:30:45` stay text, an overflowing exponent stays text, integers beyond 64 bits become floats.

use crate::parse::tree::NodeKind;

/// Resolves the text of a plain scalar.
pub(super) fn resolve(text: &str) -> NodeKind {
    let first = text.bytes().next();
    let kind = match first {
        None => Some(NodeKind::Null),
        Some(b'0'..=b'9' | b'+' | b'-') => number(text),
        Some(b'.') => float(text),
        Some(b'y' | b'Y' | b'n' | b'N' | b't' | b'T' | b'f' | b'F' | b'o' | b'O' | b'~') => word(text),
        Some(_) => None,
    };
    kind.unwrap_or_else(|| NodeKind::String(text.into()))
}

/// The not-finite numbers, which JSON and so Kubernetes cannot hold.
pub(super) fn is_not_finite(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN")
}

fn word(text: &str) -> Option<NodeKind> {
    match text {
        "y" | "Y" | "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => {
            Some(NodeKind::Bool(true))
        }
        "n" | "N" | "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => {
            Some(NodeKind::Bool(false))
        }
        "~" | "null" | "Null" | "NULL" => Some(NodeKind::Null),
        _ => None,
    }
}

fn number(text: &str) -> Option<NodeKind> {
    let plain = if text.contains('_') { text.replace('_', "") } else { text.to_owned() };
    if let Some(integer) = integer(&plain) {
        return Some(NodeKind::Number(integer.to_string().into()));
    }
    float(&plain)
}

/// An integer of 64 bits, signed or not, in the base its prefix says.
fn integer(plain: &str) -> Option<i128> {
    let negative = plain.starts_with('-');
    let unsigned = plain.strip_prefix(['+', '-']).unwrap_or(plain);
    let prefix = unsigned.get(..2).unwrap_or_default().to_ascii_lowercase();
    let (digits, base) = match prefix.as_str() {
        "0x" => (unsigned.get(2..)?, 16),
        "0o" => (unsigned.get(2..)?, 8),
        "0b" => (unsigned.get(2..)?, 2),
        _ if unsigned.len() > 1 && unsigned.starts_with('0') => (unsigned.get(1..)?, 8),
        _ => (unsigned, 10),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let magnitude = i128::from_str_radix(digits, base).ok()?;
    let value = if negative { -magnitude } else { magnitude };
    // A sign makes it a signed number in the tools, so `+18446744073709551615` is none.
    let largest = if unsigned.len() == plain.len() { i128::from(u64::MAX) } else { i128::from(i64::MAX) };
    (i128::from(i64::MIN)..=largest).contains(&value).then_some(value)
}

/// Digits with at most one point and an exponent; `None` where the value overflows.
fn float(plain: &str) -> Option<NodeKind> {
    let unsigned = plain.strip_prefix(['+', '-']).unwrap_or(plain);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent_digits = exponent.map(|text| text.strip_prefix(['+', '-']).unwrap_or(text));
    let well_formed = (!whole.is_empty() || !fraction.is_empty())
        && digits(whole)
        && digits(fraction)
        && exponent_digits.is_none_or(|text| !text.is_empty() && digits(text));
    if !well_formed {
        return None;
    }
    let value: f64 = plain.parse().ok()?;
    let value = if value == 0.0 { 0.0 } else { value };
    value.is_finite().then(|| NodeKind::Number(value.to_string().into()))
}
