//! Which rules run: a profile, what was selected, what was ignored.

use crate::policy::{Profile, Rule};
use crate::source::{Diagnostic, Level};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Which rules run, as the user put it.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The set to choose from. None stands for the default profile, or for every rule where `select` says
    /// something.
    pub profile: Option<RuleSet>,
    /// Only these: ids, beginnings of ids up to a `-`, other linters' ids. Empty for the whole set.
    pub select: Vec<String>,
    /// Not these, written the same way; stronger than `select`.
    pub ignore: Vec<String>,
    /// What of this a configuration file says.
    pub configured: Option<OfFile>,
}

/// The part of a selection that a configuration file says.
#[derive(Clone, Debug, Default)]
pub struct OfFile {
    /// The file.
    pub file: String,
    /// Whether `select` is its.
    pub select: bool,
    /// How many of `ignore` are its: the first ones.
    pub ignore: usize,
}

/// A set of rules to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RuleSet {
    /// What a careful engineer would fix.
    Default,
    /// The default rules and what costs money or is opinion.
    Strict,
    /// Security only.
    Security,
    /// Reliability only.
    Reliability,
    /// Every rule.
    All,
}

impl RuleSet {
    /// Whether a rule is in it.
    pub(super) fn holds(self, rule: &Rule) -> bool {
        let is_of = |profile: Profile| rule.metadata.custom.profiles.contains(&profile);
        match self {
            RuleSet::Default => is_of(Profile::Default),
            RuleSet::Strict => is_of(Profile::Default) || is_of(Profile::Strict),
            RuleSet::Security => is_of(Profile::Security),
            RuleSet::Reliability => is_of(Profile::Reliability),
            RuleSet::All => true,
        }
    }
}

impl Selection {
    /// The ids of the rules that run. What matches no rule, or leaves none, is an error-level diagnostic; the
    /// rest holds.
    pub fn resolve(&self, rules: &[Rule]) -> (BTreeSet<String>, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let set = match self.profile {
            Some(set) => set,
            None if self.select.is_empty() => RuleSet::Default,
            None => RuleSet::All,
        };
        let mut chosen: BTreeSet<String> =
            rules.iter().filter(|rule| set.holds(rule)).map(|rule| rule.id.clone()).collect();
        if !self.select.is_empty() {
            let selected =
                named(&self.select, &|_| self.said("select", |own| own.select), rules, &mut diagnostics);
            chosen.retain(|id| selected.contains(id));
        }
        let said = |at: usize| self.said("ignore", |own| at < own.ignore);
        let ignored = named(&self.ignore, &said, rules, &mut diagnostics);
        chosen.retain(|id| !ignored.contains(id));
        if chosen.is_empty() && diagnostics.is_empty() && !rules.is_empty() {
            diagnostics.push(no_rule_left(self.configured.as_ref()));
        }
        (chosen, diagnostics)
    }

    /// The strict rules that are run beside the `chosen` ones, though the profile leaves them out: what they outweigh is
    /// not told without them. Where rules are chosen by name, nothing is.
    pub fn stand_ins(&self, rules: &[Rule], chosen: &BTreeSet<String>) -> BTreeSet<String> {
        if !self.select.is_empty() {
            return BTreeSet::new();
        }
        let ignored = named(&self.ignore, &|_| String::new(), rules, &mut Vec::new());
        let is_strict = |rule: &&Rule| rule.metadata.custom.profiles.contains(&Profile::Strict);
        let left_out = |rule: &&Rule| !chosen.contains(&rule.id) && !ignored.contains(&rule.id);
        let outweighs = |rule: &&Rule| rule.metadata.custom.outweighs.iter().any(|one| chosen.contains(one));
        rules
            .iter()
            .filter(is_strict)
            .filter(left_out)
            .filter(outweighs)
            .map(|rule| rule.id.clone())
            .collect()
    }

    /// Who says something: the flag, or the key of the configuration file.
    fn said(&self, key: &str, by_file: impl Fn(&OfFile) -> bool) -> String {
        match self.configured.as_ref().filter(|own| by_file(own)) {
            Some(own) => format!("`{key}` in {}:", own.file),
            None => format!("--{key}"),
        }
    }
}

/// The rules that `text` stands for: one by its id, all whose ids begin with it up to a `-`, or those that do
/// what another linter's check of that id does (letter case set aside).
pub fn matching<'a>(text: &str, rules: &'a [Rule]) -> Vec<&'a Rule> {
    let exact: Vec<&Rule> = rules.iter().filter(|rule| rule.id == text).collect();
    if !exact.is_empty() {
        return exact;
    }
    let prefix = text.strip_suffix('-').unwrap_or(text);
    let begins = |rule: &&Rule| {
        !prefix.is_empty() && rule.id.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('-'))
    };
    let is_alias =
        |rule: &&Rule| rule.metadata.custom.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(text));
    rules.iter().filter(|rule| begins(rule) || is_alias(rule)).collect()
}

