//! The words in which other linters are told to let something pass.

use super::{EVERY, MAX_CHECKS, Other};
use crate::parse::tree::{Entry, NodeKind};
use regex::Regex;
use std::sync::LazyLock;

/// Bytes of a reason that are kept, since each of the checks has it.
pub(super) const MAX_REASON: usize = 1000;

/// What a comment for another linter begins with, whatever stands before it.
pub(super) const MARKS: &str = "(?:checkov|bridgecrew):skip=|(?:tfsec|trivy):ignore:";
static MARK: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(MARKS).ok());

/// What a text says to a linter.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Said<'a> {
    pub(super) linter: Other,
    pub(super) checks: Vec<&'a str>,
    pub(super) until: Option<&'a str>,
    /// It holds for some values or workspaces only.
    pub(super) conditional: bool,
    pub(super) reason: &'a str,
}

/// What one line of a comment says. Where several stand one after the other, the words behind the last one are the
/// reason of all that have none.
pub(super) fn of_line(line: &str) -> Vec<Said<'_>> {
    let Some(mark) = &*MARK else { return Vec::new() };
    let marks: Vec<_> = mark.find_iter(line).take(MAX_CHECKS).collect();
    let mut said = Vec::new();
    let (mut end, mut reason) = (line.len(), "");
    for mark in marks.iter().rev() {
        let words = line.get(mark.end()..end).unwrap_or_default();
        let mut one = match mark.as_str() {
            "tfsec:ignore:" => to_tfsec(Other::Tfsec, words),
            "trivy:ignore:" => to_tfsec(Other::Trivy, words),
            _ => to_checkov(words),
        };
        if one.reason.is_empty() {
            one.reason = reason;
        }
        (end, reason) = (mark.start(), one.reason);
        said.push(one);
    }
    said.reverse();
    said
}

/// `CKV_AWS_20,CKV_AWS_21: reason`.
fn to_checkov(words: &str) -> Said<'_> {
    let (checks, rest) = names(words.trim_start(), |c| c.is_ascii_alphanumeric() || c == '_');
    Said { linter: Other::Checkov, checks, until: None, conditional: false, reason: reason(rest) }
}

/// `AVD-AWS-0089[name=value]:exp:2027-01-31:ws:production reason`.
fn to_tfsec(linter: Other, words: &str) -> Said<'_> {
    let (checks, mut rest) = names(words, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '*'));
    let mut said = Said { linter, checks, until: None, conditional: rest.starts_with('['), reason: "" };
    loop {
        let next = rest.trim_start_matches([':', ' ', '\t']);
        let (key, value) = match next.split_once(':') {
            Some((key @ ("exp" | "ws"), value)) => (key, value),
            _ => break,
        };
        let length = value.find(|c: char| c == ':' || c.is_whitespace()).unwrap_or(value.len());
        let (value, more) = value.split_at(length);
        match key {
            "exp" => said.until = Some(value),
            _ => said.conditional = true,
        }
        rest = more;
    }
    said.reason = reason(rest);
    said
}

/// Names separated by commas, and what follows them.
fn names(text: &str, is_part: impl Fn(char) -> bool) -> (Vec<&str>, &str) {
    let mut names = Vec::new();
    let mut rest = text;
    loop {
        let (name, after) = rest.split_at(rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
        if name.is_empty() {
            return (names, rest);
        }
        names.push(name);
        match after.trim_start().strip_prefix(',') {
            Some(more) => rest = more.trim_start(),
            None => return (names, after),
        }
    }
}

/// A reason without what sets it apart from the names.
fn reason(text: &str) -> &str {
    let is_mark = |c: char| c.is_whitespace() || matches!(c, ':' | '-' | '\u{2014}' | '#' | '/' | ',');
    let text = text.trim_start_matches(is_mark).trim_end();
    // What the next one's comment begins with, where that one stands behind this.
    let text = text.trim_end_matches(" #").trim_end_matches(" //").trim_end();
    let quoted = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    let text = quoted.unwrap_or(text).trim();
    text.get(..text.floor_char_boundary(MAX_REASON)).unwrap_or(text)
}

/// What an annotation says to a linter.
pub(super) fn of_annotation(entry: &Entry) -> Option<Said<'_>> {
    let key: &str = &entry.key;
    let value = entry.value.as_str();
    let said = |linter, checks, reason| Said { linter, checks, until: None, conditional: false, reason };
    if key
        .strip_prefix("checkov.io/skip")
        .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    {
        let (check, why) = value?.split_once('=').unwrap_or((value?, ""));
        return Some(said(Other::Checkov, vec![check.trim()], reason(why)));
    }
    if let Some(check) = key.strip_prefix("ignore-check.kube-linter.io/") {
        return Some(said(Other::KubeLinter, vec![check], reason(value.unwrap_or_default())));
    }
    if key == "kube-linter.io/ignore-all" {
        return Some(said(Other::KubeLinter, vec![EVERY], reason(value.unwrap_or_default())));
    }
    if key == "kube-score/ignore" {
        return Some(said(Other::KubeScore, value?.split(',').map(str::trim).collect(), ""));
    }
    let exempt = key.strip_prefix("polaris.fairwinds.com/")?;
    let check = if exempt == "exempt" { EVERY } else { exempt.strip_suffix("-exempt")? };
    let is_true = value == Some("true") || matches!(entry.value.kind, NodeKind::Bool(true));
    is_true.then(|| said(Other::Polaris, vec![check], ""))
}
