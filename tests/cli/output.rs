//! Formats, files, colours, standard input, limits.

use crate::run::{PRIVILEGED_POD, PUBLIC_BUCKET, Project, findings, finish};
use std::fs;
use std::process::Stdio;

const ACL: [&str; 3] = ["check", "--select", "aws-s3-public-acl"];

fn with<'a>(base: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    base.iter().chain(more).copied().collect()
}

#[test]
fn several_reports_from_one_run() {
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    let run = project.run(&with(&ACL, &["-f", "text", "-f", "json=out.json", "-f", "sarif=out.sarif"]));
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains("aws-s3-public-acl"), "{}", run.stdout);
    for file in ["out.json", "out.sarif"] {
        let text = fs::read_to_string(project.file(file)).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(value.to_string().contains("aws-s3-public-acl"), "{file}");
    }
    let run = project.run(&with(&ACL, &["-f", "json", "-o", "other.json"]));
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    let text = fs::read_to_string(project.file("other.json")).unwrap();
    assert_eq!(findings(&serde_json::from_str(&text).unwrap()), ["aws-s3-public-acl main.tf:2"]);
}

#[test]
fn colours_only_where_asked_for() {
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    let colored = |arguments: &[&str], variable: Option<(&str, &str)>| {
        let mut command = project.command(&with(&ACL, arguments));
        if let Some((name, value)) = variable {
            command.env(name, value);
        }
        finish(&mut command, None).stdout.contains('\u{1b}')
    };
    assert!(!colored(&[], None));
    assert!(colored(&["--color", "always"], None));
    assert!(colored(&["--color", "always"], Some(("NO_COLOR", "1"))));
    assert!(colored(&[], Some(("CLICOLOR_FORCE", "1"))));
    assert!(!colored(&["--color", "never"], Some(("CLICOLOR_FORCE", "1"))));
    let mut both = project.command(&ACL);
    let run = finish(both.env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1"), None);
    assert!(!run.stdout.contains('\u{1b}'));
}

#[test]
fn providers_that_no_rule_is_about_are_named() {
    let main = "resource \"alicloud_oss_bucket\" \"a\" {\n  count = 2\n}\n\nresource \"oci_core_vcn\" \"a\" {}\n\n\
                data \"oci_core_vcns\" \"a\" {}\n\nresource \"aws_iam_group\" \"a\" {\n  name = \"a\"\n}\n";
    let project = Project::new(&[("main.tf", main)]);
    let (report, _) = project.report(&[]);
    let named = &report["summary"]["providers_without_rules"];
    assert_eq!(named, &serde_json::json!({"alicloud": 2, "oci": 1}));
    let told = project.run(&["check"]).stdout;
    let line = "3 resources not judged, no rule being about their provider: alicloud (2), oci (1)\n";
    assert!(told.contains(line), "{told}");
    let ruled = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    assert!(ruled.report(&[]).0["summary"].get("providers_without_rules").is_none());
}

#[test]
fn no_progress_bar_in_logs() {
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    assert_eq!(project.run(&ACL).stderr, "");
}

#[test]
fn standard_input_is_a_file() {
    let project = Project::new(&[]);
    let run = project.run_with_stdin(
        &["check", "-", "-f", "json", "--select", "kubernetes-pod-privileged"],
        PRIVILEGED_POD,
    );
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert_eq!(findings(&report), ["kubernetes-pod-privileged <stdin>:10"]);
    let run = project.run_with_stdin(&with(&ACL, &["-", "-f", "json"]), PUBLIC_BUCKET);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(findings(&report), ["aws-s3-public-acl <stdin>:2"]);
}

#[test]
fn a_time_limit_ends_the_run() {
    let project = Project::new(&[]);
    // Standard input that never ends.
    let mut command = project.command(&with(&ACL, &["-", "--timeout", "0.1"]));
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let open = child.stdin.take();
    let output = child.wait_with_output().unwrap();
    drop(open);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--timeout"));
}

#[test]
fn variables_come_from_flags_files_and_the_environment() {
    let unknown = "variable \"acl\" {}\nresource \"aws_s3_bucket\" \"logs\" {\n  acl = var.acl\n}\n";
    let project = Project::new(&[
        ("tf/main.tf", unknown),
        ("public.tfvars", "acl = \"public-read\"\n"),
        ("private.tfvars", "acl = \"private\"\n"),
    ]);
    let code = |arguments: &[&str], environment: &[(&str, &str)]| {
        let mut command = project.command(&with(&ACL, &with(&["tf"], arguments)));
        command.envs(environment.iter().copied());
        finish(&mut command, None).code
    };
    assert_eq!(code(&[], &[]), Some(0));
    assert_eq!(code(&["--var", "acl=public-read"], &[]), Some(1));
    assert_eq!(code(&["--var-file", "public.tfvars"], &[]), Some(1));
    assert_eq!(code(&[], &[("TF_VAR_acl", "public-read")]), Some(1));
    assert_eq!(code(&["--var-file", "private.tfvars"], &[("TF_VAR_acl", "public-read")]), Some(0));
    assert_eq!(code(&["--var-file", "nowhere.tfvars"], &[]), Some(2));
    let elsewhere = Project::new(&[("public.tfvars", "acl = \"public-read\"\n")]);
    assert_eq!(code(&["--var-file", elsewhere.file("public.tfvars").to_str().unwrap()], &[]), Some(1));
}

#[test]
fn github_gets_commands_and_a_step_summary() {
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    let summary = project.file("summary.md");
    let mut command = project.command(&with(&ACL, &["-f", "github"]));
    command.env("GITHUB_ACTIONS", "true").env("GITHUB_STEP_SUMMARY", &summary);
    let run = finish(&mut command, None);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stdout.lines().any(|line| line.starts_with("::error file=main.tf,line=2")), "{}", run.stdout);
    let first = fs::read_to_string(&summary).unwrap();
    assert!(first.contains("aws-s3-public-acl"), "{first}");
    finish(&mut command, None);
    assert_eq!(fs::read_to_string(&summary).unwrap(), first.repeat(2), "a step appends to what others wrote");
}

