//! The configuration file: where it is found, what it says, what is stronger.

use crate::run::{Project, findings};

const BUCKET: &str = "variable \"acl\" {\n  default = \"public-read\"\n}\nresource \"aws_s3_bucket\" \"b\" {\n  bucket = \"b\"\n  acl = var.acl\n}\n";
const ACL: &str = "aws-s3-public-acl";

/// The findings of a run with this configuration at the top.
fn with(configuration: &str, arguments: &[&str]) -> Vec<String> {
    let project = Project::new(&[("a/main.tf", BUCKET), (".purlin.yaml", configuration)]);
    let (report, _) = project.report(arguments);
    findings(&report)
}

#[test]
fn what_the_file_says_holds_unless_a_flag_says_otherwise() {
    let public = vec![format!("{ACL} a/main.tf:2")];
    assert_eq!(with("select: [aws-s3-public-acl]\n", &[]), public);
    assert!(with("select: [aws-s3-public-acl]\nignore: [aws-s3]\n", &[]).is_empty());
    assert!(with("select: [aws-s3-public-acl]\nvars: {acl: private}\n", &[]).is_empty());
    assert_eq!(
        with("select: [aws-s3-public-acl]\nvars: {acl: private}\n", &["--var", "acl=public-read"]),
        [format!("{ACL} a/main.tf:1")]
    );
    assert!(with("select: [aws-s3-public-acl]\nmin_severity: critical\n", &[]).is_empty());
    assert_eq!(with("min_severity: critical\n", &["--min-severity", "low", "--select", ACL]), public);
    assert_eq!(with("select: [aws-rds]\nprofile: reliability\n", &["--select", ACL]), public);
    assert_eq!(with("select: [aws-rds]\n", &["--no-config", "--select", ACL]), public);
    assert!(with("exclude: [a/]\n", &["--select", ACL]).is_empty());
}

#[test]
fn fail_on_and_var_files_are_read_from_it() {
    let project = Project::new(&[
        ("main.tf", BUCKET),
        (".purlin.yml", "select: [aws-s3-public-acl]\nfail_on: critical\n"),
        ("private.tfvars", "acl = \"private\"\n"),
    ]);
    assert_eq!(project.run(&["check"]).code, Some(0));
    assert_eq!(project.run(&["check", "--fail-on", "low"]).code, Some(1));
    project.write("other.yaml", b"var_files: [private.tfvars]\n");
    let chosen = ["check", "--select", ACL, "--config", "other.yaml"];
    assert_eq!(project.run(&chosen).code, Some(0));
    project.write(".purlin.yml", b"policies: [own]\nselect: [own-s3-name]\n");
    let policy = "# METADATA\n# title: Any bucket\n# description: d\n# custom:\n#   severity: low\n#   profiles: [default]\n\
        #   remediation: r\npackage policy.own.s3.name\n\ndeny contains {\"resource\": b.id, \"path\": [], \"message\": \"m\"} if {\n\
        \tsome b in input.resources.aws_s3_bucket\n}\n";
    project.write("own/own/s3/name/rule.rego", policy.as_bytes());
    let (report, _) = project.report(&[]);
    assert_eq!(findings(&report), ["own-s3-name main.tf:4"]);
}

#[test]
fn what_is_wrong_with_policies_is_said_without_the_machine() {
    let project = Project::new(&[("main.tf", BUCKET), (".purlin.yaml", "policies: [own, none]\n")]);
    project.write(".git/HEAD", b"");
    project.write("own/own/s3/name/rule.rego", b"package nothing\n");
    let (report, _) = project.report(&[]);
    let paths: Vec<&str> =
        report["diagnostics"].as_array().unwrap().iter().filter_map(|found| found["path"].as_str()).collect();
    assert_eq!(paths, ["none", "own/own/s3/name/rule.rego:1"]);
}

#[test]
fn what_the_file_chooses_is_the_files_word() {
    let project =
        Project::new(&[("main.tf", BUCKET), (".purlin.yaml", "select: [nope]\nignore: [neither]\n")]);
    let (report, _) = project.report(&["--ignore", "nor"]);
    let found = report["diagnostics"].as_array().unwrap().iter();
    let messages: Vec<&str> = found.filter_map(|found| found["message"].as_str()).collect();
    let starts = ["--ignore nor:", "`ignore` in .purlin.yaml: neither:", "`select` in .purlin.yaml: nope:"];
    assert!(messages.iter().zip(starts).all(|(message, start)| message.starts_with(start)), "{messages:?}");
    assert_eq!(messages.len(), 3);
}

