//! Plans: the same findings as from the sources they were made of, at the same lines where those are there.

use crate::run::{PUBLIC_BUCKET, Project, diagnostics, findings};
use serde_json::Value as Json;
use std::collections::BTreeSet;

const MAIN: &str = include_str!("../../testdata/evaluate/plan/aws/main.tf");
const MODULE: &str = include_str!("../../testdata/evaluate/plan/aws/bucket/main.tf");
const PLAN: &str = include_str!("../../testdata/evaluate/plan/aws/plan.json");

/// Values that the plan says are sensitive.
const SECRET: &str = "correct-horse";

fn project(files: &[(&str, &str)]) -> Project {
    Project::new(&[&[(".git/HEAD", "ref: refs/heads/main\n")], files].concat())
}

/// Every finding with what is to be the same whatever it was found in.
fn told(report: &Json) -> Vec<String> {
    let place = |at: &Json| format!("{}:{}", at["file"].as_str().unwrap(), at["start"]["line"]);
    let told = |finding: &Json| {
        let chain: Vec<String> =
            finding["chain"].as_array().unwrap().iter().map(|link| place(&link["location"])).collect();
        let instances: Vec<&str> = finding["instances"]
            .as_array()
            .unwrap()
            .iter()
            .map(|instance| instance["id"].as_str().unwrap())
            .collect();
        let (rule, state) = (finding["rule"].as_str().unwrap(), finding["state"].as_str().unwrap());
        let message = finding["message"].as_str().unwrap();
        let fingerprint = finding["fingerprint"].as_str().unwrap();
        format!(
            "{rule} {state} {} {instances:?} {chain:?} {message} {fingerprint}",
            place(&finding["location"])
        )
    };
    report["findings"].as_array().unwrap().iter().map(told).collect()
}

#[test]
fn a_plan_beside_its_sources_finds_what_they_do_where_they_do() {
    let sources = project(&[("infra/main.tf", MAIN), ("infra/bucket/main.tf", MODULE)]);
    let (from_sources, _) = sources.report(&["--var", "acl=public-read"]);
    let expected = told(&from_sources);
    assert!(expected.len() >= 8, "{expected:#?}");

    for path in ["infra/plan.json", "infra/out/of/the/way.json"] {
        let both = project(&[("infra/main.tf", MAIN), ("infra/bucket/main.tf", MODULE), (path, PLAN)]);
        // As part of everything, alone with the sources around it, and with nothing but its directory.
        for arguments in [".", path, path.rsplit_once('/').unwrap().0] {
            let (report, run) = both.report(&[arguments]);
            assert_eq!(told(&report), expected, "{path} {arguments}");
            assert_eq!(diagnostics(&report), [""; 0], "{path} {arguments}");
            assert_eq!(run.code, Some(1));
        }
    }
}

#[test]
fn a_value_that_a_file_gave_is_blamed_on_the_file() {
    let values = "ports = [22, 443]\nacl   = \"public-read\"\n";
    let sources = [("main.tf", MAIN), ("bucket/main.tf", MODULE), ("other.tfvars", "acl = \"x\"\n")];
    let plan = PLAN.replacen("443,\n        22\n", "22,\n        443\n", 1);
    assert_ne!(plan, PLAN);
    let both =
        project(&[&sources[..], &[("environments/prod.tfvars", values), ("plan.json", &plan)]].concat());
    let (report, _) = both.report(&["plan.json", "--select", "aws-s3-public-acl"]);
    let found = findings(&report);
    assert_eq!(found, ["aws-s3-public-acl environments/prod.tfvars:2", "aws-s3-public-acl main.tf:30"]);
}

#[test]
fn comments_in_the_sources_suppress_what_the_plan_has() {
    let acl = "  acl    = var.acl\n}\n\nmodule";
    let ignored = "  acl    = var.acl # purlin:ignore aws-s3-public-acl shown to everyone\n}\n\nmodule";
    let main = MAIN.replacen(acl, ignored, 1);
    assert_ne!(main, MAIN);
    let both = project(&[("main.tf", &main), ("bucket/main.tf", MODULE), ("out/plan.json", PLAN)]);
    let select = ["--select", "aws-s3-public-acl"];
    for path in [".", "out", "out/plan.json"] {
        let (report, _) = both.report(&[&select[..], &[path]].concat());
        assert_eq!(findings(&report), ["aws-s3-public-acl main.tf:30"], "{path}");
        assert_eq!((&report["summary"]["suppressed"], diagnostics(&report).len()), (&1.into(), 0), "{path}");
    }
}

