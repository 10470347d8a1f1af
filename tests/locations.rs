//! What a finding points at, on whole outputs: every kind of cause has a directory in `testdata/locations/`, where
//! `# primary` marks each line that a finding is to name. The text, JSON and SARIF reports of the real binary have to
//! agree on it, and on the way from there to the place of use.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails loudly, and reads and runs what lies in this repository"
)]

use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Rules whose findings the cases are about.
const RULES: [&str; 5] = [
    "aws-s3-public-acl",
    "aws-rds-unencrypted",
    "aws-ec2-ssh-ingress-open",
    "aws-iam-wildcard-action",
    "google-gke-master-authorized-networks",
];

/// The three reports of one run.
struct Reports {
    text: String,
    json: Value,
    sarif: Value,
}

fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/locations").join(name)
}

/// Runs the binary in a directory.
fn reports(dir: &Path, rules: &[&str], arguments: &[&str], environment: &[(&str, &str)]) -> Reports {
    let written = TempDir::new().unwrap();
    let (json, sarif) = (written.path().join("json"), written.path().join("sarif"));
    let output = Command::new(env!("CARGO_BIN_EXE_purlin"))
        .env_clear()
        .envs(environment.iter().copied())
        .current_dir(dir)
        // What a score is made of has its own tests, and changes with the model while the places do not.
        .args(["check", "--no-risk", "--root", ".", "-f", "text"])
        .arg(format!("--select={}", rules.join(",")))
        .arg(format!("--format=json={}", json.display()))
        .arg(format!("--format=sarif={}", sarif.display()))
        .args(arguments)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |path: &Path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    Reports { text: String::from_utf8(output.stdout).unwrap(), json: read(&json), sarif: read(&sarif) }
}

/// `file:line:column-column`, as JSON has it.
fn place(location: &Value) -> String {
    let (start, end) = (&location["start"], &location["end"]);
    assert_eq!(start["line"], end["line"], "a place is one line");
    let file = location["file"].as_str().unwrap();
    format!("{file}:{}:{}-{}", start["line"], start["column"], end["column"])
}

/// The same, as SARIF has it.
fn physical(location: &Value) -> String {
    let physical = &location["physicalLocation"];
    let (region, artifact) = (&physical["region"], &physical["artifactLocation"]);
    assert_eq!(artifact["uriBaseId"], "%SRCROOT%");
    assert_eq!(region["startLine"], region["endLine"]);
    let file = artifact["uri"].as_str().unwrap();
    format!("{file}:{}:{}-{}", region["startLine"], region["startColumn"], region["endColumn"])
}

/// A station: where, and what happened there.
fn stations(all: &Value, place: impl Fn(&Value) -> String, note: impl Fn(&Value) -> &Value) -> Vec<String> {
    let station = |one: &Value| format!("{} {}", place(one), note(one).as_str().unwrap());
    all.as_array().map(|all| all.iter().map(station).collect()).unwrap_or_default()
}

/// Every finding with its place, the way to the place of use, and what it affects. Fails where the SARIF log says
/// anything else than the JSON report.
fn findings(reports: &Reports) -> String {
    let results = reports.sarif["runs"][0]["results"].as_array().unwrap();
    let findings = reports.json["findings"].as_array().unwrap();
    assert_eq!(findings.len(), results.len());
    let mut text = String::new();
    for (finding, result) in findings.iter().zip(results) {
        let primary = place(&finding["location"]);
        let chain = stations(&finding["chain"], |link| place(&link["location"]), |link| &link["note"]);
        let related = stations(&result["relatedLocations"], physical, |one| &one["message"]["text"]);
        let flow = &result["codeFlows"][0]["threadFlows"][0]["locations"];
        let flow =
            stations(flow, |one| physical(&one["location"]), |one| &one["location"]["message"]["text"]);
        assert_eq!(result["ruleId"], finding["rule"]);
        assert_eq!(result["locations"].as_array().unwrap().len(), 1);
        assert_eq!(physical(&result["locations"][0]), primary);
        assert_eq!((&related, &flow), (&chain, &chain));
        assert_eq!(result["occurrenceCount"], finding["instances"].as_array().unwrap().len());
        assert_eq!(result["partialFingerprints"]["purlin/v1"], finding["fingerprint"]);
        assert!(chain.first().is_none_or(|first| first.starts_with(&format!("{primary} "))), "{chain:?}");
        let rule = finding["rule"].as_str().unwrap();
        writeln!(text, "{primary} {rule}\n  {}", finding["message"].as_str().unwrap()).unwrap();
        chain.iter().for_each(|station| writeln!(text, "    {station}").unwrap());
        let instances = finding["instances"].as_array().unwrap();
        instances.iter().for_each(|one| writeln!(text, "  = {}", one["address"].as_str().unwrap()).unwrap());
    }
    text
}

