//! What people have told other linters to let pass, read into [`suppress`](super::suppress): comments of Checkov, tfsec
//! and Trivy, annotations of Checkov, KubeLinter, kube-score and Polaris. One holds for the rules that have the check
//! among their aliases. That a check is unknown here, or that nothing comes of it, is nobody's mistake.

use super::suppress::day;
use crate::parse::outline::Comment;
use crate::parse::tree::{Entry, Node, NodeKind};
use crate::parse::yaml;
use crate::policy::Rule;
use crate::source::{FileId, FileKind, Sources, Span};
use regex::Regex;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::sync::{Arc, LazyLock};
use time::Date;

/// Checks that one comment or annotation may name.
const MAX_CHECKS: usize = 100;
/// Bytes of a reason that are kept, since each of these checks has it.
const MAX_REASON: usize = 1000;
/// Stands for every check of a linter.
const EVERY: &str = "*";

/// What says, in any file, that another linter is spoken to.
static SPEAKS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let annotations = r"checkov\.io/skip|kube-linter\.io/|kube-score/ignore|polaris\.fairwinds\.com/";
    Regex::new(&format!("{MARKS}|{annotations}")).ok()
});
/// What a comment for another linter begins with, whatever stands before it.
static MARK: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(MARKS).ok());
const MARKS: &str = "(?:checkov|bridgecrew):skip=|(?:tfsec|trivy):ignore:";

/// Names of checks by the linter that has them, in lower case: what a rule would have among its aliases for them. Those
/// of Trivy are the long names and the numbers of tfsec, which are written for its ids.
static NAMES: LazyLock<FxHashMap<(&str, String), &str>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut fields = line.split('\t');
        Some(((fields.next()?, fields.next()?.to_ascii_lowercase()), fields.next()?))
    };
    include_str!("other_linters.tsv").lines().filter_map(row).collect()
});

/// Another linter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Other {
    Checkov,
    Tfsec,
    Trivy,
    KubeLinter,
    KubeScore,
    Polaris,
}

impl Other {
    /// What it calls itself where it is spoken to.
    pub(super) fn name(self) -> &'static str {
        match self {
            Other::Checkov => "checkov",
            Other::Tfsec => "tfsec",
            Other::Trivy => "trivy",
            Other::KubeLinter => "kube-linter",
            Other::KubeScore => "kube-score",
            Other::Polaris => "polaris",
        }
    }

    /// Whose checks it has: tfsec lives on in Trivy.
    fn family(self) -> &'static str {
        if self == Other::Tfsec { Other::Trivy.name() } else { self.name() }
    }

    /// Whether an alias is the id of one of its checks.
    fn has(self, alias: &str) -> bool {
        match self.family() {
            "checkov" => alias.starts_with("CKV"),
            "trivy" => alias.split_once('-').is_some_and(|(prefix, number)| {
                let is_number = number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit());
                is_number && prefix.len() >= 3 && prefix.bytes().all(|byte| byte.is_ascii_uppercase())
            }),
            family => NAMES.contains_key(&(family, alias.to_ascii_lowercase())),
        }
    }
}

/// Whether a text may speak to another linter.
pub(super) fn is_spoken_to(text: &str) -> bool {
    SPEAKS.as_ref().is_some_and(|speaks| speaks.is_match(text))
}

/// The rules by the checks of other linters that they have among their aliases.
pub(super) struct Checks<'a> {
    by_alias: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// What has been looked up: a file may say the same a thousand times.
    found: RefCell<FxHashMap<(Other, String), RuleIds>>,
}

/// Ids of rules, shared by all that a check suppresses.
type RuleIds = Arc<BTreeSet<String>>;

impl<'a> Checks<'a> {
    pub(super) fn of(rules: &'a [Rule]) -> Checks<'a> {
        let mut by_alias: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for rule in rules {
            let custom = &rule.metadata.custom;
            for alias in custom.aliases.iter().filter(|alias| !custom.partial_aliases.contains(alias)) {
                by_alias.entry(alias).or_default().insert(&rule.id);
            }
        }
        Checks { by_alias, found: RefCell::default() }
    }

    /// The rules that a linter's check stands for, by the name that people write: none where no rule has it.
    pub(super) fn rules(&self, linter: Other, name: &str) -> RuleIds {
        let key = (linter, name.to_owned());
        if let Some(known) = self.found.borrow().get(&key) {
            return known.clone();
        }
        let named = match name.strip_suffix('*') {
            Some(beginning) => self.beginning(linter, beginning),
            None => self.by_alias.get(&*alias(linter, name)).cloned().unwrap_or_default(),
        };
        let rules = Arc::new(named.into_iter().map(str::to_owned).collect());
        self.found.borrow_mut().insert(key, Arc::clone(&rules));
        rules
    }

    /// The rules with one of the linter's checks among their aliases whose name begins so: its id, or one that stands
    /// for it.
    fn beginning(&self, linter: Other, beginning: &str) -> BTreeSet<&'a str> {
        let wanted = beginning.to_ascii_lowercase();
        let wanted = wanted.strip_prefix("avd-").unwrap_or(&wanted);
        let family = linter.family();
        let named: BTreeSet<&str> = NAMES
            .iter()
            .filter(|((of, name), _)| *of == family && name.starts_with(wanted))
            .map(|(_, alias)| *alias)
            .collect();
        let is_meant = |alias: &str| {
            linter.has(alias) && (named.contains(alias) || alias.to_ascii_lowercase().starts_with(wanted))
        };
        let meant = self.by_alias.iter().filter(|(alias, _)| is_meant(alias));
        meant.flat_map(|(_, rules)| rules.iter().copied()).collect()
    }
}

