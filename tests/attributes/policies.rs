//! What policies read.

use crate::kinds::KINDS;
use crate::schema::{Step, Wrong};
use purlin::policy::compile::{self, Depth, Footprint, PolicyTree, Read};
use std::collections::BTreeSet;
use std::path::Path;

/// A path that a policy reads, and what it lies in: a kind, or a type of Kubernetes' API.
struct Place {
    of: String,
    path: Vec<Step>,
    /// Whether what is there matters, not only whether something is.
    deep: bool,
}

fn places(footprint: &Footprint) -> Vec<Place> {
    let step = |step: &compile::Step| match step {
        compile::Step::Key(key) => Some(Step::Key(key.clone())),
        compile::Step::Any => Some(Step::Any),
        compile::Step::Length => None,
    };
    let place = |of: &str, read: &Read| Place {
        of: of.to_owned(),
        path: read.path.iter().filter_map(step).collect(),
        deep: read.depth != Depth::Seen,
    };
    let mut places = Vec::new();
    for (kind, reads) in &footprint.attributes {
        places.extend(reads.iter().map(|read| place(kind, read)));
    }
    for (name, reads) in [("V1PodSpec", &footprint.pod), ("V1Container", &footprint.container)] {
        places.extend(reads.iter().map(|read| place(name, read)));
    }
    places
}

/// What is wrong with the paths that a policy reads. Where a name is looked up that one of several values holds, the
/// footprint has it of all of them: it exists if any of them has it.
fn wrong(places: &[Place]) -> Vec<String> {
    // Whatever is set may be counted.
    let counted =
        |place: &Place, wrong: &Wrong| !place.deep && wrong.path == place.path && wrong.is_element();
    let wrong = |place: &Place| KINDS.wrong(&place.of, &place.path).filter(|wrong| !counted(place, wrong));
    let found: Vec<_> = places.iter().map(|place| (place, wrong(place))).collect();
    let mut good: BTreeSet<&str> = BTreeSet::new();
    for (place, wrong) in &found {
        let right = wrong.as_ref().map_or(place.path.len(), |wrong| wrong.path.len() - 1);
        good.extend(place.path[..right].iter().filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Any => None,
        }));
    }
    let of_another = |key: &Option<String>| key.as_deref().is_some_and(|key| good.contains(key));
    let wrong = found.iter().filter_map(|(place, wrong)| wrong.as_ref().map(|wrong| (place, wrong)));
    wrong
        .filter(|(_, wrong)| !of_another(&wrong.key))
        .map(|(place, wrong)| format!("{}: {wrong}", place.of))
        .collect()
}

#[test]
fn what_does_not_exist_is_found() {
    let wrong_in = |condition: &str| {
        let text = format!(
            "package policy.a.b.c\n\ndeny contains {{\"resource\": r.id}} if {{\n\tsome r in input.resources.aws_s3_bucket\n\t{condition}\n}}\n"
        );
        let module = compile::Module::parse("a/b/c/rule.rego", &text).unwrap();
        wrong(&places(&compile::footprint(&module, [])))
    };
    assert_eq!(wrong_in("r.attributes.versioning[_].enabled == false"), [] as [&str; 0]);
    assert_eq!(wrong_in("r.attributes.policy.Statement[_].Effect == \"Allow\""), [] as [&str; 0]);
    assert_eq!(wrong_in("count(r.attributes.bucket) == 0"), [] as [&str; 0]);
    for (condition, path) in [
        ("r.attributes.versionning[_].enabled", "versionning"),
        ("r.attributes.versioning.enabled", "versioning.enabled"),
        ("r.attributes.versioning[_].enabled.value", "versioning.*.enabled.value"),
        ("some part in r.attributes.bucket; part == \"a\"", "bucket.*"),
        ("object.get(r.attributes, \"acll\", \"private\") == \"public\"", "acll"),
    ] {
        let found = wrong_in(condition);
        assert!(
            found.len() == 1 && found[0].starts_with(&format!("aws_s3_bucket: {path} does not exist")),
            "{found:?}"
        );
    }
}

#[test]
fn every_attribute_that_a_policy_reads_exists() {
    let is_rego = |path: &Path| path.extension().is_some_and(|extension| extension == "rego");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let files = purlin::source::read_tree(&folder, &is_rego).unwrap();
    let (tree, errors) = PolicyTree::read(
        files.into_iter().map(|(path, text)| (path.to_string_lossy().replace('\\', "/"), text)),
    );
    assert_eq!(errors, []);
    let mut problems = Vec::new();
    let mut reads = 0;
    for source in &tree.rules {
        let footprint = compile::footprint(&source.module, tree.modules(&[]));
        assert_ne!(footprint, Footprint::everything(), "{}", source.path);
        let places = places(&footprint);
        reads += places.len();
        problems.extend(wrong(&places).into_iter().map(|problem| format!("{}: {problem}", source.id())));
    }
    assert!(problems.is_empty(), "{} of {reads}:\n{}", problems.len(), problems.join("\n"));
    assert!(reads > 400, "{reads} paths");
}
