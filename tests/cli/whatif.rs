//! `purlin plan`, and what `purlin explain` says would lower a risk: what is said has to come true when the files are
//! changed so.

use crate::run::{Project, purlin};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A module with a default that two callers share, a machine that is open to everybody, and a pod that says little.
fn shop() -> Project {
    let database = "variable \"encrypted\" {\n  type    = bool\n  default = false\n}\n\n\
                    resource \"aws_db_instance\" \"this\" {\n  engine                  = \"postgres\"\n  storage_encrypted       = var.encrypted\n  \
                    backup_retention_period = 14\n}\n";
    let main = "module \"orders\" {\n  source = \"./database\"\n}\n\nmodule \"users\" {\n  source = \"./database\"\n}\n\n\
                resource \"aws_security_group\" \"web\" {\n  ingress {\n    from_port   = 22\n    to_port     = 22\n    protocol    = \"tcp\"\n    \
                cidr_blocks = [\"10.0.0.0/8\", \"0.0.0.0/0\"]\n  }\n}\n";
    let pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shell\n  namespace: shop\nspec:\n  containers:\n    - name: shell\n      \
               image: shop/shell:1.0\n      resources:\n        limits:\n          memory: 64Mi\n";
    Project::new(&[("main.tf", main), ("database/main.tf", database), ("pod.yaml", pod)])
}

fn plan(project: &Project, arguments: &[&str]) -> Json {
    let mut all = vec!["plan", "-f", "json"];
    all.extend(arguments);
    let run = project.run(&all);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    serde_json::from_str(&run.stdout).unwrap()
}

fn items<'j>(value: &'j Json, key: &str) -> &'j Vec<Json> {
    value[key].as_array().unwrap()
}

fn text<'j>(value: &'j Json, key: &str) -> &'j str {
    value[key].as_str().unwrap()
}

/// `file:line`, what to do there, and the rules of what is gone, of each edit.
fn edits(plan: &Json) -> Vec<String> {
    let edit = |edit: &Json| {
        let at = &edit["location"];
        let does: Vec<&str> = items(edit, "changes").iter().map(|change| text(change, "does")).collect();
        let mut fixes: Vec<&str> = items(edit, "fixes").iter().map(|one| text(one, "rule")).collect();
        fixes.sort_unstable();
        format!("{}:{} {} => {}", text(at, "file"), at["start"]["line"], does.join("; "), fixes.join(" "))
    };
    items(plan, "edits").iter().map(edit).collect()
}

