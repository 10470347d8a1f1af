//! What people have told other linters to let pass, read into [`suppress`](super::suppress): comments of Checkov, tfsec
//! and Trivy, annotations of Checkov, KubeLinter, kube-score and Polaris. One holds for the rules that have the check
//! among their aliases. That a check is unknown here, or that nothing comes of it, is nobody's mistake.

mod said;
#[cfg(test)]
mod tests;

use super::suppress::day;
use crate::parse::outline::Comment;
use crate::parse::tree::{Node, NodeKind};
use crate::parse::yaml;
use crate::policy::Rule;
use crate::source::{FileId, FileKind, Sources, Span};
use regex::Regex;
use rustc_hash::FxHashMap;
use said::Said;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::sync::{Arc, LazyLock};
use time::Date;

/// Checks that one comment or annotation may name.
const MAX_CHECKS: usize = 100;
/// Stands for every check of a linter.
const EVERY: &str = "*";

/// What says, in any file, that another linter is spoken to.
static SPEAKS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let annotations = r"checkov\.io/skip|kube-linter\.io/|kube-score/ignore|polaris\.fairwinds\.com/";
    Regex::new(&format!("{}|{annotations}", said::MARKS)).ok()
});

/// Names of checks by the linter that has them, in lower case: what a rule would have among its aliases for them. Those
/// of Trivy are the long names and the numbers of tfsec, which are written for its ids.
static NAMES: LazyLock<FxHashMap<(&str, String), &str>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut fields = line.split('\t');
        Some(((fields.next()?, fields.next()?.to_ascii_lowercase()), fields.next()?))
    };
    include_str!("checks.tsv").lines().filter_map(row).collect()
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

/// What a comment says to other linters. Those whose day is over, or that name nothing of ours, are left out.
pub(super) fn of_comment(comment: &Comment, today: Option<Date>, checks: &Checks<'_>) -> Vec<Exception> {
    let said = comment.text.lines().flat_map(said::of_line);
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
                let Some(said) = said::of_annotation(entry) else { continue };
                let place = Span { end: entry.value.span.end.max(entry.key_span.end), ..entry.key_span };
                found.extend(exceptions(&said, (place, lines.clone()), checks));
            }
        }
        _ => {}
    }
}
