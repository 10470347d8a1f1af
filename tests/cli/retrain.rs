//! Retraining on a team's decisions: shown first, kept by name, taken back, looked at.

use crate::run::{Project, Run};
use serde_json::Value as Json;
use std::fmt::Write as _;
use std::fs;

const FILES: &str = "resource \"aws_s3_bucket\" \"a\" {\n  acl = \"public-read\"\n}\n\nresource \"aws_ebs_volume\" \"b\" {\n  \
                     availability_zone = \"eu-west-1a\"\n  size = 8\n}\n";

/// A project with an audit record, and decisions of some authors that findings of the rule with the lowest score come
/// before those of the one with the highest.
fn decided(decisions: usize) -> (Project, [String; 2]) {
    let project = Project::new(&[("main.tf", FILES)]);
    let run =
        project.run(&["check", "-q", "--exit-zero", "--profile", "all", "--audit", "audit.jsonl", "main.tf"]);
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    let record = fs::read_to_string(project.file("audit.jsonl")).unwrap();
    let mut findings: Vec<(u64, String, String)> = record
        .lines()
        .skip(1)
        .map(|line| serde_json::from_str::<Json>(line).unwrap())
        .filter(|line| line["state"] == "open" && line["severity"] != "critical")
        .map(|line| {
            let text = |key: &str| line[key].as_str().unwrap().to_owned();
            (line["score"].as_u64().unwrap(), text("rule"), text("fingerprint"))
        })
        .collect();
    findings.sort();
    let (lowest, highest) = (findings.first().unwrap().clone(), findings.last().unwrap().clone());
    let mut table = "first\tsecond\tauthor\tcommit\treason\n".to_owned();
    for at in 0..decisions {
        let _ = writeln!(table, "{}\t{}\tauthor{}\tcommit{at}\tit is easy", lowest.2, highest.2, at % 10);
    }
    project.write("triage.tsv", table.as_bytes());
    (project, [lowest.1, highest.1])
}

fn retrain(project: &Project, further: &[&str]) -> Run {
    let arguments =
        ["model", "retrain", "--triage", "triage.tsv", "--audit", "audit.jsonl", "--store", "risk"];
    project.run(&[&arguments[..], further].concat())
}

fn audit(project: &Project) -> Run {
    project.run(&["model", "audit", "--store", "risk"])
}

