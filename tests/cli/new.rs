//! `purlin new`: what it makes works, and it makes nothing out of what it does not understand.

use crate::run::Project;

#[test]
fn a_new_rule_passes_its_tests_and_finds_what_it_is_about() {
    for (id, kind, attribute, folder) in [
        ("acme-disk-open", "aws_ebs_volume", "encrypted", "acme/disk/open"),
        ("acme/machine/meta_data", "aws_instance", "metadata_options.options.on", "acme/machine/meta_data"),
        ("acme-image-unsigned-yet", "data.aws_ami", "signed", "acme/image/unsigned_yet"),
        ("acme-workload-running", "apps/v1/Deployment", "spec.paused", "acme/workload/running"),
        ("acme-flux-active", "source.toolkit.fluxcd.io/v1/GitRepository", "spec.suspend", "acme/flux/active"),
    ] {
        let project = Project::new(&[]);
        let made = project.run(&["new", "rule", id, kind, attribute]);
        assert_eq!(made.code, Some(0), "{id}: {}", made.stderr);
        let ending = if kind.contains('/') { "yaml" } else { "tf" };
        let files = [
            "rule.rego".to_owned(),
            "rule_test.rego".to_owned(),
            format!("bad.{ending}"),
            format!("good.{ending}"),
        ];
        for name in &files {
            let file = format!("policies/{folder}/{name}");
            assert!(project.file(&file).is_file(), "{file}");
            assert!(made.stdout.contains(&file), "{}", made.stdout);
        }
        let tested = project.run(&["test"]);
        assert_eq!(tested.code, Some(0), "{id}: {}{}", tested.stdout, tested.stderr);
        assert_eq!(
            tested.stdout,
            "1 rules, 3 tests, 2 cases, 2 expected findings: 0 failed, 0 lines without a test\n",
            "{id}"
        );
        let bad = format!("policies/{folder}/bad.{ending}");
        let checked = project.run(&[
            "check",
            "--policy",
            "policies",
            "--select",
            &folder.replace(['/', '_'], "-"),
            &bad,
        ]);
        assert_eq!(checked.code, Some(1), "{id}: {}{}", checked.stdout, checked.stderr);
    }
}

#[test]
fn what_makes_no_rule_is_an_error_and_leaves_nothing_behind() {
    for (id, kind, attribute) in [
        ("acme-disk", "aws_ebs_volume", "encrypted"),
        ("acme-disk-", "aws_ebs_volume", "encrypted"),
        ("Acme-disk-open", "aws_ebs_volume", "encrypted"),
        ("../../etc", "aws_ebs_volume", "encrypted"),
        ("acme-default-open", "aws_ebs_volume", "encrypted"),
        ("acme-disk-open", "aws ebs", "encrypted"),
        ("acme-disk-open", "Deployment", "spec.paused"),
        ("acme-disk-open", "apps/v1/deployment", "spec.paused"),
        ("acme-disk-open", "x\"]", "encrypted"),
        ("acme-disk-open", "aws_ebs_volume", "a..b"),
        ("acme-disk-open", "aws_ebs_volume", "a\" }"),
    ] {
        let project = Project::new(&[]);
        let made = project.run(&["new", "rule", id, kind, attribute]);
        assert_eq!(made.code, Some(2), "{id} {kind} {attribute}: {}", made.stdout);
        assert!(made.stderr.starts_with("error: "), "{}", made.stderr);
        assert!(!project.file("policies").exists(), "{id} {kind} {attribute}");
    }
}

#[test]
fn a_rule_that_exists_is_left_alone() {
    let project = Project::new(&[("own/acme/disk/open/rule.rego", "mine")]);
    let made = project.run(&["new", "rule", "acme-disk-open", "aws_ebs_volume", "encrypted", "--dir", "own"]);
    assert_eq!(made.code, Some(2), "{}", made.stdout);
    assert!(made.stderr.contains("exists already"), "{}", made.stderr);
    assert_eq!(std::fs::read_to_string(project.file("own/acme/disk/open/rule.rego")).unwrap(), "mine");
}
