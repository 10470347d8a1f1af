//! What becomes of findings that are unlike those that the risk model was learned from.

use crate::run::{Project, diagnostics, findings};
use std::fmt::Write as _;
use std::fs;

fn policy(name: &str, severity: &str, profile: &str) -> String {
    format!(
        "# METADATA\n# title: A thing is {name}\n# description: Why it matters.\n# custom:\n#   severity: {severity}\n#   \
         profiles: [{profile}, security]\n#   remediation: Change it.\npackage policy.acme.thing.{name}\n\n\
         deny contains {{\"resource\": thing.id, \"path\": [\"{name}\"], \"message\": \"it is\"}} if {{\n\tsome thing in \
         input.resources.acme_thing\n\tthing.attributes.{name} == true\n}}\n"
    )
}

/// A linter's own rules over things that no model has met: every second one of high severity.
fn strange(count: usize) -> Project {
    let project = Project::new(&[]);
    for (name, severity) in [("open", "high"), ("plain", "low")] {
        project.write(
            &format!("policies/acme/thing/{name}/rule.rego"),
            policy(name, severity, "default").as_bytes(),
        );
    }
    let mut text = String::new();
    for at in 0..count {
        let name = if at % 2 == 0 { "plain" } else { "open" };
        let _ = writeln!(text, "resource \"acme_thing\" \"a{at}\" {{\n  {name} = true\n}}\n");
    }
    project.write("live/main.tf", text.as_bytes());
    project
}

const CHECK: [&str; 3] = ["--policy", "policies", "live"];

#[test]
fn a_model_that_abstains_says_so_and_changes_no_finding_and_no_exit_code() {
    let project = strange(240);
    let (report, run) = project.report(&CHECK);
    assert_eq!(run.code, Some(1));
    assert_eq!(report["abstention"]["findings"], 240);
    let reasons = report["abstention"]["reasons"].to_string();
    assert!(reasons.contains("2 of 2 rules were in no repository learned from"), "{reasons}");
    assert!(diagnostics(&report).contains(&"warning risk-abstains --no-risk".to_owned()));
    let order = |report: &serde_json::Value| {
        let all = report["findings"].as_array().unwrap().iter();
        all.map(|one| one["severity"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let severities = order(&report);
    assert!(
        severities[..120].iter().all(|one| one == "high") && severities[120..].iter().all(|one| one == "low")
    );
    let (unrated, _) = project.report(&[&CHECK[..], &["--no-risk"]].concat());
    assert_eq!(findings(&report), findings(&unrated));

    let text = project.run(&[&["check"], &CHECK[..]].concat()).stdout;
    assert!(text.contains("the risk model abstains"), "{text}");
    let sarif = project.run(&[&["check", "-f", "sarif"], &CHECK[..]].concat()).stdout;
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert!(results.len() == 240 && results.iter().all(|one| one["rank"].is_null()));

    // What is asked to fail by its score fails: strange findings beside it must not let it pass.
    let fails = |least: &str| {
        let arguments = [&["check", "-q", "--fail-on-risk", least], &CHECK[..]].concat();
        let run = project.run(&arguments);
        assert!(run.stdout.contains("--fail-on-risk still goes by the scores"), "{}", run.stdout);
        run.code
    };
    assert_eq!(fails("20"), Some(1));
    assert_eq!(fails("100"), Some(0));
}

#[test]
fn few_findings_and_rules_chosen_by_name_do_not_make_it_abstain() {
    let (report, _) = strange(100).report(&CHECK);
    assert!(report["abstention"].is_null());
    let project = strange(240);
    let (report, _) = project.report(&[&CHECK[..], &["--select", "acme"]].concat());
    assert!(report["abstention"].is_null());
    // Its order is that of the scores then, as it is of few findings.
    let scores: Vec<u64> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["risk"]["score"].as_u64().unwrap())
        .collect();
    assert!(scores.len() == 240 && scores.is_sorted_by(|one, other| one >= other));
}

/// What a finding's own profile leaves out says nothing of the run that it is of.
#[test]
fn the_story_of_a_finding_says_that_the_model_abstains_where_its_run_does() {
    let story = |project: &Project| {
        let (report, _) = project.report(&CHECK);
        let fingerprint = report["findings"][0]["fingerprint"].as_str().unwrap().to_owned();
        let run = project.run(&["explain", &fingerprint, "live", "--policy", "policies"]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        (report["abstention"].is_null(), run.stdout.contains("the model abstains"))
    };
    assert_eq!(story(&strange(240)), (false, true));
    let mixed = strange(240);
    mixed.write("policies/acme/thing/plain/rule.rego", policy("plain", "low", "strict").as_bytes());
    assert_eq!(story(&mixed), (true, false));
}

#[test]
fn drift_is_shown_for_each_feature() {
    let project = strange(240);
    project.write(".purlin.yaml", b"policies: [policies]\n");
    let run = project.run(&["model", "drift", "live", "--root", "."]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stdout.starts_with("abstains: 240 findings\n"), "{}", run.stdout);
    assert!(run.stdout.contains("2 of 2 rules are new to the model"), "{}", run.stdout);
    let run = project.run(&["model", "drift", "live", "--root", ".", "-f", "json"]);
    let drift: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(drift["state"], "abstains");
    assert_eq!(drift["indices"].as_array().unwrap().len(), 23);
    assert_eq!(drift["indices"][0]["of"], "score");
    let few = strange(10);
    few.write(".purlin.yaml", b"policies: [policies]\n");
    let run = few.run(&["model", "drift", "live", "--root", "."]);
    assert_eq!(run.code, Some(0));
    assert!(run.stdout.starts_with("too few to tell: 10 findings\n"), "{}", run.stdout);
}

#[test]
fn what_a_team_decided_of_rules_is_no_drift() {
    let project = strange(240);
    project.write(".purlin.yaml", b"policies: [policies]\n");
    let shipped = fs::read_to_string(crate::model::shipped("model.json")).unwrap();
    let adjusted = "\"adjustments\": [{\"rule\":\"acme-thing-open\",\"points\":5},\
                    {\"rule\":\"acme-thing-plain\",\"points\":-5}],\n  \"reference\":";
    project.write("own.json", shipped.replacen("\"reference\":", adjusted, 1).as_bytes());
    let index = |further: &[&str]| {
        let arguments = ["model", "drift", "live", "--root", ".", "-f", "json"];
        let run = project.run(&[&arguments[..], further].concat());
        let drift: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(drift["indices"][0]["of"], "score");
        drift["indices"][0]["value"].as_f64().unwrap()
    };
    let (without, with) = (index(&[]), index(&["--risk-model", "own.json"]));
    assert!((without - with).abs() < 1e-9, "{without} {with}");
}