#[test]
fn nothing_is_written_until_somebody_accepts_what_is_shown() {
    let (project, [lowest, highest]) = decided(30);
    let run = retrain(&project, &[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.starts_with("30 decisions of 10 authors on "), "{}", run.stdout);
    assert!(run.stdout.contains("nothing is written"), "{}", run.stdout);
    assert!(run.stdout.contains("findings have another rank"), "{}", run.stdout);
    let after = |rule: &str| {
        let line = run.stdout.lines().find(|line| line.contains("+0 -> ") && line.ends_with(rule)).unwrap();
        let points = line.split_once("-> ").unwrap().1.split_whitespace().next().unwrap();
        points.parse::<i32>().unwrap()
    };
    assert!(after(&lowest) > 0 && after(&highest) < 0, "{}", run.stdout);
    assert!(!project.file("risk").exists());

    let run = retrain(&project, &["--accept", "Ann"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let looked = audit(&project);
    assert_eq!(looked.code, Some(0), "{}", looked.stdout);
    assert!(looked.stdout.lines().count() == 6 && looked.stdout.lines().all(|line| line.starts_with("ok ")));
    assert!(looked.stdout.contains("accepted last") && looked.stdout.contains("Ann"), "{}", looked.stdout);

    // The new model says what the team decided, and it adds up.
    let arguments = ["--profile", "all", "--risk-model", "risk/model.json", "main.tf"];
    let (report, _) = project.report(&arguments);
    let findings = report["findings"].as_array().unwrap();
    let team = |finding: &&Json| {
        finding["risk"]["contributions"].as_array().unwrap().iter().any(|one| one["feature"] == "team")
    };
    let moved: Vec<&Json> = findings.iter().filter(|one| !one["risk"].is_null()).filter(team).collect();
    assert!(moved.iter().any(|one| one["rule"] == lowest.as_str()));
    for finding in moved {
        let points = finding["risk"]["contributions"].as_array().unwrap().iter();
        let sum: i64 = points.map(|one| one["points"].as_i64().unwrap()).sum();
        assert_eq!(finding["risk"]["score"], sum);
    }
    let said = project.run(&["model", "explain", "--risk-model", "risk/model.json"]).stdout;
    let of_team = said.split_once("\nTeam\n").unwrap().1;
    let points = after(&lowest);
    let line = of_team.lines().find(|line| line.ends_with(&format!("  {lowest}"))).unwrap();
    assert!(line.trim_start().starts_with(&format!("+{points} ")), "{said}");
    let json = project.run(&["model", "explain", "--risk-model", "risk/model.json", "-f", "json"]).stdout;
    let json: Json = serde_json::from_str(&json).unwrap();
    let rules: Vec<&Json> = json["adjustments"].as_array().unwrap().iter().collect();
    assert!(rules.iter().any(|one| one["rule"] == lowest.as_str() && one["points"] == points), "{json}");
    assert!(!json["base"].is_null());
    // The same again changes nothing.
    let again = retrain(&project, &[]);
    assert!(again.stdout.ends_with("nothing changes\n"), "{}", again.stdout);
}

#[test]
fn a_model_is_taken_back() {
    let (project, _) = decided(30);
    retrain(&project, &["--accept", "Ann"]);
    let shown = project.run(&["model", "rollback", "--store", "risk"]);
    assert!(shown.stdout.contains("nothing is written"), "{}", shown.stdout);
    let run = project.run(&["model", "rollback", "--store", "risk", "--accept", "Bob"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let shipped = fs::read(crate::model::shipped("model.json")).unwrap();
    assert_eq!(fs::read(project.file("risk/model.json")).unwrap(), shipped);
    assert_eq!(audit(&project).code, Some(0), "{}", audit(&project).stdout);
    let ledger = fs::read_to_string(project.file("risk/ledger.jsonl")).unwrap();
    let last: Json = serde_json::from_str(ledger.lines().last().unwrap()).unwrap();
    assert_eq!(
        (&last["number"], &last["action"], &last["accepted_by"]),
        (&2.into(), &"rollback".into(), &"Bob".into())
    );
    let none = project.run(&["model", "rollback", "--store", "risk", "--accept", "Bob"]);
    assert_eq!(none.code, Some(2));
    assert!(none.stderr.contains("there is none before it"), "{}", none.stderr);
}

#[test]
fn what_was_changed_behind_the_ledger_is_found() {
    let (project, [lowest, _]) = decided(30);
    retrain(&project, &["--accept", "Ann"]);
    let [model, ledger] =
        ["risk/model.json", "risk/ledger.jsonl"].map(|name| fs::read_to_string(project.file(name)).unwrap());
    let fails = |what: &str| {
        let run = audit(&project);
        assert_eq!(run.code, Some(1), "{}", run.stdout);
        let failed: Vec<&str> = run.stdout.lines().filter(|line| line.starts_with("FAILS")).collect();
        assert!(failed.iter().any(|line| line.contains(what)), "{what}: {}", run.stdout);
    };
    // Another model than was accepted, with points that could be.
    let other = model.replacen("\"medium\":", "\"medium\":1,\"high\":1,\"top\":1},\"x\":{\"y\":", 1);
    project.write("risk/model.json", other.as_bytes());
    fails("accepted was");
    let softer: Json = serde_json::from_str(&model).unwrap();
    let top = softer["bands"]["top"].as_u64().unwrap();
    project.write("risk/model.json", model.replacen(&format!("\"top\":{top}"), "\"top\":99", 1).as_bytes());
    fails("differs from the shipped model in more than");
    // Retraining on it is refused.
    assert_eq!(retrain(&project, &["--accept", "Eve"]).code, Some(2));
    // A rule of critical severity that is moved down, by more than a logit.
    let at = model.find("\"adjustments\"").unwrap();
    let worst = "{\"rule\":\"aws-iam-public-trust\",\"points\":-5},";
    let rules = project.run(&["rules", "-f", "json"]).stdout;
    let rules: Json = serde_json::from_str(&rules).unwrap();
    let critical = rules.as_array().unwrap().iter().find(|rule| rule["severity"] == "critical").unwrap();
    let worst = worst.replacen("aws-iam-public-trust", critical["id"].as_str().unwrap(), 1);
    let place = at + model[at..].find('{').unwrap();
    project.write("risk/model.json", (model[..place].to_owned() + &worst + &model[place..]).as_bytes());
    // Rules stand in order in the file; where this one does not, the file is refused, which is as good.
    let run = audit(&project);
    assert!(run.stdout.contains("FAILS critical") || run.stdout.contains("FAILS ranges"), "{}", run.stdout);
    let rule = format!("\"rule\":\"{lowest}\",\"points\":");
    let at = model.find(&rule).unwrap() + rule.len();
    let wide = model[..at].to_owned() + "9" + &model[at..];
    project.write("risk/model.json", wide.as_bytes());
    fails("one logit has");
    // An entry of the ledger, and a model that it names.
    project.write("risk/model.json", model.as_bytes());
    project.write("risk/ledger.jsonl", ledger.replacen("Ann", "Eve", 1).as_bytes());
    assert_eq!(
        audit(&project).code,
        Some(0),
        "the last line alone is held by nothing but the history of its repository"
    );
    retrain(&project, &[]);
    project.write("risk/ledger.jsonl", (ledger.clone() + &ledger).as_bytes());
    fails("its number is 1");
    project.write("risk/ledger.jsonl", ledger.as_bytes());
    let digest: Json = serde_json::from_str(ledger.lines().next().unwrap()).unwrap();
    let kept = format!("risk/models/{}.json", digest["after"].as_str().unwrap());
    project.write(&kept, b"{}");
    fails("not what they are called");
}

#[test]
fn what_a_store_holds_obeys_nobody() {
    let (project, _) = decided(3);
    project.write("risk/ledger.jsonl", b"{\"\\u001b[2J\":1}\n");
    project.write("risk/model.json", b"{\"\\u001b[2J\":1}\n");
    for format in ["text", "json"] {
        let run = project.run(&["model", "audit", "--store", "risk", "-f", format]);
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        assert!(!run.stdout.contains('\u{1b}') && run.stdout.contains("u{1b}[2J"), "{}", run.stdout);
    }
}

#[test]
fn a_ledger_that_an_editor_left_open_goes_on() {
    let (project, _) = decided(30);
    retrain(&project, &["--accept", "Ann"]);
    let ledger = fs::read_to_string(project.file("risk/ledger.jsonl")).unwrap();
    project.write("risk/ledger.jsonl", ledger.trim_end().as_bytes());
    let run = project.run(&["model", "rollback", "--store", "risk", "--accept", "Bob"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(audit(&project).code, Some(0), "{}", audit(&project).stdout);
}

#[test]
fn the_built_in_model_is_looked_at_and_parts_of_pairs_on_demand() {
    let project = crate::model::some_data(&["istio/istio", "mdn/infra", "longhorn/longhorn"]);
    let run = project.run(&["model", "audit", "-f", "json", "--data", "."]);
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    let checks: Json = serde_json::from_str(&run.stdout).unwrap();
    let names: Vec<&str> =
        checks.as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap()).collect();
    assert_eq!(names, ["model", "ranges", "guards", "critical", "parts"]);
}

#[test]
fn files_that_are_none_are_said() {
    let (project, _) = decided(3);
    project.write("triage.tsv", b"who\twhat\n");
    let run = retrain(&project, &[]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("triage.tsv: line 1: the names of columns are not"), "{}", run.stderr);
    let run = project.run(&["model", "audit", "--store", "nowhere"]);
    assert!(
        run.code == Some(2) && run.stderr.contains("--store nowhere: there is no such directory"),
        "{}",
        run.stderr
    );
}
