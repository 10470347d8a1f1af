//! Where the values of variables come from, as the whole program has it.

use crate::run::{Project, diagnostics};

const MAIN: &str = "variable \"a\" {\n  default = \"default\"\n}\n";

/// `var.a` of a project with these files, as `purlin eval` answers.
fn answer(project: &Project, flags: &[&str], environment: Option<&str>, expression: &str) -> String {
    let mut arguments = vec!["eval", "--json"];
    arguments.extend(flags);
    arguments.push(expression);
    let mut command = project.command(&arguments);
    if let Some(value) = environment {
        command.env("TF_VAR_a", value);
    }
    crate::run::finish(&mut command, None).stdout.trim().to_owned()
}

#[test]
fn later_ones_win() {
    let ladder = [
        ("terraform.tfvars", "a = \"terraform.tfvars\"\n"),
        ("terraform.tfvars.json", "{\"a\": \"terraform.tfvars.json\"}"),
        ("B.auto.tfvars", "a = \"B.auto.tfvars\"\n"),
        ("a.auto.tfvars.json", "{\"a\": \"a.auto.tfvars.json\"}"),
        ("b.auto.tfvars", "a = \"b.auto.tfvars\"\n"),
        ("c.auto.tfvars.json", "{\"a\": \"c.auto.tfvars.json\"}"),
    ];
    let project = Project::new(&[("main.tf", MAIN), ("x.tfvars", "a = \"x.tfvars\"\n")]);
    let value = |text: &str| format!("{{\"value\":\"{text}\"}}");
    assert_eq!(answer(&project, &[], None, "var.a"), value("default"));
    assert_eq!(answer(&project, &[], Some("env"), "var.a"), value("env"));
    for (name, text) in ladder {
        project.write(name, text.as_bytes());
        assert_eq!(answer(&project, &[], Some("env"), "var.a"), value(name));
    }
    let flags = ["--var", "a=1", "--var-file", "x.tfvars", "--var=a=2"];
    assert_eq!(answer(&project, &flags, None, "var.a"), value("2"));
    assert_eq!(answer(&project, &flags[..4], None, "var.a"), value("x.tfvars"));
    assert_eq!(answer(&project, &flags[..2], None, "var.a"), value("1"));
}

