//! Rules of the code base that the compiler does not know: layers are one-way, files are short and say what
//! they are for, documents name what exists.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails loudly, and reads and runs what lies in this repository"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const MAX_LINES: usize = 500;

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `dir` with one of the extensions, as (path from the top, text), ordered by path.
fn files(dir: &str, extensions: &[&str]) -> Vec<(String, String)> {
    fn collect(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { collect(&path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    collect(&top().join(dir), &mut found);
    found.retain(|path| path.extension().is_some_and(|ext| extensions.iter().any(|one| ext == *one)));
    found.sort();
    let read = |path: PathBuf| {
        let name = path.strip_prefix(top()).unwrap().to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap();
        (name, text)
    };
    found.into_iter().map(read).collect()
}

fn layers() -> Vec<String> {
    let text = fs::read_to_string(top().join("src/lib.rs")).unwrap();
    let name = |line: &str| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    text.lines().filter_map(name).collect()
}

/// The text without comments, so that a link in documentation is no dependency.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The names that stand right after `path` (`crate::` or a chain of `super::`): one, or those of a group.
fn heads(after: &str) -> Vec<String> {
    let ident =
        |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = after.strip_prefix('{') else { return vec![ident(after)] };
    let mut depth = 1usize;
    let mut parts = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => parts.push(String::new()),
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if let Some(last) = parts.last_mut().filter(|_| c != ',') {
            last.push(c);
        }
    }
    parts.iter().map(|part| ident(part.trim())).filter(|name| !name.is_empty()).collect()
}

/// Crate-level names that a module `depth` levels below the crate root uses.
fn used(text: &str, depth: usize) -> BTreeSet<String> {
    let code = code(text);
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        names.extend(heads(&code[at + "crate::".len()..]));
    }
    let mut rest = code.as_str();
    while let Some(at) = rest.find("super::") {
        let mut after = &rest[at..];
        let mut steps = 0;
        while let Some(next) = after.strip_prefix("super::") {
            after = next;
            steps += 1;
        }
        if steps >= depth {
            names.extend(heads(after));
        }
        rest = after;
    }
    names
}

fn upward(file: &str, text: &str, layers: &[String]) -> Vec<String> {
    let inside = file.strip_prefix("src/").unwrap_or(file).trim_end_matches(".rs");
    let segments: Vec<&str> = inside.split('/').filter(|segment| *segment != "mod").collect();
    let Some(own) = layers.iter().position(|layer| segments.first() == Some(&layer.as_str())) else {
        return Vec::new();
    };
    let above = |name: &String| layers.iter().position(|layer| layer == name).is_some_and(|at| at > own);
    let name = |name: String| format!("{file} uses {name}, which is above {}", layers[own]);
    used(text, segments.len()).into_iter().filter(above).map(name).collect()
}

#[test]
fn a_layer_uses_only_those_above_it_in_lib_rs() {
    let layers = layers();
    assert!(layers.len() >= 9, "src/lib.rs names the layers: {layers:?}");
    let found: Vec<String> =
        files("src", &["rs"]).iter().flat_map(|(name, text)| upward(name, text, &layers)).collect();
    assert_eq!(found, [] as [String; 0]);
}

#[test]
fn every_directory_of_src_is_a_layer() {
    let layers: BTreeSet<String> = layers().into_iter().collect();
    let directories: BTreeSet<String> = fs::read_dir(top().join("src"))
        .unwrap()
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(directories, layers);
}

#[test]
fn the_search_for_upward_paths_finds_them() {
    let layers: Vec<String> = ["source", "parse", "cli"].map(str::to_owned).to_vec();
    let bad = |file, text| upward(file, text, &layers).len();
    assert_eq!(bad("src/parse/hcl/mod.rs", "use crate::source::Span;\nuse super::tree::Node;"), 0);
    assert_eq!(bad("src/source/mod.rs", "use crate::parse::Tree;"), 1);
    assert_eq!(bad("src/source/mod.rs", "use crate::{source::A, parse::{B, C}, cli};"), 2);
    assert_eq!(bad("src/source/span.rs", "use super::super::cli::X;"), 1);
    assert_eq!(bad("src/source/span.rs", "use super::parse::X;"), 0);
    assert_eq!(bad("src/source/mod.rs", "fn f() { super::parse::x() }"), 1);
    assert_eq!(bad("src/source/mod.rs", "/// See [`crate::cli`].\nfn f() {} // crate::parse"), 0);
}

#[test]
fn every_module_says_what_it_is_for() {
    let mut found: Vec<String> = Vec::new();
    for (name, text) in ["src", "tests", "benches", "fuzz"].iter().flat_map(|dir| files(dir, &["rs"])) {
        let first = text.lines().find(|line| !line.starts_with("#![")).unwrap_or_default();
        if !first.starts_with("//! ") && !name.starts_with("fuzz/target/") {
            found.push(name);
        }
    }
    assert_eq!(found, [] as [String; 0], "the first line must begin with `//! `");
}

#[test]
fn files_are_short() {
    let mut found = Vec::new();
    let extensions = ["rs", "py", "js", "css", "html"];
    for (name, text) in ["src", "tests", "benches"].iter().flat_map(|dir| files(dir, &extensions)) {
        let lines = text.lines().count();
        if lines > MAX_LINES {
            found.push(format!("{name}: {lines} lines"));
        }
    }
    assert_eq!(found, [] as [String; 0], "split what has more than {MAX_LINES} lines");
}

#[test]
fn nothing_is_left_for_later_in_the_code() {
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X"), concat!("HA", "CK")];
    let mut found = Vec::new();
    let extensions = ["rs", "py", "js", "css", "html"];
    let code = ["src", "tests", "benches"].iter().flat_map(|dir| files(dir, &extensions));
    for (name, text) in code.chain(files("policies", &["rego"])) {
        for (number, line) in text.lines().enumerate() {
            let has = |word: &str| line.split(|c: char| !c.is_alphanumeric()).any(|part| part == word);
            if words.iter().any(|word| has(word)) {
                found.push(format!("{name}:{}", number + 1));
            }
        }
    }
    assert_eq!(found, [] as [String; 0]);
}

#[test]
fn no_module_is_a_grab_bag() {
    let found: Vec<String> = files("src", &["rs"])
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| {
            let stem = name.trim_end_matches("/mod.rs").trim_end_matches(".rs");
            ["utils", "util", "helpers", "common", "misc"].contains(&stem.rsplit('/').next().unwrap_or(stem))
        })
        .collect();
    assert_eq!(found, [] as [String; 0]);
}