/// `file:line` of each mark in a directory.
fn marked(dir: &Path) -> BTreeSet<String> {
    let mut marks = BTreeSet::new();
    let mut pending = vec![dir.to_path_buf()];
    while let Some(at) = pending.pop() {
        for entry in std::fs::read_dir(&at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                pending.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let file = path.strip_prefix(dir).unwrap().display().to_string();
            let lines = text.lines().enumerate().filter(|(_, line)| line.contains("# primary"));
            marks.extend(lines.map(|(at, _)| format!("{file}:{}", at + 1)));
        }
    }
    marks
}

/// `file:line` of each finding.
fn primaries(json: &Value) -> BTreeSet<String> {
    let place = |finding: &Value| {
        let location = &finding["location"];
        format!("{}:{}", location["file"].as_str().unwrap(), location["start"]["line"])
    };
    json["findings"].as_array().unwrap().iter().map(place).collect()
}

/// The text without what it says of the rules: that may change without any finding changing.
fn without_advice(text: &str) -> String {
    let mut kept = String::new();
    let mut advice = false;
    for line in text.lines().take_while(|line| !line.contains(" linted, ")) {
        let name = line.trim_start();
        let continued = line.is_empty() || line.starts_with("         ");
        advice = name.starts_with("why: ") || name.starts_with("fix: ") || (advice && continued);
        if !advice || line.is_empty() {
            writeln!(kept, "{line}").unwrap();
        }
    }
    kept
}

/// A case: its marked lines are named, and the reports are as recorded.
fn holds(name: &str, rules: &[&str]) {
    let reports = reports(&case(name), rules, &[], &[]);
    assert_eq!(primaries(&reports.json), marked(&case(name)), "{name}");
    insta::assert_snapshot!(format!("{name}.findings"), findings(&reports));
    insta::assert_snapshot!(format!("{name}.text"), without_advice(&reports.text));
}

#[test]
fn copied_along_is_the_callers_argument_or_the_default_of_all_who_set_none() {
    holds("callers", &RULES);
}

#[test]
fn a_module_of_somebody_else_is_blamed_at_its_call() {
    holds("foreign", &RULES);
}

#[test]
fn of_a_conditional_the_chosen_arm_with_the_condition_beside_it() {
    holds("conditional", &RULES);
}

#[test]
fn an_element_has_an_origin_of_its_own() {
    holds("elements", &RULES);
}

#[test]
fn what_is_computed_from_several_values_is_the_expression() {
    holds("computed", &RULES);
}

#[test]
fn what_is_absent_is_missing_from_its_block() {
    holds("absent", &RULES);
}

#[test]
fn what_is_not_made_is_missing_for_its_count_or_for_each() {
    holds("empty", &["aws-s3-public-access-block", "google-gke-master-authorized-networks"]);
}

#[test]
fn the_level_between_decides_for_the_level_below() {
    holds("nested", &RULES);
}

#[test]
fn values_go_through_outputs_locals_and_other_resources() {
    holds("outputs", &RULES);
}

#[test]
fn a_dynamic_block_points_at_the_element_it_was_made_of() {
    holds("dynamic", &RULES);
}