#[test]
fn an_edit_is_one_line_whatever_comes_from_it() {
    let project = shop();
    let mut found = edits(&plan(&project, &["--edits", "20"]));
    found.sort();
    insta::assert_snapshot!(found.join("\n"), @r"
database/main.tf:3 set `storage_encrypted` to `true` => aws-rds-unencrypted
main.tf:14 write a private range, such as `10.0.0.0/8`, instead of `0.0.0.0/0` at `ingress[0].cidr_blocks[1]` => aws-ec2-ssh-ingress-open
pod.yaml:8 set `spec.containers[0].securityContext.runAsNonRoot` to `true`; set `spec.containers[0].securityContext.allowPrivilegeEscalation` to `false` => kubernetes-pod-privilege-escalation kubernetes-pod-run-as-root
");
}

#[test]
fn a_plan_takes_what_removes_most_first_and_adds_up() {
    let project = shop();
    let all = plan(&project, &["--edits", "20"]);
    let removes: Vec<i64> =
        items(&all, "edits").iter().map(|edit| edit["removes"].as_i64().unwrap()).collect();
    assert!(removes.len() > 2 && removes.windows(2).all(|pair| pair[0] >= pair[1]), "{removes:?}");
    assert_eq!(removes.iter().sum::<i64>(), all["removed"].as_i64().unwrap());
    let fixes: Vec<&str> = items(&all, "edits")
        .iter()
        .flat_map(|edit| items(edit, "fixes"))
        .map(|one| text(one, "fingerprint"))
        .collect();
    assert_eq!(fixes.iter().collect::<BTreeSet<_>>().len(), fixes.len());
    assert_eq!(all["gone"], fixes.len());
    // Fewer of the same.
    let two = plan(&project, &["--edits", "2"]);
    assert_eq!(edits(&two), edits(&all)[..2]);
    assert_eq!(
        (two["risk"].clone(), two["findings"].clone()),
        (all["risk"].clone(), all["findings"].clone())
    );
    assert!(two["removed"].as_i64() < all["removed"].as_i64());
}

/// What each edit does.
fn deeds(plan: &Json) -> Vec<String> {
    let does = |edit: &Json| -> Vec<String> {
        items(edit, "changes").iter().map(|one| text(one, "does").to_owned()).collect()
    };
    items(plan, "edits").iter().map(|edit| does(edit).join("; ")).collect()
}

#[test]
fn one_bad_finding_comes_before_several_small_ones() {
    let project = shop();
    let all = plan(&project, &["--edits", "20"]);
    let edits = items(&all, "edits");
    let at = |file: &str| edits.iter().position(|edit| text(&edit["location"], "file") == file).unwrap();
    let (open, pod) = (at("main.tf"), at("pod.yaml"));
    let fixes = |at: usize| items(&edits[at], "fixes").len();
    assert_eq!((fixes(open), fixes(pod)), (1, 2));
    assert!(open < pod);
    let told = project.run(&["plan", "--edits", "20"]).stdout;
    assert!(told.starts_with("These ") && told.contains("main.tf:14:34  -"), "{told}");
    assert!(told.contains("how often it would be dealt with first"), "{told}");
}

#[test]
fn a_finding_goes_by_the_name_that_check_gives_it() {
    let statement = |number: usize| {
        format!(
            "    {{\n      Effect    = \"Allow\"\n      Principal = \"*\"\n      Action    = \"s3:GetObject\"\n      \
             Resource  = \"arn:aws:s3:::shop/{number}/*\"\n    }},\n"
        )
    };
    let main = format!(
        "resource \"aws_s3_bucket\" \"a\" {{\n  bucket = \"shop\"\n}}\n\nresource \"aws_s3_bucket_policy\" \"a\" {{\n  \
         bucket = aws_s3_bucket.a.id\n  policy = jsonencode({{ Version = \"2012-10-17\", Statement = [\n{}{}{}  ] }})\n}}\n",
        statement(1),
        statement(2).replace("GetObject", "PutObject"),
        statement(3).replace("GetObject", "DeleteObject"),
    );
    let project = Project::new(&[("main.tf", &main)]);
    let (report, _) = project.report(&[]);
    let open = items(&report, "findings").iter().filter(|one| one["state"] == "open");
    let open: BTreeSet<&str> = open.map(|one| text(one, "fingerprint")).collect();
    let plan = plan(&project, &["--edits", "20"]);
    assert_eq!(plan["findings"], open.len());
    let edits = items(&plan, "edits").iter();
    let fixed: Vec<&str> =
        edits.flat_map(|edit| items(edit, "fixes")).map(|one| text(one, "fingerprint")).collect();
    assert!(fixed.len() > 2, "{plan:#}");
    assert_eq!(fixed.iter().collect::<BTreeSet<_>>().len(), fixed.len());
    assert!(fixed.iter().all(|one| open.contains(one)), "{fixed:?} {open:?}");
}

/// A pod whose only container may do everything.
const PRIVILEGED: &str = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shell\n  namespace: shop\nspec:\n  containers:\n    \
    - name: shell\n      image: shop/shell:1.0\n      securityContext:\n        privileged: true\n        runAsNonRoot: true\n      \
    resources:\n        limits:\n          memory: 64Mi\n";

#[test]
fn what_the_platform_refuses_is_no_advice() {
    let project = Project::new(&[("pod.yaml", PRIVILEGED)]);
    let (report, _) = project.report(&[]);
    let open = items(&report, "findings").iter().filter(|one| one["state"] == "open").count();
    let found = plan(&project, &["--edits", "20"]);
    assert_eq!(found["findings"], open);
    let found = deeds(&found);
    let at = |name: &str| found.iter().position(|does| does.contains(name));
    // First it must not be privileged.
    let privileged = at("securityContext.privileged` to `false`");
    assert!(privileged.is_some(), "{found:#?}");
    assert!(at("allowPrivilegeEscalation").is_none_or(|at| Some(at) > privileged), "{found:#?}");
    // Where it has to stay so, there is nothing to say.
    let one = plan(&project, &["--edits", "20", "--select", "kubernetes-pod-privilege-escalation"]);
    assert_eq!(deeds(&one), [""; 0]);
    let cluster = "resource \"aws_eks_cluster\" \"a\" {\n  name     = \"a\"\n  role_arn = \"arn:aws:iam::111122223333:role/a\"\n  \
                   vpc_config {\n    subnet_ids = [\"subnet-1\"]\n    endpoint_public_access = true\n  }\n}\n";
    let public = ["--edits", "20", "--select", "aws-eks-public-endpoint"];
    let closed =
        cluster.replace("    endpoint_public", "    endpoint_private_access = true\n    endpoint_public");
    for (text, told) in [(cluster, false), (closed.as_str(), true)] {
        let found = deeds(&plan(&Project::new(&[("main.tf", text)]), &public));
        let flips = found.iter().any(|does| does.ends_with("endpoint_public_access` to `false`"));
        assert_eq!(flips, told, "{found:#?}");
    }
}

/// A rule about a value that is false, and one that says something when it is true.
fn two_rules(second: &str) -> Project {
    let rule = |id: &str, severity: &str, message: &str, condition: &str| {
        format!(
            "# METADATA\n# title: {message}\n# description: For a test.\n# custom:\n#   severity: {severity}\n#   \
             profiles: [default]\n#   remediation: Set `encrypted` to `true`, and `key` to a key.\npackage policy.own.disk.{id}\n\n\
             deny contains {{\"resource\": disk.id, \"path\": [\"{condition}\"], \"message\": \"{message}\"}} if {{\n\tsome \
             disk in input.resources.own_disk\n\t{}\n}}\n",
            match condition {
                "encrypted" => "disk.attributes.encrypted == false",
                _ => "disk.attributes.encrypted == true\n\tnot disk.attributes.key",
            }
        )
    };
    let main = "resource \"own_disk\" \"a\" {\n  encrypted = false\n}\n";
    let plain = rule("plain", "high", "Disk is not encrypted", "encrypted");
    let keyless = rule("keyless", second, "Disk has no key", "key");
    Project::new(&[
        ("main.tf", main),
        ("rules/own/disk/plain/rule.rego", &plain),
        ("rules/own/disk/keyless/rule.rego", &keyless),
    ])
}

#[test]
fn a_lesser_fault_that_comes_up_is_told_and_a_worse_one_speaks_against_it() {
    let arguments = ["--policy", "rules", "--select", "own-disk"];
    let lesser = two_rules("low");
    let found = plan(&lesser, &arguments);
    assert_eq!(deeds(&found), ["set `encrypted` to `true`"]);
    let brings = &items(&found, "edits")[0]["brings"];
    assert_eq!((&brings[0]["rule"], &brings[0]["appears"]), (&"own-disk-keyless".into(), &"new".into()));
    let mut all = vec!["plan"];
    all.extend(arguments);
    let told = lesser.run(&all).stdout;
    assert!(
        told.contains("leaves [own-disk-keyless] own_disk.a (") && told.contains("), which is new"),
        "{told}"
    );
    let (report, _) = lesser.report(&arguments);
    let id = text(&items(&report, "findings")[0], "fingerprint");
    let told = lesser.run(&["explain", id, "--policy", "rules"]).stdout;
    assert!(told.contains("-> gone; leaves [own-disk-keyless]"), "{told}");
    assert_eq!(deeds(&plan(&two_rules("critical"), &arguments)), [""; 0]);
}

#[test]
fn a_truth_value_that_decides_what_is_made_is_flipped() {
    let bucket = "variable \"protected\" {\n  type    = bool\n  default = true\n}\n\nresource \"aws_s3_bucket\" \"this\" {}\n\n\
                  resource \"aws_s3_bucket_public_access_block\" \"this\" {\n  count                   = var.protected ? 1 : 0\n  \
                  bucket                  = aws_s3_bucket.this.id\n  block_public_acls       = true\n  block_public_policy     = true\n  \
                  ignore_public_acls      = true\n  restrict_public_buckets = true\n}\n";
    let main = "module \"pictures\" {\n  source    = \"./bucket\"\n  protected = false\n}\n\nmodule \"videos\" {\n  \
                source    = \"./bucket\"\n  protected = false\n}\n";
    let project = Project::new(&[("main.tf", main), ("bucket/main.tf", bucket)]);
    let arguments = ["--select", "aws-s3-public-access-block"];
    let found = plan(&project, &arguments);
    let flip = |module: &str| {
        format!("write `true` instead of `false`, the argument `protected` of module call `{module}`")
    };
    assert_eq!(deeds(&found), [flip("pictures"), flip("videos")]);
    let lines = items(&found, "edits").iter().map(|edit| edit["location"]["start"]["line"].clone());
    assert_eq!(lines.collect::<Vec<_>>(), [3, 8]);
    assert_eq!(found["gone"], found["findings"]);
    // A default, which both read.
    let shared = bucket.replace("default = true", "default = false");
    let calls = main.replace("  protected = false\n", "");
    let project = Project::new(&[("main.tf", &calls), ("bucket/main.tf", &shared)]);
    assert_eq!(
        deeds(&plan(&project, &arguments)),
        ["write `true` instead of `false`, the default of variable `protected`"]
    );
}

#[test]
fn nothing_is_said_of_what_is_suppressed_or_not_selected() {
    let project = shop();
    let main = fs::read_to_string(project.file("main.tf")).unwrap();
    let main =
        main.replace("  ingress {", "  # purlin:ignore aws-ec2-ssh-ingress-open for the office\n  ingress {");
    project.write("main.tf", main.as_bytes());
    let rules = "aws-ec2-ssh-ingress-open,aws-rds-unencrypted";
    let found = edits(&plan(&project, &["--select", rules]));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].ends_with("=> aws-rds-unencrypted"), "{found:#?}");
}

