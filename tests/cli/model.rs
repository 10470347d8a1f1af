//! `purlin model`: what it says of the risk model.

use crate::run::Project;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/risk").join(name)
}

#[test]
fn a_model_is_explained_in_full() {
    let project = Project::new(&[]);
    let text = project.run(&["model", "explain"]).stdout;
    let json: serde_json::Value =
        serde_json::from_str(&project.run(&["model", "explain", "-f", "json"]).stdout).unwrap();
    let model: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(shipped("model.json")).unwrap()).unwrap();
    assert!(text.contains(json["digest"].as_str().unwrap()), "{text}");
    let features = model["features"].as_array().unwrap();
    for (feature, said) in features.iter().zip(json["features"].as_array().unwrap()) {
        assert_eq!(feature["id"], said["id"]);
        assert!(text.contains(&format!("\n  {}\n", feature["id"].as_str().unwrap())), "{text}");
        for (at, level) in said["levels"].as_array().unwrap().iter().enumerate() {
            assert_eq!(feature["points"][at], level["points"]);
            let line = format!("{} [{}-{}]", level["points"], level["low"], level["high"]);
            let words = level["level"].as_str().unwrap();
            let shown = text.lines().any(|one| one.contains(&line) && one.ends_with(words));
            assert!(shown, "{line} {words}\n{text}");
        }
    }
}

#[test]
fn a_model_of_a_file_is_explained_and_its_words_obey_nobody() {
    let text = fs::read_to_string(shipped("hand-set.json")).unwrap();
    let told = text.replacen("hand-set", "hand-set\\u001b[2J", 1);
    let project = Project::new(&[("own.json", &told)]);
    let run = project.run(&["model", "explain", "--risk-model", "own.json"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("hand-set\\u{1b}[2J"), "{}", run.stdout);
    assert!(!run.stdout.contains('\u{1b}'));
    let broken = Project::new(&[("own.json", &text.replacen("[0,3,7,11]", "[0,7,3,11]", 1))]);
    let run = broken.run(&["model", "explain", "--risk-model", "own.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("never fall"), "{}", run.stderr);
}

/// The data of a few repositories: `used` to learn from and to test on.
pub(crate) fn some_data(used: &[&str]) -> Project {
    let project = Project::new(&[]);
    for name in ["repositories.tsv", "findings.tsv", "features.tsv", "pairs.tsv"] {
        let text = fs::read_to_string(shipped(name)).unwrap();
        let kept = text
            .lines()
            .enumerate()
            .filter(|(at, line)| *at == 0 || used.iter().any(|one| line.starts_with(&format!("{one}\t"))));
        let kept: Vec<&str> = kept.map(|(_, line)| line).collect();
        project.write(name, (kept.join("\n") + "\n").as_bytes());
    }
    for name in ["model.json", "hand-set.json"] {
        project.write(name, &fs::read(shipped(name)).unwrap());
    }
    project
}

#[test]
fn a_model_is_evaluated_in_figures() {
    let used =
        ["18F/identity-terraform", "argoproj/argo-cd", "longhorn/longhorn", "istio/istio", "mdn/infra"];
    let project = some_data(&used);
    let run = project.run(&["model", "evaluate", "--data", ".", "-f", "json"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let figures: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(figures["test"]["repositories"], 2);
    let names: Vec<&str> = figures["test"]["orders"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["name"].as_str().unwrap())
        .collect();
    assert_eq!(names[..3], ["learned", "hand-set weights", "severity"]);
    for order in figures["test"]["orders"].as_array().unwrap() {
        let [value, low, high] = ["value", "low", "high"].map(|key| order["accuracy"][key].as_f64().unwrap());
        assert!(low <= value && value <= high && high <= 1.0, "{order}");
    }
    let text = project.run(&["model", "evaluate", "--data", "."]).stdout;
    let accuracy = figures["test"]["orders"][0]["accuracy"]["value"].as_f64().unwrap();
    assert!(
        text.lines().any(|line| line.starts_with(&format!("learned                  {accuracy:.3} ["))),
        "{text}"
    );

    // Against its own model, the hand-set one gains nothing.
    let arguments = ["model", "evaluate", "--data", ".", "--risk-model", "hand-set.json", "-f", "json"];
    let figures: serde_json::Value = serde_json::from_str(&project.run(&arguments).stdout).unwrap();
    assert_eq!(figures["test"]["orders"][0]["accuracy"], figures["test"]["orders"][1]["accuracy"]);
}

#[test]
fn a_part_that_a_model_is_worse_at_fails() {
    // A model turned to nothing but the number of instances is no worse on one part than on another by chance alone, so
    // the labels of one part are turned instead: whatever both findings are of Kubernetes.
    let project = some_data(&[""]);
    let features = fs::read_to_string(shipped("features.tsv")).unwrap();
    let kinds: std::collections::BTreeMap<(&str, &str), &str> = features
        .lines()
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .map(|fields| ((fields[0], fields[1]), fields[3]))
        .collect();
    let pairs = fs::read_to_string(shipped("pairs.tsv")).unwrap();
    let turned: Vec<String> = pairs
        .lines()
        .map(|line| {
            let mut fields: Vec<&str> = line.split('\t').collect();
            let of_cluster = [1, 2].iter().all(|at| {
                kinds.get(&(fields[0], fields[*at])).is_some_and(|kind| kind.starts_with(char::is_uppercase))
            });
            if of_cluster {
                fields[6] = match fields[6] {
                    "one" => "other",
                    "other" => "one",
                    label => label,
                };
            }
            fields.join("\t")
        })
        .collect();
    for name in ["repositories.tsv", "findings.tsv", "features.tsv"] {
        project.write(name, &fs::read(shipped(name)).unwrap());
    }
    project.write("pairs.tsv", (turned.join("\n") + "\n").as_bytes());
    let run = project.run(&["model", "evaluate", "--data", "."]);
    assert_eq!(run.code, Some(1), "{}{}", run.stdout, run.stderr);
    let fails: Vec<&str> = run.stdout.lines().filter(|line| line.ends_with(" fails")).collect();
    assert!(fails.iter().any(|line| line.starts_with("format: Kubernetes")), "{}", run.stdout);
}
