//! Files handed in one by one, as a hook does: the repository around them is loaded, what touches them is
//! reported.

use crate::run::{PRIVILEGED_POD, PUBLIC_BUCKET, Project, diagnostics, findings};

const MODULE: &str = "variable \"acl\" {}\nresource \"aws_s3_bucket\" \"b\" {\n  acl = var.acl\n}\n";

fn repository() -> Project {
    let call =
        |acl: &str| format!("module \"m\" {{\n  source = \"../modules/m\"\n  acl    = \"{acl}\"\n}}\n");
    Project::new(&[
        (".git/HEAD", "ref: refs/heads/main\n"),
        ("modules/m/main.tf", MODULE),
        ("modules/m/outputs.tf", "output \"id\" {\n  value = aws_s3_bucket.b.id\n}\n"),
        ("prod/main.tf", &call("public-read")),
        ("prod/other.tf", &PUBLIC_BUCKET.replace("logs", "other")),
        ("stage/main.tf", &call("private")),
        ("apart/main.tf", PUBLIC_BUCKET),
        ("apart/pod.yaml", PRIVILEGED_POD),
        ("broken/main.tf", "resource \"x\" {"),
    ])
}

fn check(arguments: &[&str]) -> (Vec<String>, Vec<String>, Option<i32>) {
    let mut all = vec!["--select", "aws-s3-public-acl,kubernetes-pod-privileged"];
    all.extend(arguments);
    let (report, run) = repository().report(&all);
    (findings(&report), diagnostics(&report), run.code)
}

#[test]
fn a_callers_file_reports_what_its_argument_causes_in_a_module() {
    let (found, diagnostics, code) = check(&["prod/main.tf"]);
    assert_eq!(found, ["aws-s3-public-acl prod/main.tf:3"]);
    assert_eq!((diagnostics.len(), code), (0, Some(1)), "a broken file elsewhere is not this commit's");
}

#[test]
fn a_modules_file_reports_what_passes_through_it() {
    let (found, _, code) = check(&["modules/m/main.tf"]);
    assert_eq!(found, ["aws-s3-public-acl prod/main.tf:3"]);
    assert_eq!(code, Some(1));
}

#[test]
fn a_file_without_a_fault_is_clean_whatever_lies_beside_it() {
    assert_eq!(check(&["stage/main.tf"]), (Vec::new(), Vec::new(), Some(0)));
    assert_eq!(check(&["modules/m/outputs.tf"]).2, Some(0));
}

#[test]
fn files_and_directories_mix() {
    let (found, _, _) = check(&["apart", "prod/other.tf", "stage/main.tf"]);
    assert_eq!(
        found,
        [
            "aws-s3-public-acl apart/main.tf:2",
            "aws-s3-public-acl prod/other.tf:2",
            "kubernetes-pod-privileged apart/pod.yaml:10",
        ]
    );
}

#[test]
fn a_broken_file_handed_in_is_an_error() {
    let (_, diagnostics, code) = check(&["broken/main.tf"]);
    assert_eq!(code, Some(2));
    assert!(diagnostics.iter().any(|line| line.starts_with("error")), "{diagnostics:?}");
}

#[test]
fn without_a_repository_the_directory_is_loaded() {
    let project = Project::new(&[
        ("deep/main.tf", "resource \"aws_s3_bucket\" \"b\" {\n  acl = local.acl\n}\n"),
        ("deep/locals.tf", "locals {\n  acl = \"public-read\"\n}\n"),
        ("aside/main.tf", PUBLIC_BUCKET),
    ]);
    let (report, run) = project.report(&["--select", "aws-s3-public-acl", "deep/main.tf"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
}

/// A module with an example below it that calls it.
const WITH_EXAMPLE: [(&str, &str); 2] = [
    ("main.tf", MODULE),
    ("examples/public/main.tf", "module \"m\" {\n  source = \"../..\"\n  acl    = \"public-read\"\n}\n"),
];

#[test]
fn without_a_repository_nothing_below_the_directory_is_loaded() {
    let select = ["--select", "aws-s3-public-acl"];
    let project = Project::new(&WITH_EXAMPLE);
    let (report, run) = project.report(&[&select[..], &["main.tf"]].concat());
    assert_eq!((findings(&report), run.code), (Vec::new(), Some(0)));
    let (report, _) = project.report(&[&select[..], &["main.tf", "examples"]].concat());
    assert_eq!(findings(&report), ["aws-s3-public-acl examples/public/main.tf:3"], "it was handed in itself");
    project.write(".git/HEAD", b"ref: refs/heads/main\n");
    let (report, _) = project.report(&[&select[..], &["main.tf"]].concat());
    assert_eq!(findings(&report), ["aws-s3-public-acl examples/public/main.tf:3"]);
}

/// Adds files to a directory that take no room on the disk, but have more bytes together than are read around files.
fn add_large(project: &Project, directory: &str) {
    for number in 0..11 {
        let name = format!("{directory}/{number}.json");
        project.write(&name, b"");
        std::fs::File::options().write(true).open(project.file(&name)).unwrap().set_len(10_000_000).unwrap();
    }
}

#[test]
fn a_huge_repository_is_not_loaded_and_the_report_says_so() {
    let project = repository();
    add_large(&project, "big");
    let select = ["--select", "aws-s3-public-acl"];
    let (report, run) = project.report(&[&select[..], &["modules/m/outputs.tf", "apart/main.tf"]].concat());
    assert_eq!(findings(&report), ["aws-s3-public-acl apart/main.tf:2"]);
    assert_eq!((diagnostics(&report), run.code), (vec!["warning surroundings-limit".to_owned()], Some(1)));
    insta::assert_snapshot!(report["diagnostics"][0]["message"].as_str().unwrap(), @"around the files that were named lie more than 20000 files or 100 MB that may be infrastructure: only what lies beside them was read, so callers of modules and objects elsewhere are not taken into account");

    let exclude = ["--exclude", "big"];
    let (report, _) = project.report(&[&select[..], &exclude, &["modules/m/main.tf"]].concat());
    assert_eq!(findings(&report), ["aws-s3-public-acl prod/main.tf:3"]);
    assert_eq!(diagnostics(&report), Vec::<String>::new());
}

#[test]
fn what_is_named_is_linted_whatever_lies_beside_it() {
    let project = Project::new(&[("main.tf", PUBLIC_BUCKET)]);
    add_large(&project, ".");
    let (report, run) = project.report(&["--select", "aws-s3-public-acl", "main.tf"]);
    assert_eq!((findings(&report), run.code), (vec!["aws-s3-public-acl main.tf:2".to_owned()], Some(1)));
    let message = report["diagnostics"][0]["message"].as_str().unwrap();
    assert!(message.contains("only they were read"), "{message}");
}