#[test]
fn a_fault_that_is_suppressed_for_one_caller_counts_once() {
    let project = shop();
    let main = fs::read_to_string(project.file("main.tf")).unwrap();
    let main =
        main.replace("module \"users\" {", "# purlin:ignore aws-rds-unencrypted a toy\nmodule \"users\" {");
    project.write("main.tf", main.as_bytes());
    let (report, _) = project.report(&["--select", "aws-rds-unencrypted"]);
    let states: Vec<&str> = items(&report, "findings").iter().map(|one| text(one, "state")).collect();
    assert_eq!(states, ["open", "suppressed"]);
    let plan = plan(&project, &["--select", "aws-rds-unencrypted"]);
    assert_eq!((&plan["findings"], &plan["without_edit"]), (&1.into(), &0.into()));
}

#[test]
fn the_same_plan_whatever_the_number_of_threads() {
    let project = shop();
    let with = |threads: &str| {
        let mut command = project.command(&["plan", "-f", "json", "--edits", "20"]);
        crate::run::finish(command.env("RAYON_NUM_THREADS", threads), None).stdout
    };
    let one = with("1");
    assert_eq!(one, with("4"));
    assert_eq!(one, with("4"));
}

#[test]
fn a_plan_changes_no_file_and_no_exit_code() {
    let project = shop();
    let files = ["main.tf", "database/main.tf", "pod.yaml"];
    let before: Vec<Vec<u8>> = files.iter().map(|file| fs::read(project.file(file)).unwrap()).collect();
    let run = project.run(&["plan"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(
        run.stdout.contains(" edits remove ") && run.stdout.contains("no file is changed"),
        "{}",
        run.stdout
    );
    let after: Vec<Vec<u8>> = files.iter().map(|file| fs::read(project.file(file)).unwrap()).collect();
    assert_eq!(before, after);
    let clean = Project::new(&[("main.tf", "resource \"aws_iam_group\" \"a\" {\n  name = \"a\"\n}\n")]);
    let run = clean.run(&["plan"]);
    assert_eq!((run.code, run.stdout.lines().next()), (Some(0), Some("No findings")));
    assert_eq!(Project::new(&[]).run(&["plan"]).code, Some(3));
    assert_eq!(clean.run(&["plan", "nowhere"]).code, Some(2));
}

/// The demo, in a directory of its own.
fn demo() -> (TempDir, Vec<String>) {
    fn copy(from: &Path, to: &Path, files: &mut Vec<String>, below: &str) {
        fs::create_dir_all(to).unwrap();
        let mut entries: Vec<_> = fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for entry in entries {
            let name = entry.file_name().unwrap().to_str().unwrap();
            if entry.is_dir() {
                copy(&entry, &to.join(name), files, &format!("{below}{name}/"));
            } else {
                fs::copy(&entry, to.join(name)).unwrap();
                files.push(format!("{below}{name}"));
            }
        }
    }
    let dir = TempDir::new().unwrap();
    let mut files = Vec::new();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/demo"), dir.path(), &mut files, "");
    (dir, files)
}

fn fingerprints(dir: &Path) -> BTreeSet<String> {
    let run = crate::run::finish(purlin().args(["check", "-f", "json"]).current_dir(dir), None);
    let report: Json = serde_json::from_str(&run.stdout).unwrap();
    let open = items(&report, "findings").iter().filter(|finding| finding["state"] == "open");
    open.map(|finding| text(finding, "fingerprint").to_owned()).collect()
}

/// What a change makes of the text at its place, where it is the literal that is changed.
fn rewritten(change: &Json, literal: &str) -> Option<String> {
    let does = text(change, "does");
    if does.starts_with("write a private range") {
        return literal.starts_with('"').then(|| "\"10.0.0.0/8\"".to_owned());
    }
    let value = does.strip_prefix("set `")?.split("` to `").nth(1)?.strip_suffix('`')?;
    let is_flag = |text: &str| ["true", "false"].contains(&text);
    (is_flag(literal) && is_flag(value)).then(|| value.to_owned())
}

#[test]
fn what_a_plan_says_comes_true_in_the_files() {
    let (dir, _) = demo();
    let before = fingerprints(dir.path());
    let run = crate::run::finish(
        purlin().args(["plan", "-f", "json", "--edits", "30"]).current_dir(dir.path()),
        None,
    );
    let plan: Json = serde_json::from_str(&run.stdout).unwrap();
    let mut made = 0;
    for edit in items(&plan, "edits") {
        let [change] = items(edit, "changes").as_slice() else { continue };
        let at = &change["location"];
        let file = dir.path().join(text(at, "file"));
        let original = fs::read_to_string(&file).unwrap();
        let line = at["start"]["line"].as_u64().unwrap() as usize - 1;
        let (from, to) = (
            at["start"]["column"].as_u64().unwrap() as usize - 1,
            at["end"]["column"].as_u64().unwrap() as usize - 1,
        );
        let mut lines: Vec<String> = original.lines().map(str::to_owned).collect();
        let Some(new) = rewritten(change, &lines[line][from..to]) else { continue };
        lines[line].replace_range(from..to, &new);
        fs::write(&file, lines.join("\n") + "\n").unwrap();
        let after = fingerprints(dir.path());
        for fixed in items(edit, "fixes") {
            let fixed = text(fixed, "fingerprint");
            assert!(
                before.contains(fixed) && !after.contains(fixed),
                "{fixed} is still there after {change:#}"
            );
        }
        fs::write(&file, original).unwrap();
        made += 1;
    }
    assert!(made >= 4, "of {} edits only {made} could be made", items(&plan, "edits").len());
}

#[test]
fn explain_says_what_would_lower_the_risk() {
    let project = shop();
    let (report, _) = project.report(&[]);
    let lowers = |rule: &str, more: &[&str]| -> String {
        let found = items(&report, "findings")
            .iter()
            .find(|one| one["rule"] == rule && one["state"] == "open")
            .unwrap();
        let mut arguments = vec!["explain", text(found, "fingerprint")];
        arguments.extend(more);
        let run = project.run(&arguments);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let part = run
            .stdout
            .split("What would lower it\n")
            .nth(1)
            .unwrap_or_default()
            .split("\n\nHow to")
            .next()
            .unwrap();
        part.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        lowers("aws-rds-unencrypted", &["--no-risk"]),
        "database/main.tf:3:13: set `storage_encrypted` to `true` (gone)"
    );
    let rated = lowers("aws-rds-unencrypted", &[]);
    assert!(rated.contains(" -> gone)"), "{rated}");
    let range = lowers("aws-ec2-ssh-ingress-open", &["--no-risk"]);
    assert!(
        range.contains("main.tf:14:34: write a private range, such as `10.0.0.0/8`, instead of `0.0.0.0/0`"),
        "{range}"
    );
    // On the container, or on the pod.
    let user = lowers("kubernetes-pod-run-as-root", &["--no-risk"]);
    assert!(user.contains("pod.yaml:8:7: ") && user.contains("pod.yaml:6:1: "), "{user}");
    // Nothing that could be tried helps, which is said.
    let project = Project::new(&[(
        "main.tf",
        "resource \"aws_instance\" \"a\" {\n  user_data = \"export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzEXAMPLEKEY\"\n}\n",
    )]);
    let (report, _) = project.report(&["--select", "aws-ec2-user-data-credential"]);
    let found = &items(&report, "findings")[0];
    let told = project.run(&["explain", text(found, "fingerprint")]).stdout;
    assert!(told.contains("no value here for which another one could be tried"), "{told}");
    let json = project.run(&["explain", text(found, "fingerprint"), "-f", "json"]).stdout;
    let json: Json = serde_json::from_str(&json).unwrap();
    assert_eq!(json["findings"][0]["lowerings"]["changes"], serde_json::json!([]));
}