#[test]
fn a_policy_document_points_at_its_statement() {
    let reports = reports(&case("documents"), &RULES, &[], &[]);
    // A heredoc holds no comments; its line is told by what is on it.
    let mut expected = marked(&case("documents"));
    expected.insert("main.tf:13".to_owned());
    assert_eq!(primaries(&reports.json), expected);
    insta::assert_snapshot!("documents.findings", findings(&reports));
    insta::assert_snapshot!("documents.text", without_advice(&reports.text));
}

#[test]
fn what_is_put_into_a_template_is_the_callers_argument() {
    holds("templates", &["aws-iam-wildcard-action"]);
}

#[test]
fn a_policy_document_in_a_file_points_at_its_line_there() {
    let reports = reports(&case("document_files"), &["aws-iam-wildcard-action"], &[], &[]);
    let expected = ["deploy.json:8", "main.tf:32", "old.json.tpl:8", "read.json.tftpl:7"].map(str::to_owned);
    assert_eq!(primaries(&reports.json), BTreeSet::from(expected));
    insta::assert_snapshot!("document_files.findings", findings(&reports));
}

#[test]
fn a_template_says_what_it_was_filled_with() {
    let reports = reports(&case("filled"), &["aws-iam-reads-every-secret"], &[], &[]);
    assert_eq!(primaries(&reports.json), marked(&case("filled")));
    let chain = &reports.json["findings"][0]["chain"];
    let chain = stations(chain, |link| place(&link["location"]), |link| &link["note"]);
    insta::assert_snapshot!("filled.chain", chain.join("\n"));
}

#[test]
fn inputs_point_at_their_file_or_at_the_declaration() {
    holds("inputs", &RULES);
    let by_flag = reports(&case("inputs"), &RULES, &["--var", "drafts_acl=public-read"], &[]);
    insta::assert_snapshot!("inputs.flag", findings(&by_flag));
    let environment = [("TF_VAR_drafts_acl", "public-read")];
    let by_environment = reports(&case("inputs"), &RULES, &[], &environment);
    insta::assert_snapshot!("inputs.environment", findings(&by_environment));
}

/// A module with a bad default, called `calls` times; the call at `setting` sets the argument itself.
fn called(calls: usize, setting: Option<usize>) -> TempDir {
    let dir = TempDir::new().unwrap();
    let mut main = String::new();
    for at in 0..calls {
        let argument = if setting == Some(at) { "  acl    = \"public-read\"\n" } else { "" };
        writeln!(main, "module \"m{at:02}\" {{\n  source = \"./bucket\"\n{argument}}}\n").unwrap();
    }
    std::fs::write(dir.path().join("main.tf"), main).unwrap();
    std::fs::create_dir(dir.path().join("bucket")).unwrap();
    std::fs::copy(case("callers/bucket/main.tf"), dir.path().join("bucket/main.tf")).unwrap();
    dir
}

#[test]
fn one_bad_default_is_one_finding_however_often_it_is_called() {
    let dir = called(40, None);
    let reports = reports(dir.path(), &RULES, &[], &[]);
    assert_eq!(primaries(&reports.json), BTreeSet::from(["bucket/main.tf:3".to_owned()]));
    let text = findings(&reports);
    assert_eq!(text.lines().filter(|line| line.starts_with("  = ")).count(), 40);
    assert!(
        reports.text.contains("affects: 40 instances: module.m00.aws_s3_bucket.this"),
        "{}",
        reports.text
    );
}

#[test]
fn the_one_caller_that_sets_it_is_a_finding_of_its_own() {
    let dir = called(40, Some(7));
    let reports = reports(dir.path(), &RULES, &[], &[]);
    let shape: Vec<(String, usize)> = reports.json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (place(&one["location"]), one["instances"].as_array().unwrap().len()))
        .collect();
    assert_eq!(shape, [("bucket/main.tf:3:13-26".to_owned(), 39), ("main.tf:31:12-25".to_owned(), 1)]);
    findings(&reports);
}