/// Paths in backquotes: they have a `/` or a file's extension and neither a space nor a placeholder.
fn named_paths(text: &str) -> Vec<String> {
    let mut in_fence = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            in_fence = !in_fence;
            continue;
        }
        if in_fence {
            continue;
        }
        for span in line.split('`').skip(1).step_by(2) {
            let known = [
                "src/",
                "tests/",
                "policies/",
                "testdata/",
                "docs/",
                "benches/",
                "fuzz/",
                ".ci/",
                ".github/",
            ];
            let a_path = known.iter().any(|prefix| span.starts_with(prefix))
                || [".toml", ".yml", ".yaml", ".md"]
                    .iter()
                    .any(|end| span.ends_with(end) && !span.contains('='));
            let the_user_s = purlin::lint::CONFIGURATION_NAMES.contains(&span);
            if a_path && !the_user_s && !span.contains([' ', '<', '*', '{', '$']) {
                found.push(span.to_owned());
            }
        }
    }
    found
}

#[test]
fn documents_name_what_exists() {
    let mut missing = Vec::new();
    for document in ["CONTRIBUTING.md", "docs/architecture.md", "README.md"] {
        let text = fs::read_to_string(top().join(document)).unwrap();
        let named = named_paths(&text);
        assert!(!named.is_empty(), "{document} names no path: is the search for them broken?");
        missing.extend(
            named
                .into_iter()
                .filter(|path| !top().join(path).exists())
                .map(|path| format!("{document}: {path}")),
        );
    }
    assert_eq!(missing, [] as [String; 0]);
}

/// Build output apart; hidden ones are tools' own.
#[test]
fn every_directory_at_the_top_is_explained() {
    let text = fs::read_to_string(top().join("CONTRIBUTING.md")).unwrap();
    let row = |line: &str| Some(line.strip_prefix("| `")?.split_once("/` |")?.0.to_owned());
    let explained: BTreeSet<String> = text.lines().filter_map(row).collect();
    let entries = fs::read_dir(top()).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir());
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let there: BTreeSet<String> = names.filter(|name| !name.starts_with('.') && name != "target").collect();
    assert_eq!(there, explained);
}

/// What people try something on is easily left behind.
#[test]
fn no_input_lies_at_the_top() {
    let inputs = ["tf", "tfvars", "hcl", "yaml", "json", "rego"];
    let names = fs::read_dir(top()).unwrap().map(|entry| entry.unwrap().path());
    let left =
        names.filter(|path| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')));
    let left: Vec<PathBuf> = left
        .filter(|path| path.extension().is_some_and(|own| inputs.iter().any(|one| own == *one)))
        .collect();
    assert_eq!(left, [] as [PathBuf; 0]);
}

#[test]
fn documents_name_every_layer() {
    let text = fs::read_to_string(top().join("docs/architecture.md")).unwrap();
    let missing: Vec<String> =
        layers().into_iter().filter(|layer| !text.contains(&format!("| `{layer}` |"))).collect();
    assert_eq!(missing, [] as [String; 0]);
}

#[test]
fn the_readme_gives_a_reason_for_every_dependency() {
    let manifest = fs::read_to_string(top().join("Cargo.toml")).unwrap();
    let readme = fs::read_to_string(top().join("README.md")).unwrap();
    let section = manifest.split("\n[dependencies]\n").nth(1).unwrap().split("\n[").next().unwrap();
    let names = section.lines().filter_map(|line| line.split_once(" =")).map(|(name, _)| name.trim());
    let missing: Vec<&str> = names.filter(|name| !readme.contains(&format!("`{name}`"))).collect();
    assert_eq!(missing, [] as [&str; 0]);
}