#[test]
fn a_broken_file_stops_the_run() {
    let message = |files: &[(&str, &str)], arguments: &[&str]| {
        let project = Project::new(files);
        project.write("main.tf", BUCKET.as_bytes());
        let mut all = vec!["check"];
        all.extend(arguments);
        let run = project.run(&all);
        assert_eq!(run.code, Some(2));
        run.stderr.trim().to_owned()
    };
    insta::assert_snapshot!(message(&[(".purlin.yaml", "exclude: []\nmodule_source: {}\n")], &[]), @"error: .purlin.yaml:2:1: there is no key `module_source`; did you mean `module_sources`?");
    insta::assert_snapshot!(message(&[(".purlin.yaml", ""), (".purlin.yml", "")], &[]), @"error: .purlin.yaml and .purlin.yml both exist; keep one of them");
    insta::assert_snapshot!(message(&[], &["--config", "nowhere.yaml"]), @"error: --config: nowhere.yaml does not exist");
    insta::assert_snapshot!(message(&[(".purlin.yaml", "allow_read: [/]\n")], &[]), @"error: .purlin.yaml: `allow_read` leads out of the repository with `/`, which only a file named by --config may: use --config .purlin.yaml, or the flag that says the same");
    insta::assert_snapshot!(message(&[(".purlin.yaml", "module_sources: {a/b/c: /srv/b}\n")], &[]), @"error: .purlin.yaml: `module_sources` maps `a/b/c` to `/srv/b`, which is no path relative to the top of the repository; write one, with leading `..` and --allow-read where it lies outside");
    insta::assert_snapshot!(message(&[(".purlin.yaml", "var_files: [../../../etc/passwd]\n")], &[]), @"error: .purlin.yaml: `var_files` leads out of the repository with `../../../etc/passwd`, which only a file named by --config may: use --config .purlin.yaml, or the flag that says the same");
}

#[test]
fn a_mapped_module_is_linted_through_its_call_and_owned() {
    let call = |source: &str| {
        format!(
            "module \"m\" {{\n  source = \"{source}\"\n  version = \"1.0\"\n}}\nmodule \"n\" {{\n  source = \"acme/other/aws\"\n}}\n"
        )
    };
    let sources = "module_sources:\n  app.terraform.io/acme/bucket/aws: mods/bucket\n  git::https://example.com/mods.git: mods\n";
    for source in ["app.terraform.io/acme/bucket/aws", "git::ssh://git@example.com/mods.git//bucket?ref=v1"] {
        let project = Project::new(&[
            ("live/main.tf", &call(source)),
            ("mods/bucket/main.tf", BUCKET),
            (".purlin.yaml", sources),
        ]);
        let (report, _) = project.report(&["--select", ACL]);
        assert_eq!(findings(&report), [format!("{ACL} mods/bucket/main.tf:2")], "{source}");
        assert_eq!(report["findings"][0]["resource"]["address"], "module.m.aws_s3_bucket.b");
        assert_eq!(report["summary"]["roots"], 1);
        assert_eq!(
            report["summary"]["module_calls_not_followed"],
            serde_json::json!(["live: module.n (acme/other/aws)"])
        );
        let text = project.run(&["check", "--select", ACL]).stdout.replace("\n  ", " ");
        assert!(text.contains("1 of 2 module calls not followed"), "{text}");
        assert!(text.contains("`terraform init`") && text.contains("`module_sources`"), "{text}");
    }
}

#[test]
fn a_mapping_that_leads_nowhere_or_out_is_said() {
    let outside = Project::new(&[("m/main.tf", BUCKET)]);
    let to = outside.file("m");
    let call = "module \"m\" {\n  source = \"a/b/c\"\n}\n";
    let climbing = format!(
        "../{}",
        to.to_str()
            .unwrap()
            .rsplit('/')
            .take(2)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect::<Vec<_>>()
            .join("/")
    );
    for dir in ["nowhere", climbing.as_str()] {
        let project = Project::new(&[
            ("main.tf", call),
            (".purlin.yaml", &format!("module_sources: {{a/b/c: {dir}}}\n")),
        ]);
        let (report, run) = project.report(&["--select", ACL]);
        assert_eq!(run.code, Some(0));
        assert_eq!(crate::run::diagnostics(&report), ["warning module-source main.tf:1"]);
    }
    // With leave, what lies beyond is read.
    let project = Project::new(&[
        ("main.tf", call),
        (".purlin.yaml", &format!("module_sources: {{a/b/c: {climbing}}}\n")),
    ]);
    let (report, _) = project.report(&["--select", ACL, "--allow-read", to.to_str().unwrap()]);
    assert_eq!(findings(&report).len(), 1, "{climbing}");
}
