//! Comments that suppress findings, through the binary.

use crate::run::{Project, diagnostics};
use serde_json::Value;

const BUCKET: &str = "variable \"acl\" {\n  default = \"public-read\"\n}\n\nresource \"aws_s3_bucket\" \"this\" {\n  acl = var.acl\n}\n";

/// `state file:line instances` of each finding.
fn states(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap();
    let shown = |finding: &Value| {
        let at = &finding["location"];
        format!(
            "{} {}:{} {}",
            finding["state"].as_str().unwrap(),
            at["file"].as_str().unwrap(),
            at["start"]["line"],
            finding["instances"].as_array().unwrap().len()
        )
    };
    findings.iter().map(shown).collect()
}

/// The states of what `aws-s3-public-acl` finds in a project of one file.
fn in_file(text: &str) -> Vec<String> {
    let project = Project::new(&[("main.tf", text)]);
    states(&project.report(&["--select", "aws-s3-public-acl"]).0)
}

#[test]
fn a_comment_holds_on_its_line_above_it_and_at_its_block() {
    let bucket = |header: &str, above: &str, line: &str| {
        format!("{header}\nresource \"aws_s3_bucket\" \"b\" {{{above}\n  acl = \"public-read\"{line}\n}}\n")
    };
    for text in [
        bucket("", "", " # purlin:ignore aws-s3-public-acl why"),
        bucket("", "", " // purlin:ignore CKV_AWS_20"),
        bucket("", "", " /* purlin:ignore aws-s3 */"),
        bucket("", "\n  # purlin:ignore other, aws-s3-public-acl\n  # more words", ""),
        bucket("", " # purlin:ignore aws-s3-public-acl", ""),
        bucket("# purlin:ignore aws-s3-public-acl", "", ""),
        bucket("# licence\n\n# purlin:ignore-file aws-s3-public-acl\n\n", "", ""),
    ] {
        assert_eq!(in_file(&text)[0].split(' ').next(), Some("suppressed"), "{text}");
    }
    for text in [
        bucket("# purlin:ignore aws-s3-public-acl\n", "", ""),
        bucket("# purlin:ignore aws-rds", "", ""),
        bucket("", "\n  tags = { a = \"# purlin:ignore aws-s3\" }", ""),
        bucket("", "\n  policy = <<E\n# purlin:ignore aws-s3\nE", ""),
        bucket("locals {\n}\n# purlin:ignore-file aws-s3-public-acl\n", "", ""),
        bucket("# purlin:ignored aws-s3", "", ""),
    ] {
        assert_eq!(in_file(&text)[0].split(' ').next(), Some("open"), "{text}");
    }
}

#[test]
fn it_holds_at_every_station_of_the_way() {
    let files = |at: usize| {
        let mark = |own: usize| if own == at { " # purlin:ignore aws-s3-public-acl" } else { "" };
        let main = format!(
            "locals {{\n  acls = {{\n    site = \"public-read\"{}\n  }}\n}}\n\nmodule \"site\" {{{}\n  source = \"./bucket\"\n  acl = local.acls.site{}\n}}\n",
            mark(1),
            mark(2),
            mark(3)
        );
        let bucket = format!(
            "variable \"acl\" {{\n}}\n\nresource \"aws_s3_bucket\" \"this\" {{{}\n  acl = var.acl{}\n}}\n",
            mark(4),
            mark(5)
        );
        Project::new(&[("main.tf", &main), ("bucket/main.tf", &bucket)])
    };
    for (at, expected) in [
        (0, "open"),
        (1, "suppressed"),
        (2, "suppressed"),
        (3, "suppressed"),
        (4, "suppressed"),
        (5, "suppressed"),
    ] {
        let (report, run) = files(at).report(&["--select", "aws-s3-public-acl"]);
        assert_eq!(states(&report), [format!("{expected} main.tf:3 1")], "{at}");
        assert_eq!(run.code, Some(i32::from(at == 0)), "{at}");
    }
}

#[test]
fn files_of_values_accept_what_they_set() {
    let main = "variable \"acl\" {\n}\n\nresource \"aws_s3_bucket\" \"b\" {\n  acl = var.acl\n}\n";
    for (comment, expected) in [("", "open"), ("# purlin:ignore aws-s3-public-acl agreed\n", "suppressed")] {
        let values = format!("{comment}acl = \"public-read\"\n");
        let project = Project::new(&[("main.tf", main), ("terraform.tfvars", &values)]);
        let (report, _) = project.report(&["--select", "aws-s3-public-acl"]);
        let line = 1 + comment.lines().count();
        assert_eq!(states(&report), [format!("{expected} terraform.tfvars:{line} 1")]);
    }
}

