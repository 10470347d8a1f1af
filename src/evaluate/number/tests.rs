//! Numbers compared with what Terraform makes of them.

use super::Number;

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

#[test]
fn reads_what_terraform_reads() {
    for (text, shown) in [
        ("1p4", "16"),
        (".5", "0.5"),
        ("5.", "5"),
        ("+5", "5"),
        ("017", "17"),
        ("9007199254740993", "9007199254740993"),
        ("1e100", &format!("1{}", "0".repeat(100))),
        ("-1.25e-3", "-0.00125"),
        ("1.000", "1"),
        ("99999999999999999999", "99999999999999999999"),
        ("0.1", "0.1"),
        ("-0.000", "-0"),
        ("-0", "-0"),
        ("Inf", "+Inf"),
        ("-inf", "-Inf"),
    ] {
        assert_eq!(number(text).to_string(), shown, "{text}");
    }
    for text in ["", ".", "0x1F", " 1", "1_000", "1e", "e5", "--1", "1e999999999", "NaN"] {
        assert!(Number::parse(text).is_none(), "{text}");
    }
}

#[test]
fn calculates_with_512_bits() {
    let third = number("1").div(&number("3")).unwrap();
    assert_eq!(third.mul(&number("3")).unwrap(), number("1"));
    assert_eq!(third.to_string(), format!("0.{}5", "3".repeat(154)));
    assert_eq!(number("0.1").add(&number("0.2")).unwrap(), number("0.3"));
    assert_eq!(number("1e100").add(&number("1")).unwrap().sub(&number("1e100")).unwrap(), number("1"));
    assert_eq!(number("-7").rem(&number("3")).unwrap(), number("-1"));
    assert_eq!(number("5.5").rem(&number("2")).unwrap(), number("1.5"));
    assert_eq!(number("1").rem(&number("0")).unwrap(), number("1"));
    assert_eq!(number("1").div(&number("0")).unwrap().to_string(), "+Inf");
    assert_eq!(number("1").div(&number("-0")).unwrap().to_string(), "-Inf");
    assert!(number("0").div(&number("0")).is_none());
    assert!(number("Inf").sub(&number("Inf")).is_none());
    assert!(number("Inf").mul(&number("0")).is_none());
    assert!(number("5").rem(&number("Inf")).is_none());
    assert_eq!(number("5").div(&number("-Inf")).unwrap().to_string(), "-0");
    assert_eq!(number("-5").mul(&number("0")).unwrap().to_string(), "-0");
    assert_eq!(number("-0").abs().to_string(), "0");
    assert_eq!(number("-0"), number("0"));
    assert!(number("Inf") > number("1e5000") && number("-Inf") < number("0"));
    assert_eq!(number("-1.5").floor(), number("-2"));
    assert_eq!(number("-1.5").ceil(), number("-1"));
    assert!(number("0.30000001") > number("0.3"));
    let largest = Number::from(i64::MAX);
    assert_eq!(largest.add(&largest).unwrap().to_string(), "18446744073709551614");
    assert_eq!(Number::from(i64::MIN).neg().to_string(), "9223372036854775808");
}

#[test]
fn bounds_every_result() {
    let mut power = number("1e5000");
    for _ in 0..100 {
        match power.mul(&power) {
            Some(product) => power = product,
            None => return,
        }
    }
    panic!("a product grew without bound");
}