/// What a rule has among its aliases for a check that people may write in several ways.
fn alias(linter: Other, name: &str) -> String {
    if linter.family() != "trivy" {
        return name.to_owned();
    }
    if let Some(id) = NAMES.get(&(linter.family(), name.to_ascii_lowercase())) {
        return (*id).to_owned();
    }
    let id = name.to_ascii_uppercase();
    let id = id.strip_prefix("AVD-").unwrap_or(&id);
    match id.strip_prefix("KSV").or_else(|| id.strip_prefix("KCV")) {
        // As they were written before there were four digits.
        Some(digits) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{}-{digits:0>4}", id.get(..3).unwrap_or_default())
        }
        _ => id.to_owned(),
    }
}

/// One exception that holds.
pub(super) struct Exception {
    pub(super) linter: Other,
    /// The check, as it is written; none for all.
    pub(super) check: Option<String>,
    /// The comment or the annotation.
    pub(super) span: Span,
    /// Why, in the words of who wrote it; may be empty.
    pub(super) reason: String,
    pub(super) rules: RuleIds,
    pub(super) lines: RangeInclusive<usize>,
}

/// What a text says to a linter.
#[derive(Debug, PartialEq, Eq)]
struct Said<'a> {
    linter: Other,
    checks: Vec<&'a str>,
    until: Option<&'a str>,
    /// It holds for some values or workspaces only.
    conditional: bool,
    reason: &'a str,
}

/// What a comment says to other linters. Those whose day is over, or that name nothing of ours, are left out.
pub(super) fn of_comment(comment: &Comment, today: Option<Date>, checks: &Checks<'_>) -> Vec<Exception> {
    let said = comment.text.lines().flat_map(said);
    let holding = said.filter(|said| !said.conditional && said.until.is_none_or(|until| holds(until, today)));
    let exceptions = holding.flat_map(|said| {
        // Checkov looks for its comments in the whole block, the others at the line and above it.
        let lines = if said.linter == Other::Checkov { &comment.within } else { &comment.about };
        let place = lines.clone().map(|lines| (comment.span, lines));
        place.into_iter().flat_map(move |place| exceptions(&said, place, checks))
    });
    exceptions.take(MAX_CHECKS).collect()
}

fn holds(until: &str, today: Option<Date>) -> bool {
    day(until).is_some_and(|last| today.is_none_or(|today| today <= last))
}

fn exceptions(
    said: &Said<'_>,
    (span, lines): (Span, RangeInclusive<usize>),
    checks: &Checks<'_>,
) -> Vec<Exception> {
    let Said { linter, reason, .. } = *said;
    let found = said.checks.iter().take(MAX_CHECKS).map(|name| (*name, checks.rules(linter, name)));
    let exception = |(name, rules): (&str, _)| {
        let check = (name != EVERY).then(|| name.to_owned());
        Exception { linter, check, span, reason: reason.to_owned(), rules, lines: lines.clone() }
    };
    found.filter(|(_, rules)| !rules.is_empty()).map(exception).collect()
}

/// What one line of a comment says. Where several stand one after the other, the words behind the last one are the
/// reason of all that have none.
fn said(line: &str) -> Vec<Said<'_>> {
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

/// What the annotations in a file's objects, and in the templates inside them, say to other linters: about all lines of
/// what they are the annotations of.
pub(super) fn of_annotations(sources: &Sources, id: FileId, checks: &Checks<'_>) -> Vec<Exception> {
    if sources.file(id).kind != FileKind::Manifest {
        return Vec::new();
    }
    let mut found = Vec::new();
    yaml::parse(sources, id).0.iter().for_each(|document| annotated(document, sources, checks, &mut found));
    found
}

