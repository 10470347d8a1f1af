//! Reads every file below a directory of real repositories: `PURLIN_CORPUS=dir cargo test --test corpus -- --ignored`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and reads and runs what it has to"
)]

use purlin::parse::{hcl, json, yaml};
use purlin::source::{self, DiscoverOptions, FileKind, Sources};
use std::collections::BTreeMap;
use std::path::PathBuf;

fn show(sources: &Sources, diagnostic: &source::Diagnostic) -> String {
    let place = match (diagnostic.span, &diagnostic.path) {
        (Some(span), _) => {
            let at = sources.position(span);
            format!("{}:{}:{}", sources.file(span.file).path, at.line, at.column)
        }
        (None, path) => path.clone().unwrap_or_default(),
    };
    format!("{place}: {:?} {}: {}", diagnostic.level, diagnostic.code, diagnostic.message)
}

#[test]
#[ignore = "needs a directory of repositories in PURLIN_CORPUS"]
fn every_file_is_read_and_counted() {
    let corpus = PathBuf::from(std::env::var("PURLIN_CORPUS").unwrap());
    let mut repositories: Vec<PathBuf> =
        std::fs::read_dir(corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
    repositories.sort();
    let mut totals: BTreeMap<String, usize> = BTreeMap::new();
    for repository in repositories {
        let discovery = source::discover(std::slice::from_ref(&repository), &DiscoverOptions::default());
        let sources = &discovery.sources;
        let (found, lint) = (discovery.found, discovery.files.len());
        println!("{}: found {found}, lint {lint}, not ours {}", repository.display(), discovery.not_ours);
        assert_eq!(found, lint + discovery.not_ours + discovery.skipped.len());
        let mut diagnostics = discovery.diagnostics;
        let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
        for (reason, _) in &discovery.skipped {
            *reasons.entry(reason).or_default() += 1;
        }
        println!("  skipped {reasons:?}");
        for id in discovery.files {
            let kind = sources.file(id).kind;
            *totals.entry(format!("{kind:?} files")).or_default() += 1;
            let found = match kind {
                FileKind::Manifest => {
                    let (documents, diagnostics) = yaml::parse(sources, id);
                    println!("  {}: {} documents", sources.file(id).path, documents.len());
                    *totals.entry("documents".to_owned()).or_default() += documents.len();
                    diagnostics
                }
                FileKind::ManifestJson => json::parse(sources, id).1,
                _ => hcl::parse(sources, id).1,
            };
            diagnostics.extend(found);
        }
        for diagnostic in &diagnostics {
            println!("  {}", show(sources, diagnostic));
            *totals.entry(format!("{:?} {}", diagnostic.level, diagnostic.code)).or_default() += 1;
        }
    }
    println!("{totals:#?}");
}