/// The ids of the rules that `text` stands for, or what to do where it stands for none.
pub(super) fn resolve_name(text: &str, rules: &[Rule]) -> Result<BTreeSet<String>, String> {
    match matching(text, rules).as_slice() {
        [] => Err(help(&near(text, rules))),
        found => Ok(found.iter().map(|rule| rule.id.clone()).collect()),
    }
}

/// Bytes beyond which a name is no slip of somebody who meant a rule; comparing it takes its length times that of
/// every id.
const LONGEST_NAME: usize = 200;

/// Ids that `text` may have been meant for, best first, at most three.
pub fn near<'a>(text: &str, rules: &'a [Rule]) -> Vec<&'a str> {
    let names = rules.iter().flat_map(|rule| {
        let aliases = rule.metadata.custom.aliases.iter().map(String::as_str);
        std::iter::once(rule.id.as_str()).chain(aliases)
    });
    nearest(text, names)
}

/// Of `names` those that `text` may have been meant for, best first, at most three.
pub(super) fn nearest<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    if text.len() > LONGEST_NAME {
        return Vec::new();
    }
    let wanted = text.to_lowercase().replace('_', "-");
    let length = wanted.chars().count();
    let far = |distance: usize| distance * 3 > length.max(3);
    let mut scored: Vec<(usize, &str)> = names
        .into_iter()
        .filter_map(|name| {
            let candidate = name.to_lowercase().replace('_', "-");
            if wanted.len() >= 3 && candidate.contains(&wanted) {
                return Some((usize::from(candidate != wanted), name));
            }
            if far(length.abs_diff(candidate.chars().count())) {
                return None;
            }
            let distance = strsim::damerau_levenshtein(&wanted, &candidate);
            (!far(distance)).then_some((distance, name))
        })
        .collect();
    scored.sort_unstable();
    scored.dedup();
    scored.into_iter().take(3).map(|(_, name)| name).collect()
}

fn named(
    texts: &[String],
    said: &dyn Fn(usize) -> String,
    rules: &[Rule],
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for (at, text) in texts.iter().enumerate() {
        let found = matching(text, rules);
        if found.is_empty() {
            diagnostics.push(unknown_rule(text, &said(at), rules));
        }
        ids.extend(found.into_iter().map(|rule| rule.id.clone()));
    }
    ids
}

pub(super) fn help(near: &[&str]) -> String {
    format!("{}`purlin rules` lists all rules", meant(near))
}

/// A question that ends in a space, where there is something to ask about.
pub(super) fn meant(near: &[&str]) -> String {
    match near {
        [] => String::new(),
        near => format!("did you mean {}? ", near.join(", ")),
    }
}

fn unknown_rule(text: &str, said: &str, rules: &[Rule]) -> Diagnostic {
    let help = help(&near(text, rules));
    Diagnostic {
        level: Level::Error,
        code: "unknown-rule",
        message: format!("{said} {text}: there is no such rule, group of rules or alias"),
        span: None,
        path: None,
        help: Some(help),
    }
}