#[test]
fn the_graph_is_the_input_of_policies() {
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    let run = project.run(&["graph"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let graph: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(graph["resources"]["aws_s3_bucket"][0]["attributes"]["acl"], "public-read");
    assert_eq!(project.run(&["graph", "nowhere"]).code, Some(2));
    assert!(project.run(&["graph", "-f", "dot"]).stdout.starts_with("digraph"));
}

#[test]
fn eval_answers_one_many_and_all() {
    let project = Project::new(&[(
        "main.tf",
        "locals {\n  ports = [22, 443]\n}\noutput \"first\" {\n  value = local.ports[0]\n}\n",
    )]);
    assert_eq!(project.run(&["eval", "--json", "max(local.ports...) + 1"]).stdout, "{\"value\":444}\n");
    let many = "{\"id\":1,\"expr\":\"1 + 1\"}\n{\"id\":\"b\",\"expr\":\"local.ports[1]\"}\n";
    let run = project.run_with_stdin(&["eval", "--batch"], many);
    assert_eq!(run.stdout, "{\"id\":1,\"value\":2}\n{\"id\":\"b\",\"value\":443}\n", "{}", run.stderr);
    let all: serde_json::Value = serde_json::from_str(&project.run(&["eval"]).stdout).unwrap();
    assert_eq!(all["outputs"]["first"]["value"], 22);
    assert_eq!(project.run(&["eval", "--dir", "nowhere", "1"]).code, Some(2));
    assert_eq!(project.run_with_stdin(&["eval", "--batch"], "nonsense\n").code, Some(2));
}

#[test]
fn the_graph_shows_no_secrets() {
    let text = "variable \"p\" {\n  default   = \"hunter2\"\n  sensitive = true\n}\nresource \"aws_x\" \"a\" {\n  word      = var.p\n  api_token = \"abcdef\"\n  note      = \"\u{202e}\"\n}\n";
    let project = Project::new(&[("main.tf", text)]);
    for format in ["json", "dot", "mermaid", "html"] {
        let run = project.run(&["graph", "-f", format]);
        for secret in ["hunter2", "abcdef", "\u{202e}"] {
            assert!(!run.stdout.contains(secret), "{secret:?} in {}", run.stdout);
        }
    }
}