#[test]
fn one_caller_of_many_accepts_for_itself_alone() {
    let mut main = String::new();
    for at in 0..40 {
        let comment = if at == 7 { "# purlin:ignore aws-s3-public-acl agreed with the owner\n" } else { "" };
        main.push_str(&format!("{comment}module \"m{at}\" {{\n  source = \"./bucket\"\n}}\n\n"));
    }
    let project = Project::new(&[("main.tf", &main), ("bucket/main.tf", BUCKET)]);
    let (report, run) = project.report(&["--select", "aws-s3-public-acl"]);
    assert_eq!(states(&report), ["open bucket/main.tf:2 39", "suppressed bucket/main.tf:2 1"]);
    assert_eq!(run.code, Some(1));
    let suppressed = &report["findings"][1];
    assert_eq!(suppressed["instances"][0]["address"], "module.m7.aws_s3_bucket.this");
    assert_eq!(suppressed["suppression"]["reason"], "agreed with the owner");
    assert_eq!(suppressed["suppression"]["location"]["start"]["line"], 29);
    assert_eq!(report["summary"]["suppressed"], 1);
    // The open one goes by the same name as without the comment.
    let plain = Project::new(&[("main.tf", &main.replace("purlin:ignore", "")), ("bucket/main.tf", BUCKET)]);
    let (before, _) = plain.report(&["--select", "aws-s3-public-acl"]);
    assert_eq!(before["findings"][0]["fingerprint"], report["findings"][0]["fingerprint"]);
}

#[test]
fn suppressed_findings_are_listed_on_demand() {
    let main = "resource \"aws_s3_bucket\" \"b\" {\n  acl = \"public-read\" # purlin:ignore aws-s3-public-acl a public site\n}\n";
    let project = Project::new(&[("main.tf", main)]);
    let arguments = ["check", "--select", "aws-s3-public-acl"];
    let quiet = project.run(&arguments);
    assert_eq!(quiet.code, Some(0));
    assert!(quiet.stdout.starts_with("No findings\n"), "{}", quiet.stdout);
    assert!(
        quiet.stdout.contains("1 finding suppressed by comments (--show-suppressed lists them)"),
        "{}",
        quiet.stdout
    );
    let shown = project.run(&[arguments.as_slice(), &["--show-suppressed"]].concat());
    assert_eq!(shown.code, Some(0));
    assert!(shown.stdout.starts_with("suppressed [aws-s3-public-acl]"), "{}", shown.stdout);
    assert!(shown.stdout.contains("     by: main.tf:2:23 a public site\n"), "{}", shown.stdout);

    let sarif = |more: &[&str]| -> Value {
        let run = project.run(&[arguments.as_slice(), &["-f", "sarif"], more].concat());
        serde_json::from_str(&run.stdout).unwrap()
    };
    assert_eq!(sarif(&[])["runs"][0]["results"], serde_json::json!([]));
    let suppressions = &sarif(&["--show-suppressed"])["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!(
        (&suppressions["kind"], &suppressions["justification"]),
        (&"inSource".into(), &"a public site".into())
    );

    let (report, _) = project.report(&["--select", "aws-s3-public-acl"]);
    let name = report["findings"][0]["fingerprint"].as_str().unwrap();
    let story = project.run(&["explain", name]).stdout.replace("\n  ", " ");
    assert!(story.contains("The comment at main.tf:2:23 suppresses it: a public site."), "{story}");
}

#[test]
fn suppressions_end_and_grow_stale() {
    let main = "# purlin:ignore aws-s3-public-acl until=2026-06-30\nresource \"aws_s3_bucket\" \"b\" {\n  acl = \"public-read\"\n}\n\n\
                # purlin:ignore aws-s3-public-acl\n# purlin:ignore aws-rds-unencrypted\n# purlin:ignore aws-s3-public-alc\nlocals {\n  a = 1\n}\n";
    let project = Project::new(&[("main.tf", main)]);
    let run = |day: &str| project.report(&["--select", "aws-s3-public-acl,aws-rds", "--today", day]).0;
    assert_eq!(states(&run("2026-06-30")), ["suppressed main.tf:3 1"]);
    assert_eq!(states(&run("2026-07-01")), ["open main.tf:3 1"]);
    // The rule for databases had nothing to look at, so nothing can be said of its comment.
    assert_eq!(
        diagnostics(&run("2026-07-01")),
        ["warning suppression main.tf:1", "note suppression main.tf:6", "warning suppression main.tf:8"]
    );
    let by_environment = |seconds: &str| {
        let mut command = project.command(&["check", "-q", "--select", "aws-s3-public-acl"]);
        crate::run::finish(command.env("SOURCE_DATE_EPOCH", seconds), None).code
    };
    assert_eq!((by_environment("1782777600"), by_environment("1782864000")), (Some(0), Some(1)));
}

