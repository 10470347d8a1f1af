//! Findings by fingerprint, as people write it.

use super::Finding;

/// Characters of a fingerprint that name a finding.
pub const SHORTEST_PREFIX: usize = 8;
/// Characters a whole fingerprint has.
const WHOLE: usize = 32;

/// Why a text names no finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misnamed<'a> {
    /// It has fewer than [`SHORTEST_PREFIX`] characters.
    Short,
    /// No finding has it.
    Unknown,
    /// The fingerprints of several findings begin with it.
    Ambiguous(Vec<&'a Finding>),
}

/// Whether a text may be the beginning of a fingerprint, or one as SARIF has it, with `:1` at its end.
pub fn is_fingerprint(text: &str) -> bool {
    let digits = digits(text);
    (4..=WHOLE).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn digits(text: &str) -> &str {
    text.strip_suffix(":1").unwrap_or(text)
}

/// The finding whose fingerprint begins with `text`.
///
/// # Errors
/// There is none, or not one alone.
pub fn named<'a>(text: &str, findings: &'a [Finding]) -> Result<&'a Finding, Misnamed<'a>> {
    let wanted = digits(text).to_ascii_lowercase();
    if wanted.len() < SHORTEST_PREFIX {
        return Err(Misnamed::Short);
    }
    let found: Vec<&Finding> =
        findings.iter().filter(|finding| finding.fingerprint.starts_with(&wanted)).collect();
    match found.as_slice() {
        [] => Err(Misnamed::Unknown),
        [only] => Ok(only),
        _ => Err(Misnamed::Ambiguous(found)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{Sample, rule, violation};
    use super::*;
    use crate::finding::place;
    use crate::policy::Severity;

    fn finding(fingerprint: &str) -> Finding {
        let mut sample = Sample::new();
        let file = sample.file("main.tf", "resource \"aws_x\" \"main\" {\n}\n");
        let header = sample.span(file, "resource");
        let at = sample.resource(".", "aws_x.main", header, &[]);
        let rules = [rule("encrypted", Severity::High)];
        let placed = place(&[violation("encrypted", at, "", "bad")], &rules, &sample.graph, &sample.sources);
        Finding { fingerprint: fingerprint.to_owned(), ..placed.into_iter().next().expect("a finding") }
    }

    #[test]
    fn a_beginning_names_one_finding() {
        let all = [finding("0123456789abcdef"), finding("0123456789abffff"), finding("ffffffffffffffff")];
        assert_eq!(named("FFFFFFFF", &all), Ok(&all[2]));
        assert_eq!(named("0123456789abc:1", &all), Ok(&all[0]));
        assert_eq!(named("01234567", &all), Err(Misnamed::Ambiguous(vec![&all[0], &all[1]])));
        assert_eq!(named("01234560", &all), Err(Misnamed::Unknown));
        assert_eq!(named("ffffff", &all), Err(Misnamed::Short));
    }

    #[test]
    fn rules_are_no_fingerprints() {
        for (text, expected) in
            [("0123abcd", true), ("DEADBEEF:1", true), ("aws-s3", false), ("CKV_AWS_20", false), ("", false)]
        {
            assert_eq!(is_fingerprint(text), expected, "{text}");
        }
    }
}