#[test]
fn a_plan_is_read_from_standard_input_where_terraform_runs() {
    let both = project(&[("main.tf", MAIN), ("bucket/main.tf", MODULE)]);
    let run = both.run_with_stdin(&["check", "-f", "json", "-"], PLAN);
    let report: Json = serde_json::from_str(&run.stdout).unwrap();
    assert!(findings(&report).contains(&"aws-ec2-ssh-ingress-open main.tf:58".to_owned()), "{}", run.stdout);
    assert!(report["findings"].as_array().unwrap().len() >= 8);
}

#[test]
fn a_plan_alone_is_linted_in_itself() {
    let alone = project(&[("plan.json", PLAN)]);
    let (report, run) = alone.report(&["."]);
    let found = findings(&report);
    let place = |finding: &String| finding.rsplit_once(':').unwrap().1.parse::<usize>().unwrap();
    let of = |rule: &str| found.iter().filter(|one| one.starts_with(rule)).map(place).collect::<Vec<_>>();
    let text = |at: &usize| PLAN.lines().nth(at - 1).unwrap().trim().trim_end_matches(',');
    let texts = |rule: &str| of(rule).iter().map(text).collect::<Vec<_>>();
    assert_eq!(texts("aws-s3-public-acl"), ["\"acl\": \"public-read\""]);
    assert_eq!(texts("aws-s3-publicly-writable-acl"), ["\"acl\": \"public-read-write\""]);
    assert_eq!(texts("aws-ec2-ssh-ingress-open"), ["\"0.0.0.0/0\"", "\"0.0.0.0/0\""]);
    assert_eq!(texts("aws-rds-unencrypted"), ["\"storage_encrypted\": false"]);
    // Missing blocks are evidence of what makes the buckets public; the others have a block that refers to them.
    let evidence = |rule: &str| {
        let of_rule = report["findings"].as_array().unwrap().iter().filter(move |one| one["rule"] == rule);
        let lines = of_rule.flat_map(|one| one["evidence"].as_array().unwrap());
        let lines = lines.map(|one| one["location"]["start"]["line"].as_u64().unwrap());
        lines.map(|line| text(&usize::try_from(line).unwrap())).collect::<Vec<_>>()
    };
    assert_eq!(texts("aws-s3-public-access-block"), [""; 0]);
    let (read, written) = (evidence("aws-s3-public-acl"), evidence("aws-s3-publicly-writable-acl"));
    assert!(read.contains(&"\"address\": \"aws_s3_bucket.logs\""), "{read:?}");
    assert!(written.contains(&"\"address\": \"module.store[\\\"a\\\"].aws_s3_bucket.this\""), "{written:?}");
    assert!(found.len() >= 7, "{found:#?}");
    // The policy with an ARN in it that is known after apply: nothing of it is in the plan.
    let undecided = report["findings"].as_array().unwrap().iter().filter(|one| one["state"] == "undecided");
    let about: BTreeSet<&str> = undecided.map(|one| one["resource"]["kind"].as_str().unwrap()).collect();
    assert_eq!((about, run.code), (BTreeSet::from(["aws_iam_policy"]), Some(1)));
}

#[test]
fn what_a_plan_holds_that_is_sensitive_is_never_printed() {
    let minified = serde_json::from_str::<Json>(PLAN).unwrap().to_string();
    for plan in [PLAN, &minified] {
        assert!(plan.contains(SECRET));
        for project in [
            project(&[("plan.json", plan)]),
            project(&[("plan.json", plan), ("main.tf", MAIN), ("bucket/main.tf", MODULE)]),
        ] {
            for format in ["text", "json", "sarif", "github"] {
                let run = project.run(&["check", "--color", "never", "-f", format]);
                assert_eq!(run.code, Some(1), "{}", run.stderr);
                assert!(
                    !run.stdout.contains(SECRET) && !run.stderr.contains(SECRET),
                    "{format}: {}",
                    run.stdout
                );
            }
            let graph = project.run(&["graph", "-f", "json"]);
            assert!(
                graph.stdout.contains("(sensitive)") && !graph.stdout.contains(SECRET),
                "{}",
                graph.stdout
            );
        }
    }
}