#[test]
fn yaml_is_suppressed_at_its_line_its_entry_and_its_object() {
    let pod = |object: &str, spec: &str, line: &str| {
        format!(
            "---\n{object}apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n{spec}  containers:\n    - name: a\n      image: a:1\n      securityContext:\n        privileged: true{line}\n"
        )
    };
    let comment = "# purlin:ignore kubernetes-pod-privileged\n";
    for (text, expected) in [
        (pod("", "", ""), "open"),
        (pod(comment, "", ""), "suppressed"),
        (pod("", &format!("  {comment}"), ""), "suppressed"),
        (pod("", "", &format!(" {comment}")), "suppressed"),
        (pod("", &format!("  {comment}\n"), ""), "open"),
    ] {
        let project = Project::new(&[("pod.yaml", &text)]);
        let (report, _) = project.report(&["--select", "kubernetes-pod-privileged"]);
        assert_eq!(states(&report)[0].split(' ').next(), Some(expected), "{text}");
    }
}

#[test]
fn a_module_that_somebody_else_keeps_suppresses_nothing() {
    let modules = "{\"Modules\": [{\"Key\": \"\", \"Source\": \"\", \"Dir\": \".\"}, {\"Key\": \"m\", \"Source\": \"registry.terraform.io/a/b/c\", \"Version\": \"1.0.0\", \"Dir\": \".terraform/modules/m\"}]}";
    let bucket = BUCKET.replace("acl = var.acl", "acl = var.acl # purlin:ignore aws-s3-public-acl");
    let states_with = |comment: &str| {
        let main = format!("{comment}module \"m\" {{\n  source = \"a/b/c\"\n}}\n");
        let files = [
            ("main.tf", main.as_str()),
            (".terraform/modules/modules.json", modules),
            (".terraform/modules/m/main.tf", &bucket),
        ];
        states(&Project::new(&files).report(&["--select", "aws-s3-public-acl"]).0)
    };
    assert_eq!(states_with(""), ["open main.tf:1 1"]);
    assert_eq!(states_with("# purlin:ignore aws-s3-public-acl\n"), ["suppressed main.tf:2 1"]);
}

/// What is told to let pass, by linter and reason, and what stays.
fn told(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap();
    let shown = |finding: &Value| {
        let by = &finding["suppression"];
        let state = finding["state"].as_str().unwrap();
        let [linter, check, reason] =
            ["linter", "check", "reason"].map(|key| by[key].as_str().unwrap_or("-"));
        format!("{state} {} {linter} {check} {reason}", finding["rule"].as_str().unwrap())
            .trim_end()
            .to_owned()
    };
    findings.iter().map(shown).collect()
}

