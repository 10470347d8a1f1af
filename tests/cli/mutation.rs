//! `purlin test --mutate`: what no case of a policy shows is listed, and nothing else.

use crate::run::{Project, Run, finish, purlin};
use serde_json::Value;

/// What is changed in the files of a policy that all is shown of.
fn changed(edits: &[(&str, &str, &str)]) -> Run {
    let folder = "testdata/mutate/acme/disk/unencrypted";
    let project = Project::new(&[]);
    for name in ["rule.rego", "rule_test.rego", "bad.tf", "good.tf"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(name);
        let mut text = std::fs::read_to_string(path).unwrap();
        for (_, from, to) in edits.iter().filter(|(file, ..)| *file == name) {
            assert!(text.contains(from), "{name} holds no {from}");
            text = text.replace(from, to);
        }
        project.write(&format!("policies/acme/disk/unencrypted/{name}"), text.as_bytes());
    }
    project.run(&["test", "--mutate"])
}

fn run(arguments: &[&str]) -> Run {
    finish(purlin().args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")), None)
}

#[test]
fn a_policy_that_is_blind_is_told_from_one_that_sees() {
    let tested = run(&["test", "testdata/mutate", "--mutate"]);
    assert_eq!((tested.code, tested.stderr.as_str()), (Some(1), ""), "{}", tested.stdout);
    insta::assert_snapshot!(tested.stdout);
    let plain = run(&["test", "testdata/mutate"]);
    assert_eq!(plain.code, Some(0), "{}{}", plain.stdout, plain.stderr);
    assert!(!plain.stdout.contains("changes"), "{}", plain.stdout);
}

#[test]
fn one_rule_can_be_selected() {
    let seeing = run(&["test", "testdata/mutate", "--mutate", "--select", "acme-disk-unencrypted"]);
    assert_eq!((seeing.code, seeing.stderr.as_str()), (Some(0), ""), "{}", seeing.stdout);
    assert!(seeing.stdout.ends_with(" changes to cases: 0 not noticed\n"), "{}", seeing.stdout);
    let blind = run(&["test", "testdata/mutate", "--mutate", "--select", "acme-disk-blind"]);
    assert_eq!(blind.code, Some(1), "{}", blind.stdout);
}

#[test]
fn the_same_stands_in_json() {
    let tested = run(&["test", "testdata/mutate", "--mutate", "-f", "json"]);
    assert_eq!((tested.code, tested.stderr.as_str()), (Some(1), ""));
    let json: Value = serde_json::from_str(&tested.stdout).unwrap();
    assert_eq!(json["rules"], 2);
    assert!(json["changes"].as_u64().unwrap() > 30, "{}", json["changes"]);
    let gaps = json["gaps"].as_array().unwrap();
    let mut lacks: Vec<&str> = gaps.iter().map(|gap| gap["lack"].as_str().unwrap()).collect();
    lacks.sort_unstable();
    assert_eq!(
        lacks,
        [
            "no-resource",
            "not-fired",
            "not-noticed",
            "not-noticed",
            "not-reported",
            "not-silenced",
            "not-undecided"
        ]
    );
    assert!(gaps.iter().all(|gap| gap["rule"] == "acme-disk-blind"), "{gaps:?}");
    assert!(gaps.iter().all(|gap| gap["file"] == "testdata/mutate/acme/disk/blind/rule.rego"), "{gaps:?}");
    let plain = run(&["test", "testdata/mutate", "-f", "json"]);
    let json: Value = serde_json::from_str(&plain.stdout).unwrap();
    assert_eq!((plain.code, json.get("gaps")), (Some(0), None));
}

#[test]
fn a_policy_or_a_case_that_is_made_worse_is_noticed() {
    let whole = changed(&[]);
    assert_eq!(whole.code, Some(0), "{}{}", whole.stdout, whole.stderr);
    let size = "object.get(disk.attributes, \"size\", 100) >= 40";
    for (edits, gap) in [
        // A threshold that no case is near.
        (vec![("rule.rego", size, "object.get(disk.attributes, \"iops\", 100) >= 40")], "reads `iops`"),
        // A condition that always holds.
        (vec![("rule.rego", size, "object.get(disk.attributes, \"size\", 100) != true")], "reads `size`"),
        // A good case that is good for another reason.
        (
            vec![
                ("good.tf", "  size              = 40", "  size              = 10"),
                ("good.tf", "= 39", "= 10\n  encrypted = true"),
            ],
            "no change to a good case",
        ),
        // A path that leads elsewhere.
        (
            vec![("rule.rego", "\"path\": [\"encrypted\"]", "\"path\": [\"size\"]")],
            "where `encrypted` is unknown",
        ),
    ] {
        let tested = changed(&edits);
        assert_eq!(tested.code, Some(1), "{edits:?}: {}", tested.stdout);
        assert!(tested.stdout.contains(gap), "{edits:?}: {}", tested.stdout);
    }
}
