//! Input that is broken, hostile or out of reach: a clear message, the right exit code, the rest still linted.

use crate::run::{PRIVILEGED_POD, PUBLIC_BUCKET, Project, diagnostics, findings, finish};
use std::fmt::Write;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

const ACL: [&str; 2] = ["--select", "aws-s3-public-acl"];

#[test]
fn a_missing_path() {
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    let (report, run) = project.report(&["--select", "aws-s3-public-acl", "nowhere", "main.tf"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(findings(&report), ["aws-s3-public-acl main.tf:2"], "the other path is linted");
    let found = diagnostics(&report);
    assert!(found.iter().any(|line| line.starts_with("error ") && line.contains("nowhere")), "{found:?}");
    assert!(run.stderr.contains("nowhere"), "people see it though JSON goes to a file: {}", run.stderr);
}

#[test]
fn an_unknown_rule_beside_known_ones() {
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    let (report, run) = project.report(&["--select", "aws-s3-public-acl,no-such-rule"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(findings(&report), ["aws-s3-public-acl main.tf:2"]);
    assert_eq!(diagnostics(&report), ["error unknown-rule"]);
}

#[test]
fn a_broken_terraform_file() {
    let broken = format!("{PUBLIC_BUCKET}\nresource \"aws_s3_bucket\" \"b\" {{\n  bucket = \n}}\n");
    let project = Project::new(&[("a.tf", PUBLIC_BUCKET), ("b/broken.tf", &broken)]);
    let (report, run) = project.report(&ACL);
    assert_eq!(run.code, Some(2));
    assert_eq!(
        findings(&report),
        ["aws-s3-public-acl a.tf:2", "aws-s3-public-acl b/broken.tf:2"],
        "what stands before the fault is linted too"
    );
    let found = diagnostics(&report);
    assert!(found.iter().any(|line| line.starts_with("error") && line.contains("b/broken.tf:")), "{found:?}");
}

#[test]
fn a_broken_manifest() {
    let broken = format!("{PRIVILEGED_POD}---\napiVersion: v1\nkind: Pod\nmetadata: {{name: [}}\n");
    let project = Project::new(&[("pod.yaml", PRIVILEGED_POD), ("b/broken.yaml", &broken)]);
    let (report, run) = project.report(&["--select", "kubernetes-pod-privileged"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(
        findings(&report),
        ["kubernetes-pod-privileged b/broken.yaml:10", "kubernetes-pod-privileged pod.yaml:10"]
    );
    let found = diagnostics(&report);
    assert!(
        found.iter().any(|line| line.starts_with("error") && line.contains("b/broken.yaml:14")),
        "{found:?}"
    );
}

#[test]
fn a_policy_with_a_syntax_error() {
    let header = "# METADATA\n# title: t\n# description: d\n# custom:\n#   severity: low\n#   profiles: [default]\n#   remediation: r\n";
    let good = format!(
        "{header}package policy.own.s3.any\n\ndeny contains {{\"resource\": b.id, \"path\": [\"acl\"], \"message\": \"m\"}} if {{\n\tsome b in input.resources.aws_s3_bucket\n}}\n"
    );
    let bad = format!("{header}package policy.own.s3.broken\n\ndeny contains {{ if\n");
    let project = Project::new(&[
        ("tf/main.tf", PUBLIC_BUCKET),
        ("own/own/s3/any/rule.rego", &good),
        ("own/own/s3/broken/rule.rego", &bad),
    ]);
    let (report, run) = project.report(&["-p", "own", "tf", "--select", "own-s3-any"]);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert_eq!(findings(&report), ["own-s3-any main.tf:2"]);
    let found = report["diagnostics"].to_string();
    assert!(found.contains("broken"), "the broken policy is named: {found}");
}

#[test]
fn a_huge_file() {
    let project = Project::new(&[("a.tf", PUBLIC_BUCKET)]);
    let huge = fs::File::create(project.file("huge.tf")).unwrap();
    huge.set_len(100 << 20).unwrap();
    let (report, run) = project.report(&ACL);
    assert_eq!(run.code, Some(2));
    assert_eq!(findings(&report), ["aws-s3-public-acl a.tf:2"]);
    assert!(report["diagnostics"].to_string().contains("huge.tf"), "{}", report["diagnostics"]);
}

#[test]
fn a_symlink_loop_is_noted() {
    let project = Project::new(&[("a/main.tf", PUBLIC_BUCKET)]);
    symlink(project.path(), project.file("a/up")).unwrap();
    symlink("me", project.file("a/me")).unwrap();
    let (report, run) = project.report(&ACL);
    assert_eq!(run.code, Some(1), "{}", report["diagnostics"]);
    assert_eq!(findings(&report), ["aws-s3-public-acl a/main.tf:2"]);
    let skipped = report["summary"]["files_skipped"].to_string() + &report["diagnostics"].to_string();
    assert!(skipped.contains("a/up"), "{skipped}");
}

#[test]
fn a_directory_without_permission() {
    let project = Project::new(&[("open/main.tf", PUBLIC_BUCKET), ("closed/main.tf", PUBLIC_BUCKET)]);
    let closed = project.file("closed");
    fs::set_permissions(project.path(), fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read everything: run as somebody else, or where nobody else can be had, as oneself.
    let command = if fs::read_dir(&closed).is_ok() {
        let mut command = Command::new("setpriv");
        let copy = project.file("purlin");
        fs::copy(env!("CARGO_BIN_EXE_purlin"), &copy).unwrap();
        fs::set_permissions(&copy, fs::Permissions::from_mode(0o755)).unwrap();
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(copy);
        command
            .args(["check", "-f", "json"])
            .args(ACL)
            .current_dir(project.path())
            .env_remove("GITHUB_ACTIONS");
        if Command::new("setpriv").arg("--version").output().is_err() {
            return;
        }
        command
    } else {
        let mut command = project.command(&["check", "-f", "json"]);
        command.args(ACL);
        command
    };
    let mut command = command;
    let run = finish(&mut command, None);
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect(&run.stderr);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert_eq!(findings(&report), ["aws-s3-public-acl open/main.tf:2"]);
    assert!(report["diagnostics"].to_string().contains("closed"), "{}", report["diagnostics"]);
}

#[test]
fn an_alias_bomb() {
    let mut bomb =
        String::from("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bomb}\ndata:\n  a0: &a0 [x, x]\n");
    for level in 1..60 {
        let below = level - 1;
        writeln!(bomb, "  a{level}: &a{level} [*a{below}, *a{below}, *a{below}, *a{below}]").unwrap();
    }
    let project = Project::new(&[("bomb.yaml", &bomb), ("pod.yaml", PRIVILEGED_POD)]);
    let (report, run) = project.report(&["--select", "kubernetes-pod-privileged", "--timeout", "60"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(findings(&report), ["kubernetes-pod-privileged pod.yaml:10"]);
    let found = diagnostics(&report);
    assert!(found.iter().any(|line| line.starts_with("error") && line.contains("bomb.yaml")), "{found:?}");
}

#[test]
fn deep_nesting() {
    let depth = 5_000;
    let lists = format!("locals {{\n  deep = {}1{}\n}}\n", "[".repeat(depth), "]".repeat(depth));
    let conditionals = format!("locals {{\n  deep = {}0\n}}\n", "true ? 1 : ".repeat(depth));
    let unary = format!("locals {{\n  deep = {}true\n}}\n", "!".repeat(depth));
    let templates = format!("locals {{\n  deep = {}1{}\n}}\n", "\"${".repeat(depth), "}\"".repeat(depth));
    let blocks = format!("{}{}", "b {\n".repeat(depth), "}\n".repeat(depth));
    let json = format!("{{\"locals\": {}1{}}}", "[".repeat(depth), "]".repeat(depth));
    let yaml = format!("apiVersion: v1\nkind: ConfigMap\ndata: {}{}\n", "[".repeat(depth), "]".repeat(depth));
    let mut indented = String::from("apiVersion: v1\nkind: ConfigMap\ndata:\n");
    for level in 1..=depth {
        writeln!(indented, "{}a:", " ".repeat(level)).unwrap();
    }
    let project = Project::new(&[
        ("a/lists.tf", &lists),
        ("b/conditionals.tf", &conditionals),
        ("c/unary.tf", &unary),
        ("d/templates.tf", &templates),
        ("e/blocks.tf", &blocks),
        ("f/deep.tf.json", &json),
        ("g/flow.yaml", &yaml),
        ("h/indented.yaml", &indented),
        ("z/main.tf", PUBLIC_BUCKET),
    ]);
    let (report, run) = project.report(&["--select", "aws-s3-public-acl", "--timeout", "120"]);
    assert!(matches!(run.code, Some(1 | 2)), "{:?} {}", run.code, run.stderr);
    assert_eq!(findings(&report), ["aws-s3-public-acl z/main.tf:2"]);
}

#[test]
fn invalid_utf8() {
    let project = Project::new(&[("a.tf", PUBLIC_BUCKET)]);
    project
        .write("latin1.tf", b"# caf\xe9\nresource \"aws_s3_bucket\" \"b\" {\n  acl = \"public-read\"\n}\n");
    project.write("pod.yaml", &[PRIVILEGED_POD.as_bytes(), b"# \xff\xfe\n"].concat());
    let (report, run) = project.report(&["--select", "aws-s3-public-acl,kubernetes-pod-privileged"]);
    assert!(run.stdout.is_char_boundary(0));
    let found = findings(&report);
    assert!(found.contains(&"aws-s3-public-acl a.tf:2".to_owned()), "{found:?}");
    assert!(found.contains(&"aws-s3-public-acl latin1.tf:3".to_owned()), "{found:?}");
    assert!(report["diagnostics"].to_string().contains("latin1.tf"), "{}", report["diagnostics"]);
}

#[test]
fn names_with_escape_and_bidirectional_characters() {
    let name = "\u{1b}[31mred\u{202e}der";
    let manifest = PRIVILEGED_POD.replace("name: shell", "name: \"\\e[31mred\\u202Eder\"");
    let terraform =
        PUBLIC_BUCKET.replace("logs", "lo\u{202e}gs").replace("public-read", "public-read\u{1b}[2J");
    let project = Project::new(&[(&format!("{name}.yaml"), &manifest), ("main.tf", &terraform)]);
    for format in ["text", "json", "sarif", "github"] {
        let run = project.run(&["check", "--profile", "all", "-f", format, "--color", "never"]);
        let both = format!("{}{}", run.stdout, run.stderr);
        let raw = both.chars().find(|c| matches!(c, '\u{1b}' | '\u{202e}'));
        assert_eq!(raw, None, "{format}: {both}");
        assert!(run.code.is_some_and(|code| code < 3), "{format}");
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    for reader in ["head -c 1 >/dev/null", "true", "exec <&-"] {
        let script = format!(
            "set -o pipefail; {{ \"$0\" check -f json --select aws-s3-public-acl; echo $? >code; }} | {{ {reader}; }}"
        );
        let mut command = Command::new("bash");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_purlin")]).current_dir(project.path());
        let run = finish(&mut command, None);
        assert_eq!(run.stderr, "", "{reader}");
        assert_eq!(fs::read_to_string(project.file("code")).unwrap().trim(), "1", "{reader}");
    }
}

#[test]
fn a_full_disk_is_said() {
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else { return };
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    let mut command = project.command(&["check"]);
    let output = command.stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("standard output"));
}
