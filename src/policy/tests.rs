//! Users' policies: what is wrong with one is said with its file and line, and the others run.

use super::testing;
use super::{Outcome, PolicyRun, PolicySet, Rule, run};
use crate::graph::{DocumentReference, GraphDocument, Relation};
use crate::source::{Diagnostic, Level};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::PathBuf;

const HEADER: &str = "# METADATA
# title: Something is wrong
# description: It is dangerous.
# custom:
#   severity: low
#   profiles: [default]
#   remediation: Mend it.
";

/// A policy `test/x/<name>`; line 8 is its package.
fn policy(name: &str, body: &str) -> (PathBuf, String) {
    let path = PathBuf::from(format!("own/test/x/{name}/rule.rego"));
    (path, format!("{HEADER}package policy.test.x.{name}\n{body}\n"))
}

/// Denies whatever `attributes.bad` is set on.
fn sound(name: &str) -> (PathBuf, String) {
    policy(
        name,
        "deny contains {\"resource\": r.id, \"path\": [\"bad\"], \"message\": \"bad\"} if {
	some r in input.resources.thing
	r.attributes.bad
}",
    )
}

fn document() -> GraphDocument {
    testing::document(json!({
        "thing": [{"name": "a", "attributes": {"bad": true}}, {"name": "b", "attributes": {}}],
        "other": [{"name": "c", "attributes": {"bad": {"deep": [1, "needle"]}}}],
    }))
}

fn run_all(policies: &PolicySet, document: &GraphDocument) -> PolicyRun {
    let selected = policies.rules().iter().map(|rule| rule.id.clone()).collect();
    run(policies, &selected, &testing::graph(document), document)
}