#[test]
fn comments_for_other_linters_hold_where_those_linters_look_for_them() {
    let bucket = |above: &str, inside: &str, line: &str, below: &str| {
        format!(
            "{above}resource \"aws_s3_bucket\" \"b\" {{\n{inside}  acl = \"public-read\"{line}\n{below}}}\n"
        )
    };
    for text in [
        bucket("", "  # checkov:skip=CKV_AWS_20:why\n\n", "", ""),
        bucket("", "", "", "  /* checkov:skip=CKV_AWS_18,CKV_AWS_20 */\n"),
        bucket("", "  tags = {\n    # bridgecrew:skip=CKV_AWS_20\n    a = \"b\"\n  }\n", "", ""),
        bucket("#tfsec:ignore:aws-s3-no-public-access-with-acl\n", "", "", ""),
        bucket("#tfsec:ignore:AWS018 tfsec:ignore:AWS001\n# words\n", "", "", ""),
        bucket("", "", " // trivy:ignore:avd-aws-0092:exp:2026-06-30 why", ""),
        bucket("", "  #trivy:ignore:aws-s3-*\n", "", ""),
    ] {
        let project = Project::new(&[("main.tf", &text)]);
        let run = |more: &[&str]| {
            let rule = ["--select", "aws-s3-public-acl", "--today", "2026-06-30"];
            project.report(&[rule.as_slice(), more].concat()).0
        };
        let report = run(&[]);
        assert!(states(&report)[0].starts_with("suppressed "), "{text}");
        assert_eq!(report["summary"]["suppressed_for_others"], 1, "{text}");
        assert_eq!(diagnostics(&report), [] as [&str; 0], "{text}");
        assert!(states(&run(&["--only-own-ignores"]))[0].starts_with("open "), "{text}");
    }
    for text in [
        bucket("# checkov:skip=CKV_AWS_20:above the block\n", "", "", ""),
        bucket("", "  # checkov:skip=aws-s3-public-acl\n", "", ""),
        bucket("", "  # checkov:skip=CKV_AWS_21:another check\n", "", ""),
        bucket("", "  #tfsec:ignore:AWS001\n\n", "", ""),
        bucket("", "", "", "  #tfsec:ignore:AWS001\n  force_destroy = true\n"),
        bucket("#trivy:ignore:AVD-AWS-0092:ws:dev\n", "", "", ""),
        bucket("#trivy:ignore:AVD-AWS-0092[bucket=a]\n", "", "", ""),
        bucket("#trivy:ignore:AVD-AWS-0092:exp:2026-06-29\n", "", "", ""),
        bucket("#trivy:ignore:aws-s3-public-acl\n", "", "", ""),
        bucket("", "  tags = { a = \"checkov:skip=CKV_AWS_20\" }\n", "", ""),
    ] {
        let project = Project::new(&[("main.tf", &text)]);
        let (report, _) = project.report(&["--select", "aws-s3-public-acl", "--today", "2026-06-30"]);
        assert!(states(&report)[0].starts_with("open "), "{text}");
        assert_eq!(diagnostics(&report), [] as [&str; 0], "{text}");
    }
}

/// A bucket that anyone may write to is not accepted by whoever accepted that anyone reads it.
#[test]
fn what_is_the_lesser_part_of_a_finding_does_not_accept_it() {
    let bucket = |check: &str| {
        format!(
            "resource \"aws_s3_bucket\" \"b\" {{\n  # checkov:skip={check}\n  acl = \"public-read-write\"\n}}\n"
        )
    };
    for (check, expected) in [("CKV_AWS_20", "open"), ("CKV_AWS_57", "suppressed")] {
        let project = Project::new(&[("main.tf", &bucket(check))]);
        let (report, _) = project.report(&["--select", "aws-s3-publicly-writable-acl"]);
        assert_eq!(states(&report), [format!("{expected} main.tf:3 1")], "{check}");
    }
}

#[test]
fn who_accepts_all_of_a_thing_accepts_its_parts_at_the_same_place() {
    let text = "resource \"aws_security_group\" \"open\" {\n  ingress {\n    from_port   = 0\n    to_port     = 0\n    \
                protocol    = \"-1\"\n    cidr_blocks = [\"0.0.0.0/0\"] # purlin:ignore RULE\n  }\n}\n";
    let found = |rule: &str| {
        let project = Project::new(&[("main.tf", &*text.replace("RULE", rule))]);
        let every =
            "aws-ec2-every-port-ingress-open,aws-ec2-ssh-ingress-open,aws-ec2-remote-desktop-ingress-open";
        states(&project.report(&["--select", every]).0)
    };
    assert_eq!(found("aws-ec2-every-port-ingress-open"), ["suppressed main.tf:6 1"; 3]);
    // A part is not all of it.
    let states = found("aws-ec2-ssh-ingress-open");
    assert!(states.contains(&"open main.tf:6 1".to_owned()), "{states:?}");
}

#[test]
fn a_comment_for_checkov_in_a_module_call_is_about_what_it_makes() {
    let main = "module \"site\" {\n  # checkov:skip=CKV_AWS_20:a public site\n  source = \"./bucket\"\n}\n\nmodule \"other\" {\n  source = \"./bucket\"\n}\n";
    let project = Project::new(&[("main.tf", main), ("bucket/main.tf", BUCKET)]);
    let (report, _) = project.report(&["--select", "aws-s3-public-acl"]);
    assert_eq!(states(&report), ["open bucket/main.tf:2 1", "suppressed bucket/main.tf:2 1"]);
    assert_eq!(report["findings"][1]["instances"][0]["address"], "module.site.aws_s3_bucket.this");
}