fn no_rule_left(configured: Option<&OfFile>) -> Diagnostic {
    let file = configured.map_or_else(String::new, |own| format!(", and the same in {},", own.file));
    Diagnostic {
        level: Level::Error,
        code: "no-rules",
        message: format!("no rule is left to run: --profile, --select and --ignore{file} exclude each other"),
        span: None,
        path: None,
        help: Some("`purlin rules` takes the same flags and lists what they leave".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(id: &str, profiles: &[Profile], aliases: &[&str]) -> Rule {
        let header = serde_json::json!({
            "title": "", "description": "",
            "custom": {"severity": "high", "profiles": profiles, "remediation": "", "aliases": aliases},
        });
        let metadata = serde_json::from_value(header).unwrap();
        let mut parts = id.splitn(3, '-').map(str::to_owned);
        let mut part = || parts.next().unwrap_or_default();
        Rule { id: id.to_owned(), provider: part(), service: part(), subjects: Vec::new(), metadata }
    }

    fn rules() -> Vec<Rule> {
        vec![
            rule("aws-s3-public-acl", &[Profile::Default, Profile::Security], &["CKV_AWS_20", "AWS-0092"]),
            rule("aws-s3-versioning", &[Profile::Strict], &[]),
            rule("aws-s3x-other", &[Profile::Default], &[]),
            rule("kubernetes-pod-memory-limit", &[Profile::Default, Profile::Reliability], &["CKV_K8S_13"]),
        ]
    }

    #[test]
    fn what_outweighs_chosen_rules_is_run_beside_them() {
        let mut rules = rules();
        rules[1].metadata.custom.outweighs = vec!["aws-s3-public-acl".to_owned()];
        // One of another profile is no stricter, so what it outweighs is told.
        rules[0].metadata.custom.outweighs = vec!["kubernetes-pod-memory-limit".to_owned()];
        let beside = |selection: Selection| selection.stand_ins(&rules, &selection.resolve(&rules).0);
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        assert_eq!(beside(Selection::default()), BTreeSet::from(["aws-s3-versioning".to_owned()]));
        for selection in [
            Selection { profile: Some(RuleSet::All), ..Selection::default() },
            Selection { profile: Some(RuleSet::Reliability), ..Selection::default() },
            Selection { select: texts(&["aws-s3-public-acl"]), ..Selection::default() },
            Selection { ignore: texts(&["aws-s3-versioning"]), ..Selection::default() },
            Selection { ignore: texts(&["aws-s3-public-acl"]), ..Selection::default() },
        ] {
            assert!(beside(selection).is_empty());
        }
    }

    #[test]
    fn a_name_without_end_is_near_to_nothing() {
        assert_eq!(near("aws-s3-public-alc", &rules()), ["aws-s3-public-acl"]);
        let unending = "aws-s3-public-acl".repeat(200_000);
        assert!(near(&unending, &rules()).is_empty());
    }

    fn chosen(profile: Option<RuleSet>, select: &[&str], ignore: &[&str]) -> (Vec<String>, Vec<String>) {
        let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let selection = Selection { profile, select: own(select), ignore: own(ignore), configured: None };
        let (ids, diagnostics) = selection.resolve(&rules());
        let text = |d: Diagnostic| format!("{} [{}]", d.message, d.help.unwrap_or_default());
        (ids.into_iter().collect(), diagnostics.into_iter().map(text).collect())
    }

    #[test]
    fn profiles_choose_and_strict_includes_default() {
        let ids = |set| chosen(set, &[], &[]).0;
        let default = ["aws-s3-public-acl", "aws-s3x-other", "kubernetes-pod-memory-limit"];
        assert_eq!(ids(None), default);
        assert_eq!(ids(Some(RuleSet::Strict)).len(), 4);
        assert_eq!(ids(Some(RuleSet::Reliability)), ["kubernetes-pod-memory-limit"]);
        assert_eq!(ids(Some(RuleSet::All)).len(), 4);
    }

    #[test]
    fn a_prefix_ends_where_a_word_of_the_id_does() {
        let select = |text| chosen(None, &[text], &[]);
        assert_eq!(select("aws-s3").0, ["aws-s3-public-acl", "aws-s3-versioning"]);
        assert_eq!(select("aws-s3-").0, ["aws-s3-public-acl", "aws-s3-versioning"]);
        assert_eq!(select("aws").0.len(), 3);
        assert!(!select("aws-s").1.is_empty());
        assert!(!select("").1.is_empty() && !select("-").1.is_empty());
    }

    #[test]
    fn another_linters_id_selects_whatever_its_case() {
        assert_eq!(chosen(None, &["ckv_aws_20"], &[]).0, ["aws-s3-public-acl"]);
        assert_eq!(chosen(None, &["AWS-0092"], &["aws-s3-public-acl"]).0, [] as [&str; 0]);
    }

    #[test]
    fn select_and_profile_both_hold() {
        assert_eq!(chosen(Some(RuleSet::Default), &["aws-s3"], &[]).0, ["aws-s3-public-acl"]);
        let (ids, errors) = chosen(Some(RuleSet::Reliability), &["aws"], &[]);
        assert!(ids.is_empty() && errors.len() == 1, "{errors:?}");
    }

    #[test]
    fn an_unknown_name_is_an_error_and_the_others_hold() {
        let (ids, errors) = chosen(None, &["aws-s3-public-alc", "aws-s3-versioning"], &["nope"]);
        assert_eq!(ids, ["aws-s3-versioning"]);
        assert_eq!(
            errors,
            [
                "--select aws-s3-public-alc: there is no such rule, group of rules or alias [did you mean \
                 aws-s3-public-acl? `purlin rules` lists all rules]",
                "--ignore nope: there is no such rule, group of rules or alias [`purlin rules` lists all rules]",
            ]
        );
    }

    #[test]
    fn what_a_file_says_is_said_by_the_file() {
        let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let configured = Some(OfFile { file: ".purlin.yaml".to_owned(), select: true, ignore: 1 });
        let selection =
            Selection { profile: None, select: own(&["a"]), ignore: own(&["b", "c"]), configured };
        let messages: Vec<String> =
            selection.resolve(&rules()).1.into_iter().map(|one| one.message).collect();
        let wrong = "there is no such rule, group of rules or alias";
        let expected = [
            format!("`select` in .purlin.yaml: a: {wrong}"),
            format!("`ignore` in .purlin.yaml: b: {wrong}"),
            format!("--ignore c: {wrong}"),
        ];
        assert_eq!(messages, expected);
    }

    #[test]
    fn near_matches_know_aliases_and_parts() {
        let rules = rules();
        assert_eq!(near("CKV_AWS_21", &rules), ["CKV_AWS_20"]);
        assert_eq!(near("public_acl", &rules), ["aws-s3-public-acl"]);
        assert_eq!(near("memory-limit", &rules), ["kubernetes-pod-memory-limit"]);
    }
}
