//! What Flux and Argo CD apply: directories of the repository, each with the namespace they give to what lies in it.

use super::images::{self, Given};
use super::kinds;
use super::kustomization::{Named, directory, is_filled_in, items, join, named, texts};
use super::object::list_items;
use super::overlay::{Written, written};
use super::read::Documents;
use crate::parse::tree::Node;
use crate::source::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A directory that is applied by itself.
#[derive(Clone, Debug)]
pub(super) struct Delivery {
    /// Relative to the top.
    pub(super) directory: String,
    /// Position of the file that says so.
    pub(super) told_in: usize,
    /// It is applied to another cluster than the one where that is said.
    pub(super) elsewhere: bool,
    /// What lies in directories below is applied too, where no kustomization says what is.
    pub(super) below: bool,
    /// The namespace that all objects get.
    pub(super) set: Option<Named>,
    /// The namespace that objects get which have none.
    pub(super) default: Option<Named>,
    /// Parts of kustomizations that are added.
    pub(super) components: Vec<String>,
    /// What it makes of images.
    pub(super) images: Vec<Given>,
    /// What is changed of what is applied.
    pub(super) changes: Vec<Written>,
}

/// Directories that one application may name by a pattern.
const MAX_DIRECTORIES: usize = 10_000;

/// What the objects in `files` say is applied. Where a tool is told to read a path of a repository, it is this one
/// only if all paths read of that repository exist here, and one of them is not just its top.
pub(super) fn find(sources: &Sources, files: &[Documents]) -> Vec<Delivery> {
    let mut finder = Finder { sources, directories: directories(files), found: BTreeMap::new(), file: 0 };
    for (at, file) in files.iter().enumerate() {
        finder.file = at;
        file.nodes.iter().for_each(|node| finder.document(node, 0));
    }
    let is_here = |(_, read): &(Arc<str>, Source)| !read.elsewhere && read.below_top;
    finder.found.into_iter().filter(is_here).flat_map(|(_, read)| read.deliveries).collect()
}

/// What is read of one repository.
#[derive(Default)]
struct Source {
    /// A path that is read does not exist here.
    elsewhere: bool,
    /// A path that is read is not the top.
    below_top: bool,
    deliveries: Vec<Delivery>,
}

struct Finder<'a> {
    sources: &'a Sources,
    /// Directories of files, and those above them.
    directories: BTreeSet<&'a str>,
    /// By what names a repository.
    found: BTreeMap<Arc<str>, Source>,
    /// Position of the file that is read.
    file: usize,
}

fn directories(files: &[Documents]) -> BTreeSet<&str> {
    let mut found = BTreeSet::from(["."]);
    for file in files {
        let mut next = directory(&file.path);
        while found.insert(next) {
            next = directory(next);
        }
    }
    found
}

fn text<'a>(node: &'a Node, key: &str) -> Option<&'a str> {
    node.get(key).and_then(Node::as_str).filter(|text| !text.is_empty())
}

impl Finder<'_> {
    fn document(&mut self, node: &Node, depth: usize) {
        let (Some(api_version), Some(kind)) = (text(node, "apiVersion"), text(node, "kind")) else { return };
        if let Some(items) = list_items(node, kind).filter(|_| depth < 2) {
            items.iter().for_each(|item| self.document(item, depth + 1));
            return;
        }
        let Some(spec) = node.get("spec") else { return };
        match (kinds::group(api_version), kind) {
            ("kustomize.toolkit.fluxcd.io", "Kustomization") => self.flux(node, spec),
            ("argoproj.io", "Application") => self.argo(spec, &[]),
            ("argoproj.io", "ApplicationSet") => {
                let mut paths = Vec::new();
                generated(spec.get("generators"), &mut paths, 0);
                if let Some(spec) = spec.get("template").and_then(|template| template.get("spec")) {
                    self.argo(spec, &paths);
                }
            }
            _ => {}
        }
    }

    fn flux(&mut self, node: &Node, spec: &Node) {
        let own = node.get("metadata").and_then(|metadata| text(metadata, "namespace"));
        let key_of = |source: &Node| {
            let of = |key| text(source, key).unwrap_or_default();
            format!("{} {} {}", of("kind"), text(source, "namespace").or(own).unwrap_or_default(), of("name"))
        };
        // What applies many of them may give all their source, by a patch.
        let (key, path) = match (spec.get("sourceRef"), text(spec, "path")) {
            (Some(source), path) => (key_of(source), path.unwrap_or(".")),
            (None, Some(path)) => (String::new(), path),
            (None, None) => return,
        };
        let components: Vec<&str> = texts(spec.get("components")).collect();
        let told_in = self.file;
        self.add(&key, path, &|directory| Delivery {
            components: components.iter().filter_map(|component| join(&directory, component)).collect(),
            directory,
            told_in,
            elsewhere: spec.get("kubeConfig").is_some(),
            below: true,
            set: named(spec.get("targetNamespace")),
            default: None,
            images: images::listed(spec.get("images")).collect(),
            changes: written(".", spec),
        });
    }

    /// `patterns` are of the directories that an ApplicationSet makes an application of each.
    fn argo(&mut self, spec: &Node, patterns: &[&str]) {
        let to = spec.get("destination");
        let destination = to.and_then(|to| to.get("namespace"));
        let (told_in, elsewhere) = (self.file, to.is_some_and(is_elsewhere));
        let sources = spec.get("source").into_iter().chain(items(spec.get("sources")));
        for source in sources.filter(|source| source.get("chart").is_none()) {
            let Some(path) = text(source, "path") else { continue };
            let key = text(source, "repoURL").unwrap_or_default();
            let recurse = source.get("directory").and_then(|directory| directory.get("recurse"));
            let below =
                matches!(recurse.map(|node| &node.kind), Some(crate::parse::tree::NodeKind::Bool(true)));
            let kustomize = |key: &str| source.get("kustomize").and_then(|kustomize| kustomize.get(key));
            let delivery = |directory| Delivery {
                directory,
                told_in,
                elsewhere,
                below,
                set: named(kustomize("namespace")),
                default: named(destination),
                components: Vec::new(),
                images: texts(kustomize("images")).map(images::replaced).collect(),
                changes: source.get("kustomize").map(|own| written(".", own)).unwrap_or_default(),
            };
            match hole(path) {
                Some(true) => patterns.iter().for_each(|pattern| self.add(key, pattern, &delivery)),
                Some(false) => match starred(path) {
                    Some(pattern) => self.add(key, &pattern, &delivery),
                    None => self.found.entry(key.into()).or_default().elsewhere = true,
                },
                None => self.add(key, path, &delivery),
            }
        }
    }

    /// Takes a path, or a pattern with `*` for paths, as read of the repository that `key` names.
    fn add(&mut self, key: &str, path: &str, delivery: &dyn Fn(String) -> Delivery) {
        if is_filled_in(path) {
            return;
        }
        let Some(path) = join(".", path.trim_start_matches('/')) else { return };
        let found: Vec<String> = match path.contains('*') {
            true => {
                let all = self.directories.iter().filter(|directory| matches(&path, directory));
                all.take(MAX_DIRECTORIES).map(|directory| (*directory).to_owned()).collect()
            }
            false => {
                let exists = self.directories.contains(&*path) || !self.sources.list(&path).is_empty();
                exists.then_some(path.clone()).into_iter().collect()
            }
        };
        let source = self.found.entry(key.into()).or_default();
        source.elsewhere |= found.is_empty();
        source.below_top |= path != ".";
        source.deliveries.extend(found.into_iter().map(delivery));
    }
}

