//! Small configurations, and what Terraform answers to each.

use crate::evaluate::terraform::{Inputs, answer_configuration};
use crate::source::{FileId, FileKind, Sources};
use serde_json::{Map, Value};

/// One configuration of the table: its files by path, and the expected answer.
struct Case<'t> {
    name: &'t str,
    files: Vec<(&'t str, String)>,
    expected: Value,
}

fn cases(table: &str) -> Vec<Case<'_>> {
    let case = |text| {
        let (name, text): (&str, &str) = str::split_once(text, '\n').unwrap();
        let mut files = vec![("main.tf", String::new())];
        for line in text.lines() {
            match line.strip_prefix("--- ") {
                Some(path) => files.push((path, String::new())),
                None => files.last_mut().unwrap().1.extend([line, "\n"]),
            }
        }
        let (marker, expected) = files.pop().unwrap();
        assert_eq!(marker, "expect", "{name} ends with what is expected");
        files.retain(|(_, text)| !text.is_empty());
        Case { name, files, expected: serde_json::from_str(&expected).unwrap() }
    };
    table.split("\n=== ").skip(1).map(case).collect()
}

fn answer(case: &Case<'_>) -> Value {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in &case.files {
        let path = dir.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let sources = Sources::new(dir.path());
    let ids = case.files.iter().map(|(path, _)| sources.load(path).unwrap());
    let ids: Vec<FileId> = ids.filter(|id| sources.file(*id).kind != FileKind::Text).collect();
    serde_json::from_str(&answer_configuration(
        &sources,
        &ids,
        ".",
        &Inputs { workspace: Some("default".into()), ..Inputs::default() },
    ))
    .unwrap()
}

/// What differs between an answer and what is expected of it.
fn difference(expected: &Value, found: &Value) -> Option<String> {
    if let Some(place) = expected.get("error") {
        let at = |key: &str| place.get(key).is_none_or(|wanted| found.get(key) == Some(wanted));
        let refused = found.get("error").is_some() && at("file") && at("line");
        return (!refused).then(|| format!("expected to be refused at {place}, got {found}"));
    }
    let none = Map::new();
    let section =
        |value: &Value, key: &str| value.get(key).and_then(Value::as_object).cloned().unwrap_or(none.clone());
    for key in ["resources", "outputs"] {
        let (wanted, given) = (section(expected, key), section(found, key));
        if !wanted.keys().eq(given.keys()) {
            return Some(format!("expected the {key} {:?}, got {found}", wanted.keys().collect::<Vec<_>>()));
        }
        for (name, wanted) in &wanted {
            let parts = if key == "resources" { "values" } else { "value" };
            let unknown = |value: &Value| {
                let paths = value.get("unknown").and_then(Value::as_array).cloned().unwrap_or_default();
                let mut paths: Vec<String> =
                    paths.iter().map(|path| path.as_str().unwrap().to_owned()).collect();
                // What the resource itself computes is not asked for.
                paths.retain(|path| key == "outputs" || (path != "[\"id\"]" && path != "[\"output\"]"));
                paths.sort();
                paths
            };
            let given = &given[name];
            if unknown(wanted) != unknown(given) || !agree(&wanted[parts], &given[parts]) {
                return Some(format!("{name}: expected {wanted}, got {given}"));
            }
        }
    }
    None
}

/// Whether known parts agree: null stands for absent on either side, and numbers are compared by value.
fn agree(wanted: &Value, given: &Value) -> bool {
    match (wanted, given) {
        (Value::Object(wanted), Value::Object(given)) => wanted.keys().chain(given.keys()).all(|key| {
            agree(wanted.get(key).unwrap_or(&Value::Null), given.get(key).unwrap_or(&Value::Null))
        }),
        (Value::Array(wanted), Value::Array(given)) => {
            wanted.len() == given.len()
                && wanted.iter().zip(given).all(|(wanted, given)| agree(wanted, given))
        }
        (Value::Number(wanted), Value::Number(given)) => wanted.as_f64() == given.as_f64(),
        _ => wanted == given,
    }
}

#[test]
fn answers_as_terraform_does() {
    let table = include_str!("../../../../testdata/evaluate/configurations.txt");
    let cases = cases(table);
    assert!(cases.len() > 150, "only {} cases were read", cases.len());
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| Some(format!("{}: {}", case.name, difference(&case.expected, &answer(case))?)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