#[test]
fn strings_of_a_json_file_are_no_templates() {
    let json = "{\"a\": {\"${k}\": \"${v} %{if\"}, \"//\": \"a comment\"}";
    let project = Project::new(&[("main.tf", MAIN), ("terraform.tfvars.json", json)]);
    assert_eq!(answer(&project, &[], None, "var.a"), r#"{"value":{"${k}":"${v} %{if"}}"#);
}

#[test]
fn text_is_read_as_the_type_asks() {
    let table = [
        ("string", "[1]", r#"{"value":"[1]"}"#),
        ("number", "1.50", r#"{"value":1.5}"#),
        ("any", "[1, 1 + 1]", r#"{"value":[1,2]}"#),
        ("any", "null", r#"{"value":null}"#),
        ("list(string)", "[1]", r#"{"value":["1"]}"#),
        ("any", "bare", "variables are not allowed here"),
        ("list(string)", "max(1, 2)", "functions are not allowed here"),
        ("any", "[for x in [2] : x + y]", "`y` is not a value"),
        ("any", "[for x in [2] : x + 1]", r#"{"value":[3]}"#),
        ("any", "", "error"),
        ("map(string)", "[", "error"),
        ("object({ x = number })", "1", "error"),
    ];
    for (constraint, text, expected) in table {
        let project =
            Project::new(&[("main.tf", &format!("variable \"a\" {{\n  type = {constraint}\n}}\n"))]);
        for found in [
            answer(&project, &["--var", &format!("a={text}")], None, "var.a"),
            answer(&project, &[], Some(text), "var.a"),
        ] {
            assert!(found.contains(expected), "{constraint} of {text}: {found}");
        }
    }
    let untyped = Project::new(&[("main.tf", MAIN)]);
    assert_eq!(answer(&untyped, &["--var", "a=[1]"], None, "var.a"), r#"{"value":"[1]"}"#);
}

#[test]
fn files_of_values_hold_nothing_else() {
    let bucket = "resource \"aws_s3_bucket\" \"b\" {\n  bucket = var.a\n}\n";
    let project = Project::new(&[
        ("main.tf", &format!("{MAIN}{bucket}")),
        ("terraform.tfvars", "\na = \"x-${var.b}\"\n"),
        ("a.auto.tfvars", "a = upper(\"x\")\nb = 1 + 1\nc = [for x in [1] : x]\n"),
        ("b.auto.tfvars", "variable \"a\" {}\n"),
        ("c.auto.tfvars.json", "[{\"a\": 1}]"),
        ("d.auto.tfvars.json", "{\"a\": 1, \"a\": 2}"),
    ]);
    let (report, run) = project.report(&["."]);
    insta::assert_snapshot!(diagnostics(&report).join("\n"), @"
    error terraform-input a.auto.tfvars:1
    note terraform-input a.auto.tfvars:2
    error terraform-input b.auto.tfvars:1
    error hcl-syntax c.auto.tfvars.json:1
    error hcl-syntax d.auto.tfvars.json:1
    error terraform-input terraform.tfvars:2
    ");
    assert_eq!(run.code, Some(2));
}

#[test]
fn a_name_that_no_root_declares_is_said_once() {
    let project = Project::new(&[("a/main.tf", MAIN), ("b/main.tf", "locals {}\n")]);
    let (report, _) = project.report(&["--var", "a=1", "--var", "z=1"]);
    assert_eq!(diagnostics(&report), ["warning terraform-input"]);
    assert!(report["diagnostics"][0]["message"].as_str().unwrap().starts_with("--var z:"));
}

const ACL: &str = "variable \"acl\" {\n  type = string\n}\nresource \"aws_s3_bucket\" \"b\" {\n  bucket = \"b\"\n  acl = var.acl\n}\n";

#[test]
fn a_finding_is_on_the_line_of_the_file_that_set_the_value() {
    let project = Project::new(&[
        ("main.tf", ACL),
        ("terraform.tfvars", "acl = \"private\"\n"),
        ("live.auto.tfvars", "# live\nacl = \"public-read\"\n"),
    ]);
    let run = project.run(&["check", "--select", "aws-s3-public-acl"]);
    assert_eq!(run.code, Some(1));
    let frame: Vec<&str> = run.stdout.lines().take(10).collect();
    insta::assert_snapshot!(frame.join("\n"), @r#"
    high [aws-s3-public-acl] S3 bucket ACL grants public access
    
      × The canned ACL `public-read` lets anyone on the internet list the bucket
       ╭─[live.auto.tfvars:2:7]
     1 │ # live
     2 │ acl = "public-read"
       ·       ──────┬──────
       ·             ╰── value given to variable `acl`
       ╰────
       then: main.tf:6:3 used by `acl` of aws_s3_bucket.b
"#);
    let (report, _) = project.report(&["--select", "aws-s3-public-acl"]);
    let finding = &report["findings"][0];
    let places = |at: &serde_json::Value| format!("{}:{}", at["file"].as_str().unwrap(), at["start"]["line"]);
    let chain = finding["chain"].as_array().unwrap().iter();
    let chain: Vec<String> = chain
        .map(|link| format!("{} {}", places(&link["location"]), link["note"].as_str().unwrap()))
        .collect();
    assert_eq!(places(&finding["location"]), "live.auto.tfvars:2");
    assert_eq!(
        chain,
        ["live.auto.tfvars:2 value given to variable `acl`", "main.tf:6 used by `acl` of aws_s3_bucket.b"]
    );
}

#[test]
fn what_was_typed_is_blamed_on_the_declaration() {
    let project = Project::new(&[("main.tf", ACL)]);
    let (report, _) = project.report(&["--select", "aws-s3-public-acl", "--var", "acl=public-read"]);
    let finding = &report["findings"][0];
    assert_eq!(
        (&finding["location"]["file"], &finding["location"]["start"]["line"]),
        (&"main.tf".into(), &1.into())
    );
    assert_eq!(finding["chain"][0]["note"], "variable `acl`, set by `--var acl`");
}

#[test]
fn keys_that_are_secret_are_in_no_address_and_no_message() {
    const SECRET: &str = "hunter2secret";
    let mut main = format!(
        "variable \"m\" {{\n  sensitive = true\n  default = {{ {SECRET} = 1 }}\n}}\n\
         variable \"s\" {{\n  sensitive = true\n  default = \"{SECRET}\"\n}}\n"
    );
    let collections = [
        "var.m",
        "toset([var.s])",
        "{ for key in [var.s] : key => 1 }",
        "[var.s]",
        "{ (var.s) = 1 }",
        "zipmap([var.s], [1])",
        "toset(keys(var.m))",
        "toset([{ a = 1 }[var.s]])",
        "toset([file(var.s)])",
        "toset([fileexists(\"/${var.s}\") ? 1 : 2])",
        "{ for key in [var.s, var.s] : key => 1 }",
    ];
    for (at, collection) in collections.iter().enumerate() {
        let body = format!("{{\n  for_each = {collection}\n  bucket = each.key\n}}\n");
        main.push_str(&format!("resource \"aws_s3_bucket\" \"b{at}\" {body}"));
    }
    main.push_str("module \"m\" {\n  source = \"./m\"\n  for_each = toset(split(\",\", var.s))\n}\n");
    let project = Project::new(&[("main.tf", &main), ("m/main.tf", "resource \"aws_s3_bucket\" \"b\" {}\n")]);
    for format in ["text", "json", "sarif", "github"] {
        let run = project.run(&["check", "-f", format]);
        assert!(run.stdout.contains("b7") && !run.stdout.contains(SECRET), "{format}: {}", run.stdout);
        assert!(!run.stderr.contains(SECRET), "{format}: {}", run.stderr);
    }
    let graph = project.run(&["graph"]).stdout;
    assert!(graph.contains("b7") && !graph.contains(SECRET), "{graph}");
}

#[test]
fn a_credential_that_is_given_for_the_run_is_not_written() {
    let main = "variable \"token\" {}\nprovider \"github\" {\n  token = \"${var.token}\"\n}\n";
    const TOKEN: &str = "ghp_a1B2c3D4e5F6a1B2c3D4e5F6a1B2c3D4e5F6";
    let states = |project: &Project, flags: &[&str]| {
        let mut arguments = vec!["check", "-f", "json", "--select", "terraform-provider"];
        arguments.extend(flags);
        let report: serde_json::Value = serde_json::from_str(&project.run(&arguments).stdout).unwrap();
        assert_eq!(report["summary"]["resources"], 0);
        let findings = report["findings"].as_array().unwrap();
        findings.iter().map(|one| one["state"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let project = Project::new(&[("main.tf", main)]);
    assert_eq!(states(&project, &[]), [""; 0]);
    assert_eq!(states(&project, &["--var", &format!("token={TOKEN}")]), [""; 0]);
    project.write("terraform.tfvars", format!("token = \"{TOKEN}\"\n").as_bytes());
    assert_eq!(states(&project, &[]), ["open"]);
}

#[test]
fn a_password_that_is_given_for_the_run_is_not_written() {
    let main =
        "variable \"password\" {}\nresource \"aws_db_instance\" \"shop\" {\n  password = var.password\n}\n";
    let states = |project: &Project, flags: &[&str]| {
        let mut arguments = vec!["check", "-f", "json", "--select", "aws-service-written-credential"];
        arguments.extend(flags);
        let report: serde_json::Value = serde_json::from_str(&project.run(&arguments).stdout).unwrap();
        let findings = report["findings"].as_array().unwrap();
        findings.iter().map(|one| one["state"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let project = Project::new(&[("main.tf", main)]);
    assert_eq!(states(&project, &["--var", "password=Summer2026"]), [""; 0]);
    project.write("terraform.tfvars", b"password = \"Summer2026\"\n");
    assert_eq!(states(&project, &[]), ["open"]);
    // What a plan shows of a variable was given when it was made; what is constant in it was written.
    let plan = |expression: serde_json::Value| {
        let resource = serde_json::json!({
            "address": "aws_db_instance.shop", "mode": "managed", "type": "aws_db_instance", "name": "shop",
            "provider_name": "registry.terraform.io/hashicorp/aws", "values": {"password": "Summer2026"}});
        let change = serde_json::json!({
            "address": "aws_db_instance.shop", "mode": "managed", "type": "aws_db_instance", "name": "shop",
            "provider_name": "registry.terraform.io/hashicorp/aws",
            "change": {"actions": ["create"], "before": null, "after": {"password": "Summer2026"}, "after_unknown": {}}});
        let configured = serde_json::json!({
            "address": "aws_db_instance.shop", "mode": "managed", "type": "aws_db_instance", "name": "shop",
            "expressions": {"password": expression}});
        let plan = serde_json::json!({
            "format_version": "1.2", "terraform_version": "1.11.0",
            "planned_values": {"root_module": {"resources": [resource]}}, "resource_changes": [change],
            "configuration": {"root_module": {"resources": [configured]}}});
        Project::new(&[("plan.json", &plan.to_string())])
    };
    assert_eq!(states(&plan(serde_json::json!({"references": ["var.password"]})), &[]), [""; 0]);
    assert_eq!(states(&plan(serde_json::json!({"constant_value": "Summer2026"})), &[]), ["open"]);
}

#[test]
fn a_password_in_a_default_is_covered_whatever_the_variable_is_called() {
    let main = "variable \"q\" { default = \"Summer2026\" }\nresource \"aws_db_instance\" \"shop\" {\n  password = var.q\n}\n";
    let project = Project::new(&[("main.tf", main)]);
    for format in ["text", "json", "sarif", "github"] {
        let run = project.run(&["check", "-f", format, "--select", "aws-service-written-credential"]);
        assert!(run.stdout.contains("written in the code"), "{}", run.stdout);
        assert!(!run.stdout.contains("Summer2026"), "{format}: {}", run.stdout);
    }
}

#[test]
fn a_password_behind_a_flag_is_covered() {
    let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: b}\nspec:\n  containers:\n  - name: c\n    image: x:1\n    args:\n    - --password\n    - Summer2026\n";
    let project = Project::new(&[("pod.yaml", pod)]);
    for format in ["text", "json", "sarif", "github"] {
        let run = project.run(&["check", "-f", format, "--select", "kubernetes-pod-argument-credential"]);
        assert!(run.stdout.contains("pod.yaml"), "{}", run.stdout);
        assert!(!run.stdout.contains("Summer2026"), "{format}: {}", run.stdout);
    }
}

#[test]
fn files_of_values_that_nobody_reads_are_told() {
    let project = Project::new(&[
        ("live/main.tf", MAIN),
        ("live/terraform.tfvars", "a = \"1\"\n"),
        ("live/x.auto.tfvars", "a = \"2\"\n"),
        ("live/env/dev.tfvars", "a = \"3\"\n"),
        ("live/env/prod.tfvars.json", "{\"a\": \"4\"}"),
        // No root module lies here.
        ("env/terraform.tfvars", "a = \"5\"\n"),
    ]);
    let unread = |arguments: &[&str]| {
        let (report, _) = project.report(arguments);
        let summary = &report["summary"];
        let files = summary["files_skipped"][0]["files"].clone();
        (files, summary["files_linted"].clone(), summary["files_found"].clone())
    };
    let all = serde_json::json!(["env/terraform.tfvars", "live/env/dev.tfvars", "live/env/prod.tfvars.json"]);
    assert_eq!(unread(&[]), (all, 3.into(), 6.into()));
    let one = serde_json::json!(["env/terraform.tfvars"]);
    assert_eq!(unread(&["--each-var-file", "env/*"]), (one, 5.into(), 6.into()));
    let rest = serde_json::json!(["live/env/dev.tfvars", "live/env/prod.tfvars.json"]);
    assert_eq!(unread(&["--var-file", "env/terraform.tfvars"]), (rest, 4.into(), 6.into()));
    let text = project.run(&["check"]).stdout;
    assert!(text.contains("3 files skipped, values that no root module reads by itself"), "{text}");
}