/// Whether a destination of Argo CD is not the cluster that Argo CD runs on.
fn is_elsewhere(destination: &Node) -> bool {
    let own = |server: &str| {
        matches!(server.trim_end_matches('/'), "https://kubernetes.default.svc" | "in-cluster")
    };
    ["server", "name"].iter().any(|key| text(destination, key).is_some_and(|server| !own(server)))
}

/// The patterns of directories that git generators list, those inside other generators too.
fn generated<'a>(generators: Option<&'a Node>, paths: &mut Vec<&'a str>, depth: usize) {
    for generator in items(generators) {
        let listed = items(generator.get("git").and_then(|git| git.get("directories")));
        let taken = listed.iter().filter(|item| item.get("exclude").is_none());
        paths.extend(taken.filter_map(|item| text(item, "path")));
        for inner in ["matrix", "merge"] {
            if depth < 2 {
                generated(generator.get(inner).and_then(|inner| inner.get("generators")), paths, depth + 1);
            }
        }
    }
}

/// Whether a path is filled in by the generator: with its whole path (`true`), or in part.
fn hole(path: &str) -> Option<bool> {
    path.contains("{{").then(|| {
        let inner = path.trim().trim_start_matches("{{").trim_end_matches("}}").trim();
        matches!(inner, "path" | ".path.path" | ".path")
    })
}

/// `apps/{{ name }}/deploy` as `apps/*/deploy`; none where nothing but holes is written, which says of no directory that
/// it is meant.
fn starred(path: &str) -> Option<String> {
    let mut rest = path;
    let mut pattern = String::new();
    while let Some((before, after)) = rest.split_once("{{") {
        pattern.push_str(before);
        pattern.push('*');
        rest = after.split_once("}}").map_or("", |(_, after)| after);
    }
    pattern.push_str(rest);
    pattern.contains(char::is_alphanumeric).then_some(pattern)
}

/// Whether a directory matches a pattern, segment by segment; `*` stands for any text in one.
pub(super) fn matches(pattern: &str, directory: &str) -> bool {
    let (mut own, mut theirs) = (pattern.split('/'), directory.split('/'));
    loop {
        match (own.next(), theirs.next()) {
            (None, None) => return true,
            (Some(pattern), Some(name)) if segment_matches(pattern, name) => {}
            _ => return false,
        }
    }
}

fn segment_matches(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = name.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_directories() {
        for (pattern, directory, expected) in [
            ("apps/*", "apps/web", true),
            ("apps/*", "apps/web/base", false),
            ("apps/*", "apps", false),
            ("*/overlays/prod-*", "web/overlays/prod-eu", true),
            ("*/overlays/prod-*", "web/overlays/dev", false),
            ("a*b*c", "abxc", true),
            ("a*b*c", "ac", false),
        ] {
            assert_eq!(matches(pattern, directory), expected, "{pattern} {directory}");
        }
        assert_eq!(starred("apps/{{ .name }}/{{x").as_deref(), Some("apps/*/*"));
        assert_eq!(starred("{{ metadata.annotations.base }}{{ path }}"), None);
        assert_eq!((hole("{{path}}"), hole("a/{{name}}"), hole("a")), (Some(true), Some(false), None));
    }
}
