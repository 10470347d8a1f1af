//! Dates and times.

use super::arguments::{Signature, TEXT};
use super::{Arguments, FunctionError, Value};
use crate::evaluate::Number;
use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime};

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("formatdate", &[TEXT, TEXT], formatdate),
    Signature::new("timeadd", &[TEXT, TEXT], timeadd),
    Signature::new("timecmp", &[TEXT, TEXT], timecmp),
    // What these give differs from run to run.
    Signature::new("timestamp", &[], |args| Ok(args.unknown())),
    Signature::new("plantimestamp", &[], |args| Ok(args.unknown())),
];

fn moment(args: &Arguments<'_>, at: usize) -> Result<OffsetDateTime, FunctionError> {
    let text = args.text(at)?;
    let wrong = || FunctionError::at(at, "a time like 2006-01-02T15:04:05Z is required");
    // RFC 3339 allows small letters and other separators, Terraform does not.
    let strict = text.as_bytes().get(10) == Some(&b'T') && !text.ends_with('z');
    OffsetDateTime::parse(text, &Rfc3339).ok().filter(|_| strict).ok_or_else(wrong)
}

fn timecmp(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let order = moment(args, 0)?.cmp(&moment(args, 1)?);
    args.numeric(Some(Number::from(order as i64)))
}

fn timeadd(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let start = moment(args, 0)?;
    let wrong =
        || FunctionError::at(1, "a duration like 1h30m is required; the units are h, m, s, ms, us and ns");
    let duration = parse_duration(args.text(1)?).ok_or_else(wrong)?;
    let end = start.checked_add(duration).filter(|end| (0..=9999).contains(&end.year()));
    let end = end.ok_or_else(|| FunctionError::new("the result is out of range"))?;
    let zone = zone(end, ":", "Z");
    let (hour, minute, second) = end.to_hms();
    let date = format!("{:04}-{:02}-{:02}", end.year(), u8::from(end.month()), end.day());
    args.string(format!("{date}T{hour:02}:{minute:02}:{second:02}{zone}"))
}

/// Go's duration syntax: signed, decimal numbers each with a unit.
fn parse_duration(text: &str) -> Option<Duration> {
    let (negative, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest == "0" {
        return Some(Duration::ZERO);
    }
    if rest.is_empty() {
        return None;
    }
    let mut nanoseconds = 0i128;
    while !rest.is_empty() {
        let end = rest.find(|char: char| !char.is_ascii_digit() && char != '.')?;
        let (number, tail) = rest.split_at_checked(end)?;
        let end = tail.find(|char: char| char.is_ascii_digit() || char == '.').unwrap_or(tail.len());
        let (unit, tail) = tail.split_at_checked(end)?;
        let unit = match unit {
            "ns" => 1,
            "us" | "µs" | "μs" => 1_000,
            "ms" => 1_000_000,
            "s" => 1_000_000_000,
            "m" => 60_000_000_000,
            "h" => 3_600_000_000_000i64,
            _ => return None,
        };
        let amount = Number::parse(number)?.mul(&Number::from(unit))?.trunc().to_i64()?;
        nanoseconds += i128::from(amount);
        rest = tail;
    }
    let nanoseconds = i64::try_from(if negative { -nanoseconds } else { nanoseconds }).ok()?;
    Some(Duration::nanoseconds(nanoseconds))
}

/// The distance from UTC, or `utc` where there is none.
fn zone(moment: OffsetDateTime, separator: &str, utc: &str) -> String {
    let (hours, minutes, _) = moment.offset().as_hms();
    if moment.offset().is_utc() && !utc.is_empty() {
        return utc.to_owned();
    }
    let sign = if hours < 0 || minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{separator}{:02}", hours.unsigned_abs(), minutes.unsigned_abs())
}

fn formatdate(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let moment = moment(args, 1)?;
    let mut shown = String::new();
    let mut chars = args.text(0)?.chars().peekable();
    while let Some(char) = chars.next() {
        if char == '\'' {
            if chars.next_if_eq(&'\'').is_some() {
                shown.push('\'');
                continue;
            }
            loop {
                match chars.next() {
                    Some('\'') if chars.next_if_eq(&'\'').is_some() => shown.push('\''),
                    Some('\'') => break,
                    Some(char) => shown.push(char),
                    None => return Err(FunctionError::at(0, "a quoted text is not closed")),
                }
            }
            continue;
        }
        if !char.is_ascii_alphabetic() {
            shown.push(char);
            continue;
        }
        let mut count = 1;
        while chars.next_if_eq(&char).is_some() {
            count += 1;
        }
        let part = date_part(moment, char, count);
        shown.push_str(&part.ok_or_else(|| {
            FunctionError::at(
                0,
                format!("{count} times {char:?} is no part of a date format; text belongs in single quotes"),
            )
        })?);
    }
    args.string(shown)
}

fn date_part(moment: OffsetDateTime, letter: char, count: usize) -> Option<String> {
    let padded = |number: u8| match count {
        1 => Some(number.to_string()),
        2 => Some(format!("{number:02}")),
        _ => None,
    };
    let named = |name: &str| match count {
        3 => name.get(..3).map(str::to_owned),
        4 => Some(name.to_owned()),
        _ => None,
    };
    let hour12 = match moment.hour() % 12 {
        0 => 12,
        hour => hour,
    };
    let half = if moment.hour() < 12 { "AM" } else { "PM" };
    match (letter, count) {
        ('Y', 4) => Some(format!("{:04}", moment.year())),
        ('Y', 2) => Some(format!("{:02}", moment.year().rem_euclid(100))),
        ('M', 1 | 2) => padded(u8::from(moment.month())),
        ('M', _) => named(&moment.month().to_string()),
        ('D', _) => padded(moment.day()),
        ('E', _) => named(&moment.weekday().to_string()),
        ('h', _) => padded(moment.hour()),
        ('H', _) => padded(hour12),
        ('m', _) => padded(moment.minute()),
        ('s', _) => padded(moment.second()),
        ('A', 2) => Some(half.to_owned()),
        ('a', 2) => Some(half.to_ascii_lowercase()),
        ('Z', 1) => Some(zone(moment, ":", "Z")),
        ('Z', 3) => Some(zone(moment, "", "UTC")),
        ('Z', 4) => Some(zone(moment, "", "")),
        ('Z', 5) => Some(zone(moment, ":", "")),
        _ => None,
    }
}
