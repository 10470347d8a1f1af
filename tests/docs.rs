//! Generated pages say what the code does: `PURLIN_UPDATE=1 cargo test --test docs` brings them up to date.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and reads and runs what it has to"
)]

use purlin::evaluate::Reason;
use purlin::policy::{PolicySet, Rule};
use purlin::report::{self, CatalogueFormat};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_default()
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn updating() -> bool {
    std::env::var("PURLIN_UPDATE").is_ok()
}

/// Compares a generated page with the one in the repository.
fn check(path: &str, generated: &str) {
    let path = top().join(path);
    if updating() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, generated).unwrap();
    }
    assert!(
        read(&path) == generated,
        "{} is stale: run PURLIN_UPDATE=1 cargo test --test docs",
        path.display()
    );
}

/// The page of a rule with the first of its cases of each kind that is a single file.
fn page(rule: &Rule) -> String {
    let folder = folder(rule);
    let mut page = report::page(rule);
    for (prefix, title) in [("bad", "What it reports"), ("good", "What it accepts")] {
        let Some(name) =
            names(&folder).into_iter().find(|name| name.starts_with(prefix) && name.contains('.'))
        else {
            continue;
        };
        let text = read(&folder.join(&name));
        let language = if name.ends_with(".tf") { "terraform" } else { "yaml" };
        // The marks say where the finding is expected; they are for the tests.
        let marks = ["expect", "undecided"].map(|word| format!("# {word}: {}", rule.id));
        let unmarked = |line: &'_ str| {
            let at = marks.iter().find_map(|mark| line.find(mark.as_str()));
            at.map_or(line, |at| line[..at].trim_end()).to_owned()
        };
        let text: Vec<String> = text.lines().map(unmarked).collect();
        page.push_str(&format!("\n## {title}\n\n```{language}\n{}\n```\n", text.join("\n").trim()));
    }
    page
}

fn folder(rule: &Rule) -> PathBuf {
    let name =
        rule.id.strip_prefix(&format!("{}-{}-", rule.provider, rule.service.replace('_', "-"))).unwrap();
    top().join("policies").join(&rule.provider).join(&rule.service).join(name.replace('-', "_"))
}

#[test]
fn every_rule_has_its_page() {
    let set = PolicySet::builtin();
    for rule in set.rules() {
        check(&format!("docs/rules/{}.md", rule.id), &page(rule));
    }
    let mut list = Vec::new();
    report::write_rules(CatalogueFormat::Markdown, set.rules(), &mut list).unwrap();
    let intro = "# Rules\n\nEach rule has a page beside this one, named by its id.\n\n";
    check("docs/rules/README.md", &format!("{intro}{}", String::from_utf8(list).unwrap()));
    let mut expected: BTreeSet<String> = set.rules().iter().map(|rule| format!("{}.md", rule.id)).collect();
    expected.insert("README.md".to_owned());
    assert_eq!(names(&top().join("docs/rules")), expected, "pages of rules that are gone");
}

#[test]
fn the_report_has_its_schema() {
    let schema = serde_json::to_string_pretty(&schemars::schema_for!(report::Report)).unwrap();
    check("docs/report.schema.json", &format!("{schema}\n"));
}

#[test]
fn every_reason_why_a_value_is_unknown_is_explained() {
    let page = read(&top().join("docs/evaluation.md"));
    let name = || "NAME".into();
    let reasons = [
        Reason::Computed,
        Reason::UnsetVariable(name()),
        Reason::Undeclared(name()),
        Reason::DataSource(name()),
        Reason::ModuleNotFollowed(name()),
        Reason::Terragrunt,
        Reason::Overlay,
        Reason::Iteration,
        Reason::Function(name()),
        Reason::Function("provider::aws::NAME".into()),
        Reason::File(name()),
        Reason::Error,
        Reason::Invalid,
        Reason::Limit,
    ];
    for reason in reasons {
        assert!(page.contains(&format!("| {reason} |")), "docs/evaluation.md does not explain: {reason}");
    }
}