fn show(diagnostics: &[Diagnostic]) -> String {
    assert!(diagnostics.iter().all(|diagnostic| diagnostic.level == Level::Error));
    let show = |diagnostic: &Diagnostic| {
        format!("{}: {}", diagnostic.path.as_deref().unwrap_or_default(), diagnostic.message)
    };
    diagnostics.iter().map(show).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_policy_that_cannot_be_used_is_named_with_its_line() {
    let (bare, _) = sound("bare");
    let files = vec![
        sound("sound"),
        policy("syntax", "\ndeny contains r if {\n\tsome r in\n}"),
        policy("undefined", "\ndeny contains r if {\n\tr := nothing(1)\n}"),
        policy("cycle", "\ndeny contains a if {\n\ta := b + 1\n\tb := a + 1\n}"),
        policy("silent", "\nallow := true"),
        (PathBuf::from("own/test/x/moved/rule.rego"), sound("elsewhere").1),
        (PathBuf::from("own/test/x/Upper/rule.rego"), sound("Upper").1),
        (PathBuf::from("more/test/x/sound/rule.rego"), sound("sound").1),
        (bare, "package policy.test.x.bare\n".to_owned()),
        (PathBuf::from("own/lib/shared.rego"), "package policy.shared\n".to_owned()),
    ];
    let (policies, diagnostics) = PolicySet::load(files);
    insta::assert_snapshot!(show(&diagnostics), @r#"
own/lib/shared.rego:1: a shared module lies outside package `policy`
own/test/x/Upper/rule.rego:1: the folder `Upper` is no plain identifier
own/test/x/bare/rule.rego:1: the policy has no header
own/test/x/cycle/rule.rego:11: `a` and `b` cannot be worked out: each needs the other
own/test/x/moved/rule.rego:8: the package is `policy.test.x.elsewhere`, the folder says `policy.test.x.moved`
own/test/x/silent/rule.rego:8: the policy defines no `deny`
own/test/x/syntax/rule.rego:12: expecting expression
own/test/x/sound/rule.rego:1: the rule test-x-sound exists already, in more/test/x/sound/rule.rego
own/test/x/undefined/rule.rego:11: there is no function `nothing`
"#);
    assert_eq!(policies.rules().iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>(), ["test-x-sound"]);
    let run = run_all(&policies, &document());
    assert_eq!((run.violations.len(), run.diagnostics.len(), run.rules_run.len()), (1, 0, 1));
}

#[test]
fn what_a_policy_returns_is_checked() {
    let deny = |name: &str, element: &str| {
        policy(name, &format!("deny contains {element} if {{\n\tsome r in input.resources.thing\n}}"))
    };
    let files = vec![
        deny("at", r#"{"resource": r.id, "at": 1, "path": [], "message": ""}"#),
        deny("field", r#"{"resource": r.id, "path": [], "message": "", "severity": "high"}"#),
        deny("id", r#"{"resource": concat("", [r.id, "!"]), "path": [], "message": ""}"#),
        deny("message", r#"{"resource": r.id, "path": [], "message": 1}"#),
        deny("missing", r#"{"resource": r.id, "path": []}"#),
        deny("misses", r#"{"resource": r.id, "path": [], "message": "", "missing": 1}"#),
        deny("needs", r#"{"resource": r.id, "path": [], "message": "", "needs": [{"path": []}]}"#),
        deny("path", r#"{"resource": r.id, "path": "acl", "message": ""}"#),
        deny("reference", r#"{"resource": r.id, "path": [], "message": "", "by_reference": 1}"#),
        deny(
            "evidence",
            r#"{"resource": r.id, "path": [], "message": "", "evidence": [{"resource": r.id, "path": []}]}"#,
        ),
        deny("step", r#"{"resource": r.id, "path": [-1], "message": ""}"#),
        deny("text", "r.id"),
        policy("whole", "deny := 1 if {\n\tsome r in input.resources.thing\n\tr.id\n}"),
        sound("sound"),
    ];
    let (policies, diagnostics) = PolicySet::load(files);
    assert_eq!(diagnostics, []);
    let run = run_all(&policies, &document());
    insta::assert_snapshot!(show(&run.diagnostics), @r#"
own/test/x/at/rule.rego:9: `deny` of test-x-at has a `at` that is no string
own/test/x/evidence/rule.rego:9: `deny` of test-x-evidence holds an object without `note`
own/test/x/field/rule.rego:9: `deny` of test-x-field holds an object with the unknown field "severity"
own/test/x/id/rule.rego:9: `deny` of test-x-id names the resource `thing.a!`, which does not exist
own/test/x/message/rule.rego:9: `deny` of test-x-message has a `message` that is no string
own/test/x/misses/rule.rego:9: `deny` of test-x-misses has a `missing` that is no string
own/test/x/missing/rule.rego:9: `deny` of test-x-missing holds an object without `message`
own/test/x/needs/rule.rego:9: `deny` of test-x-needs holds an object without `resource`
own/test/x/path/rule.rego:9: `deny` of test-x-path has a `path` that is no array
own/test/x/reference/rule.rego:9: `deny` of test-x-reference has a `by_reference` that is neither true nor false
own/test/x/step/rule.rego:9: `deny` of test-x-step has a `path` with the position -1
own/test/x/text/rule.rego:9: `deny` of test-x-text holds something that is no object
own/test/x/whole/rule.rego:9: `deny` of test-x-whole is no set
"#);
    assert_eq!(run.violations.len(), 1);
}

#[test]
fn a_runaway_policy_is_stopped() {
    let loops: String = ('a'..='h').map(|name| format!("\tsome {name} in input.resources.thing\n")).collect();
    let body = format!("deny contains h.id if {{\n{loops}\ta.id == \"none\"\n}}");
    let (policies, diagnostics) = PolicySet::load(vec![policy("endless", &body), sound("sound")]);
    assert_eq!(diagnostics, []);
    let things: Vec<_> = (0..40).map(|n| json!({"name": format!("{n}"), "attributes": {}})).collect();
    let run = run_all(&policies, &testing::document(json!({"thing": things})));
    // How many grows with the document.
    let shown = show(&run.diagnostics).replace(|c: char| c.is_ascii_digit(), "");
    insta::assert_snapshot!(shown, @"own/test/x/endless/rule.rego:: the policy was stopped after  steps");
}

#[test]
fn what_cannot_be_compiled_is_interpreted() {
    let body = "deny contains {\"resource\": r.id, \"path\": p, \"message\": \"needle\"} if {
	some kind
	some r in input.resources[kind]
	walk(r.attributes, [p, value])
	value == \"needle\"
}";
    let (policies, diagnostics) = PolicySet::load(vec![policy("deep", body)]);
    assert_eq!(diagnostics, []);
    assert_eq!(policies.rules()[0].subjects, ["*"]);
    let mut document = document();
    document.resources.get_mut("thing").unwrap()[1].unknown = vec![vec!["anything".into()]];
    let run = run_all(&policies, &document);
    let found: Vec<_> =
        run.violations.iter().map(|v| (v.resource.0, v.path.to_string(), v.outcome)).collect();
    let expected =
        [(0, "bad.deep[1]".to_owned(), Outcome::Violated), (2, "anything".to_owned(), Outcome::Undecided)];
    assert_eq!(found, expected);
}

#[test]
fn sets_by_key_keep_their_keys() {
    let body = "deny contains {\"resource\": r.id, \"path\": [], \"message\": m} if {
	some r in input.resources.thing
	m := sprintf(\"%v\", [by])
}

by[key] contains value if some key, value in {\"a\": 1, \"b\": 2}";
    let (policies, diagnostics) = PolicySet::load(vec![policy("keyed", body)]);
    assert_eq!(diagnostics, []);
    let run = run_all(&policies, &document());
    assert_eq!(run.violations[0].message, r#"{"a": {1}, "b": {2}}"#);
}

#[test]
fn rules_cover_others_in_one_direction() {
    let policies = PolicySet::builtin();
    let rules: BTreeMap<&str, &Rule> = policies.rules().iter().map(|rule| (rule.id.as_str(), rule)).collect();
    let said: [fn(&Rule) -> &Vec<String>; 2] =
        [|rule| &rule.metadata.custom.covers, |rule| &rule.metadata.custom.outweighs];
    for said in said {
        let naming = rules.values().filter(|rule| !said(rule).is_empty());
        assert!(naming.clone().count() > 3);
        for rule in naming {
            for weak in said(rule) {
                let other = rules.get(weak.as_str()).unwrap_or_else(|| panic!("{} names {weak}", rule.id));
                assert!(!said(other).contains(&rule.id), "{} and {weak}", rule.id);
                assert!(other.metadata.custom.severity <= rule.metadata.custom.severity, "{weak}");
            }
        }
    }
}

#[test]
fn partial_aliases_are_aliases_and_not_all_of_them() {
    let policies = PolicySet::builtin();
    let custom = policies.rules().iter().map(|rule| &rule.metadata.custom);
    let partial: Vec<_> = custom.filter(|custom| !custom.partial_aliases.is_empty()).collect();
    assert!(partial.len() > 3);
    for custom in partial {
        assert!(custom.partial_aliases.iter().all(|alias| custom.aliases.contains(alias)), "{custom:?}");
        assert!(custom.partial_aliases.len() < custom.aliases.len(), "{custom:?}");
    }
}

#[test]
fn own_and_built_in_policies_share_modules_but_no_ids() {
    let body = "import data.lib.graph

deny contains {\"resource\": r.id, \"path\": [], \"message\": \"used\"} if {
	some r in input.resources.thing
	count(graph.referrers(r, \"other\")) == 0
}";
    let mut policies = PolicySet::builtin();
    let (mut own, diagnostics) = PolicySet::load(vec![policy("shares", body)]);
    assert_eq!(diagnostics, []);
    assert_eq!(own.extend(PolicySet::load(vec![policy("shares", body)]).0).len(), 1);
    assert_eq!(policies.extend(own), []);
    assert!(policies.rules().is_sorted_by(|a, b| a.id < b.id));
    let run = run_all(&policies, &document());
    assert_eq!(
        (run.rules_run.as_slice(), run.violations.len()),
        (["test-x-shares".to_owned()].as_slice(), 2)
    );
}

#[test]
fn what_rests_on_a_reference_holds_though_the_value_is_unknown() {
    let deny = |name: &str, more: &str| {
        let element = format!("{{\"resource\": r.id, \"path\": [\"word\"], \"message\": \"m\"{more}}}");
        policy(
            name,
            &format!(
                "deny contains {element} if {{\n\tsome r in input.resources.thing\n\tr.references[0].relation == \"refers\"\n}}"
            ),
        )
    };
    let mut document = testing::document(json!({"thing": [
        {"name": "a", "attributes": {}, "unknown": [["word"]]},
        {"name": "b", "attributes": {"secret": 1}},
    ]}));
    document.resources.get_mut("thing").unwrap()[0].references.push(DocumentReference {
        id: "thing.b".to_owned(),
        kind: "thing".to_owned(),
        index: 1,
        relation: Relation::Refers,
        via: vec!["word".into()],
        reads: vec![vec!["secret".into()]],
    });
    let shown = r#", "by_reference": true, "evidence": [{"resource": "thing.b", "path": ["secret"], "note": "made here"}]"#;
    let (policies, diagnostics) = PolicySet::load(vec![deny("value", ""), deny("reference", shown)]);
    assert_eq!(diagnostics, []);
    let run = run_all(&policies, &document);
    assert_eq!(run.diagnostics, []);
    let found: Vec<_> = run
        .violations
        .iter()
        .map(|found| {
            (found.rule.as_str(), found.outcome, found.evidence.iter().map(|e| e.resource.0).collect())
        })
        .collect();
    assert_eq!(
        found,
        [("test-x-reference", Outcome::Violated, vec![1]), ("test-x-value", Outcome::Undecided, vec![])]
    );
}

#[test]
fn a_policy_with_two_subjects_reports_once() {
    let body = "deny contains {\"resource\": r.id, \"path\": [\"bad\"], \"message\": \"bad\"} if {
	some kind in {\"thing\", \"other\"}
	some r in input.resources[kind]
	r.attributes.bad
}";
    let (policies, _) = PolicySet::load(vec![policy("two", body)]);
    assert_eq!(policies.rules()[0].subjects, ["other", "thing"]);
    assert_eq!(run_all(&policies, &document()).violations.len(), 2);
}