#[test]
fn a_plan_hides_nothing_that_was_written_after_it() {
    let public = PUBLIC_BUCKET.replace("logs", "new");
    let both =
        project(&[("main.tf", MAIN), ("new.tf", &public), ("bucket/main.tf", MODULE), ("plan.json", PLAN)]);
    let (report, run) = both.report(&["--select", "aws-s3-public-acl"]);
    assert!(!run.stdout.contains("aws_s3_bucket.old"), "it is deleted");
    assert_eq!(findings(&report).iter().filter(|one| one.contains("new.tf")).count(), 1, "{}", run.stdout);
    assert_eq!(diagnostics(&report), ["warning plan-outdated new.tf:1"]);
    assert_eq!(report["summary"]["roots"], 1);
}

#[test]
fn plans_that_cannot_be_read_make_the_run_untrusted() {
    let head = "{\"format_version\": \"1.2\", \"planned_values\": ";
    let deep = format!("{head}{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let nested = format!("{head}{}1{}}}", "{\"root_module\":".repeat(190), "}".repeat(190));
    let table: [(&str, &[&str]); 7] = [
        (head, &["error json-syntax plan.json:1"]),
        (&deep, &["error json-syntax plan.json:1"]),
        (&format!("{head} 3}}"), &["error plan-format plan.json:1"]),
        (&format!("{head} {{\"root_module\": {{\"resources\": 7}}}}}}"), &["error plan-format plan.json:1"]),
        (
            &format!("{head} {{}}, \"resource_changes\": [1, {{\"address\": \"x.\", \"change\": {{}}}}]}}"),
            &["error plan-format plan.json:1"],
        ),
        (&nested, &[]),
        ("{\"format_version\": \"9.1\", \"planned_values\": {}}", &["warning plan-format plan.json:1"]),
    ];
    for (text, expected) in table {
        let (report, run) = project(&[("plan.json", text)]).report(&["."]);
        let shown: String = text.chars().take(120).collect();
        assert_eq!(diagnostics(&report), expected, "{shown}");
        let code = if expected.iter().any(|found| found.starts_with("error")) { 2 } else { 0 };
        assert_eq!(run.code, Some(code), "{shown}");
    }
}

#[test]
fn a_plan_has_a_budget_of_its_own() {
    let project = project(&[("main.tf", PUBLIC_BUCKET)]);
    let filler = " ".repeat(10_500_000);
    project.write("plan.json", PLAN.replacen('{', &format!("{{{filler}"), 1).as_bytes());
    let sample = PLAN.replacen("\"planned_values\"", "\"planned_values\": {}, \"before\"", 1);
    project.write("front.json", format!("{}{filler}", sample.trim_end()).as_bytes());
    let (report, _) = project.report(&["."]);
    assert_eq!(report["summary"]["files_skipped"][0]["files"][0], "plan.json", "its front says nothing");
    let linted = report["findings"].to_string().contains("front.json");
    assert!(linted, "{}", report["summary"]);

    let huge = std::fs::OpenOptions::new().write(true).open(project.file("front.json")).unwrap();
    huge.set_len(64_000_001).unwrap();
    let (report, run) = project.report(&["."]);
    assert_eq!((diagnostics(&report), run.code), (vec!["error too-large front.json".to_owned()], Some(2)));
}

#[test]
fn what_powershell_writes_is_read_and_a_state_is_no_plan() {
    let project = project(&[(
        "state.json",
        "{\"format_version\": \"1.0\", \"terraform_version\": \"1.9.0\", \"values\": {\"root_module\": {}}}",
    )]);
    let units = std::iter::once(0xfeff).chain(PLAN.encode_utf16());
    project.write("plan.json", &units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    let (report, run) = project.report(&["."]);
    assert_eq!((diagnostics(&report), run.code), (Vec::new(), Some(1)));
    assert!(findings(&report).len() >= 7);
    assert_eq!(report["summary"]["files_skipped"][0]["files"][0], "state.json");
}