#[test]
fn annotations_for_other_linters_hold_for_their_object() {
    let pod = |annotation: &str| {
        format!(
            "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\n  annotations:\n    {annotation}\nspec:\n  selector: {{matchLabels: {{a: b}}}}\n  template:\n    metadata:\n      labels: {{a: b}}\n    spec:\n      hostNetwork: true\n      containers:\n        - name: a\n          image: a:1\n          securityContext:\n            privileged: true\n"
        )
    };
    let run = |annotation: &str, more: &[&str]| {
        let rules =
            ["--select", "kubernetes-pod-privileged,kubernetes-pod-host-network,kubernetes-pod-image-digest"];
        let project = Project::new(&[("a.yaml", &pod(annotation))]);
        let (report, _) = project.report(&[rules.as_slice(), more].concat());
        assert_eq!(diagnostics(&report), [] as [&str; 0], "{annotation}");
        told(&report)
    };
    let annotations = [
        "a: b",
        "checkov.io/skip1: CKV_K8S_16=it is a driver",
        "ignore-check.kube-linter.io/host-network: it is a router",
        "kube-linter.io/ignore-all: somebody else's",
        "kube-score/ignore: pod-probes, container-security-context-privileged",
        "polaris.fairwinds.com/hostNetworkSet-exempt: \"true\"",
        "polaris.fairwinds.com/hostNetworkSet-exempt: \"false\"",
        "polaris.fairwinds.com/exempt: \"true\"",
    ];
    let shown =
        annotations.map(|annotation| format!("{annotation}\n  {}", run(annotation, &[]).join("\n  ")));
    insta::assert_snapshot!(shown.join("\n"));
    assert_eq!(run(annotations[3], &["--only-own-ignores"]), run("a: b", &[]));
}

#[test]
fn whose_comment_it_was_is_said() {
    let main = "resource \"aws_s3_bucket\" \"b\" {\n  # checkov:skip=CKV_AWS_20:\"a public <b>site</b>\u{1b}[31m\"\n  acl = \"public-read\"\n}\n";
    let project = Project::new(&[("main.tf", main)]);
    let arguments = ["check", "--select", "aws-s3-public-acl"];
    let quiet = project.run(&arguments);
    assert!(
        quiet.stdout.contains("1 finding suppressed by comments for other linters ("),
        "{}",
        quiet.stdout
    );
    let run =
        |more: &[&str]| project.run(&[arguments.as_slice(), &["--show-suppressed"], more].concat()).stdout;
    let text = run(&[]);
    assert!(
        text.contains(
            "     by: main.tf:2:3 written for checkov, CKV_AWS_20: a public <b>site</b>\\u{1b}[31m\n"
        ),
        "{text}"
    );
    let sarif: Value = serde_json::from_str(&run(&["-f", "sarif"])).unwrap();
    let suppressions = &sarif["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!(
        suppressions["justification"],
        "written for checkov, CKV_AWS_20: a public <b>site</b>\\u{1b}[31m"
    );
    let (report, _) = project.report(&["--select", "aws-s3-public-acl"]);
    assert_eq!(report["findings"][0]["suppression"]["linter"], "checkov");
    let name = report["findings"][0]["fingerprint"].as_str().unwrap();
    let story = project.run(&["explain", name]).stdout.replace("\n  ", " ");
    assert!(
        story
            .contains("The comment at main.tf:2:3, written for checkov, CKV_AWS_20, suppresses it: a public"),
        "{story}"
    );

    project.write(".purlin.yaml", b"only_own_ignores: true\n");
    let (report, run) = project.report(&["--select", "aws-s3-public-acl"]);
    assert_eq!((told(&report), run.code), (vec!["open aws-s3-public-acl - - -".to_owned()], Some(1)));
}

#[test]
fn a_module_that_somebody_else_keeps_lets_nothing_pass_for_other_linters_either() {
    let modules = "{\"Modules\": [{\"Key\": \"\", \"Source\": \"\", \"Dir\": \".\"}, {\"Key\": \"m\", \"Source\": \"registry.terraform.io/a/b/c\", \"Version\": \"1.0.0\", \"Dir\": \".terraform/modules/m\"}]}";
    let bucket = BUCKET.replace("acl = var.acl", "acl = var.acl # checkov:skip=CKV_AWS_20");
    let files = [
        ("main.tf", "module \"m\" {\n  source = \"a/b/c\"\n}\n"),
        (".terraform/modules/modules.json", modules),
        (".terraform/modules/m/main.tf", &bucket),
    ];
    let (report, _) = Project::new(&files).report(&["--select", "aws-s3-public-acl"]);
    assert_eq!(states(&report), ["open main.tf:1 1"]);
}