/// The tree is no deeper than the parser makes it. What an alias stands for is elsewhere.
fn annotated(node: &Node, sources: &Sources, checks: &Checks<'_>, found: &mut Vec<Exception>) {
    let mut inside = |inner: &Node| {
        if inner.span.start >= node.span.start {
            annotated(inner, sources, checks, found);
        }
    };
    match &node.kind {
        NodeKind::Sequence(elements) => elements.iter().for_each(inside),
        NodeKind::Mapping(entries) => {
            entries.iter().for_each(|entry| inside(&entry.value));
            let annotations = node.get("metadata").and_then(|metadata| metadata.get("annotations"));
            let Some(NodeKind::Mapping(annotations)) = annotations.map(|node| &node.kind) else { return };
            let lines = &sources.file(node.span.file).lines;
            let lines = lines.line(node.span.start)..=lines.line(node.span.end.saturating_sub(1));
            for entry in annotations.iter() {
                let Some(said) = annotation(entry) else { continue };
                let place = Span { end: entry.value.span.end.max(entry.key_span.end), ..entry.key_span };
                found.extend(exceptions(&said, (place, lines.clone()), checks));
            }
        }
        _ => {}
    }
}

/// What an annotation says to a linter.
fn annotation(entry: &Entry) -> Option<Said<'_>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(said: &Said<'_>) -> String {
        let until = said.until.map_or_else(String::new, |until| format!(" until {until}"));
        let sometimes = if said.conditional { " sometimes" } else { "" };
        format!("{} {}{until}{sometimes}: {}", said.linter.name(), said.checks.join(" "), said.reason)
    }

    #[test]
    fn comments_are_read() {
        let read = |text| said(text).iter().map(shown).collect::<Vec<_>>().join("\n");
        insta::assert_snapshot!(read("checkov:skip=CKV_AWS_20:a public site"), @"checkov CKV_AWS_20: a public site");
        insta::assert_snapshot!(read("checkov:skip= CKV_AWS_20 , CKV2_AWS_6: \"both\""), @"checkov CKV_AWS_20 CKV2_AWS_6: both");
        insta::assert_snapshot!(read("agreed, bridgecrew:skip=CKV_AWS_20"), @"checkov CKV_AWS_20: ");
        insta::assert_snapshot!(read("checkov:skip=:nothing"), @"checkov : nothing");
        insta::assert_snapshot!(read("tfsec:ignore:aws-s3-enable-versioning tfsec:ignore:AWS017 - no need"), @r"
        tfsec aws-s3-enable-versioning: no need
        tfsec AWS017: no need
        ");
        insta::assert_snapshot!(read("trivy:ignore:AVD-AWS-0345: for the pipeline"), @"trivy AVD-AWS-0345: for the pipeline");
        insta::assert_snapshot!(read("trivy:ignore:aws-0089:exp:2027-01-31 later"), @"trivy aws-0089 until 2027-01-31: later");
        insta::assert_snapshot!(read("tfsec:ignore:AWS006 exp:2027-01-31 #tfsec:ignore:AWS018:ws:dev"), @r"
        tfsec AWS006 until 2027-01-31: 
        tfsec AWS018 sometimes: 
        ");
        insta::assert_snapshot!(read("tfsec:ignore:a see https://x.org/ # checkov:skip=CKV_X_1"), @r"
        tfsec a: see https://x.org/
        checkov CKV_X_1:
        ");
        insta::assert_snapshot!(read("trivy:ignore:aws-ec2-*[from_port=443]"), @"trivy aws-ec2-* sometimes: [from_port=443]");
        insta::assert_snapshot!(read("trivy:ignore:\u{e4}"), @"trivy : \u{e4}");
        assert_eq!(said("checkov.skip=CKV_AWS_20").len(), 0);
        let long = format!("checkov:skip=CKV_AWS_20:{}", "\u{e4}".repeat(MAX_REASON));
        assert_eq!(said(&long)[0].reason, "\u{e4}".repeat(MAX_REASON / 2));
        assert_eq!(said(&"tfsec:ignore:a ".repeat(MAX_CHECKS + 1)).len(), MAX_CHECKS);
    }

    #[test]
    fn a_day_that_is_over_or_none_does_not_hold() {
        let today = day("2027-01-31");
        assert!(holds("2027-01-31", today) && holds("2027-01-31", None));
        assert!(!holds("2027-01-30", today) && !holds("2027-1-31", None) && !holds("soon", today));
    }

    fn rules(aliases: &[(&str, &[&str])]) -> Vec<Rule> {
        let rule = |(id, aliases): &(&str, &[&str])| {
            let mut rule = crate::finding::samples::rule(id, crate::policy::Severity::High);
            rule.id = (*id).to_owned();
            rule.metadata.custom.aliases = aliases.iter().map(|&alias| alias.to_owned()).collect();
            rule
        };
        aliases.iter().map(rule).collect()
    }

    #[test]
    fn checks_are_found_by_every_name_they_have() {
        let mut rules = rules(&[
            ("acl", &["CKV_AWS_20", "AWS-0092"]),
            ("writable", &["CKV_AWS_57", "CKV_AWS_20"]),
            ("log", &["CKV_AWS_18", "AWS-0089"]),
            ("root", &["KSV-0012", "run-as-non-root", "runAsRootAllowed"]),
            ("none", &["C-0013"]),
        ]);
        rules[1].metadata.custom.partial_aliases = vec!["CKV_AWS_20".to_owned()];
        let checks = Checks::of(&rules);
        let found = |linter, name| checks.rules(linter, name).iter().cloned().collect::<Vec<_>>().join(" ");
        for (linter, name, expected) in [
            (Other::Checkov, "CKV_AWS_20", "acl"),
            (Other::Checkov, "CKV_AWS_57", "writable"),
            (Other::Checkov, "CKV_AWS_21", ""),
            (Other::Checkov, "acl", ""),
            (Other::Trivy, "AVD-AWS-0092", "acl"),
            (Other::Trivy, "aws-0092", "acl"),
            (Other::Trivy, "aws-s3-no-public-access-with-acl", "acl"),
            (Other::Tfsec, "AWS001", "acl"),
            (Other::Tfsec, "aws-s3-enable-bucket-logging", "log"),
            (Other::Tfsec, "AWS999", ""),
            (Other::Trivy, "KSV012", "root"),
            (Other::Trivy, "avd-ksv-0012", "root"),
            (Other::Trivy, "aws-s3-*", "acl log"),
            (Other::Trivy, "AVD-AWS-008*", "log"),
            (Other::Tfsec, "*", "acl log root"),
            (Other::KubeLinter, "*", "root"),
            (Other::Polaris, "*", "root"),
            (Other::KubeScore, "*", ""),
        ] {
            assert_eq!(found(linter, name), expected, "{linter:?} {name}");
        }
    }

    /// Every name leads to a check that a rule still has, and every check that goes by a name has it here.
    #[test]
    fn names_are_of_checks_that_rules_have() {
        let set = crate::policy::PolicySet::builtin();
        let aliases: BTreeSet<&str> = set
            .rules()
            .iter()
            .flat_map(|rule| rule.metadata.custom.aliases.iter().map(String::as_str))
            .collect();
        let lines = include_str!("other_linters.tsv").lines();
        let stale: Vec<&str> =
            lines.filter(|line| !line.rsplit('\t').next().is_some_and(|id| aliases.contains(id))).collect();
        assert_eq!(stale, [] as [&str; 0]);
        let named = |alias: &&&str| NAMES.values().any(|named| named == *alias);
        let goes_by_name = |alias: &&&str| alias.starts_with(char::is_lowercase);
        let unnamed: Vec<_> = aliases.iter().filter(goes_by_name).filter(|alias| !named(alias)).collect();
        assert_eq!(unnamed, [] as [&&str; 0], "write their names into other_linters.tsv");
        assert_eq!(NAMES.len(), include_str!("other_linters.tsv").lines().count());
    }

    #[test]
    fn annotations_are_about_what_they_are_in() {
        let text = "kind: Deployment\nmetadata:\n  annotations:\n    checkov.io/skip1: CKV_K8S_1=on purpose\n    checkov.io/skipped: CKV_K8S_1\n    kube-score/ignore: one, two\n    polaris.fairwinds.com/exempt: \"false\"\n    a: b\nspec:\n  template:\n    metadata:\n      annotations:\n        ignore-check.kube-linter.io/one: \"why\"\n        polaris.fairwinds.com/two-exempt: \"true\"\n    spec: {}\n---\nkind: Pod\n";
        let sources = Sources::new(".");
        let id = sources.add("main.yaml", FileKind::Manifest, text);
        let rules = rules(&[("a", &["CKV_K8S_1", "one"]), ("b", &["two"])]);
        let shown = |one: Exception| {
            let rules: Vec<&str> = one.rules.iter().map(String::as_str).collect();
            let text = sources.text(one.span);
            format!("{} {} {:?} {:?} at {text}", one.linter.name(), rules.join(" "), one.reason, one.lines)
        };
        let found = of_annotations(&sources, id, &Checks::of(&rules));
        insta::assert_snapshot!(found.into_iter().map(shown).collect::<Vec<_>>().join("\n"), @r#"
        kube-linter a "why" 10..=14 at ignore-check.kube-linter.io/one: "why"
        polaris b "" 10..=14 at polaris.fairwinds.com/two-exempt: "true"
        checkov a "on purpose" 0..=14 at checkov.io/skip1: CKV_K8S_1=on purpose
        kube-score a "" 0..=14 at kube-score/ignore: one, two
        kube-score b "" 0..=14 at kube-score/ignore: one, two
        "#);
    }
}
