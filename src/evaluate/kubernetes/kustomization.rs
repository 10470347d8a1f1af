//! What kustomizations say of the files beside them: what they apply, change and read, and in which namespace.

use super::images::{self, Given};
use super::overlay::{Written, written};
use super::read::Documents;
use crate::parse::tree::{Node, NodeKind};
use crate::parse::yaml;
use crate::source::{FileKind, Sources, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A namespace that something outside of an object says for it.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// None where it is filled in from elsewhere: `${NAMESPACE}`.
    pub(super) name: Option<Arc<str>>,
    /// Where it is said.
    pub(super) span: Span,
}

/// One kustomization.
#[derive(Clone, Debug, Default)]
pub(super) struct Kustomization {
    /// Its file.
    pub(super) path: String,
    /// A part that others take in and nobody applies by itself.
    pub(super) component: bool,
    /// The namespace that it gives to all objects.
    pub(super) namespace: Option<Named>,
    /// Files, and directories of kustomizations, that it applies.
    pub(super) resources: Vec<String>,
    /// The parts that it takes in.
    pub(super) components: Vec<String>,
    /// What it changes of what it applies.
    pub(super) changes: Vec<Written>,
    /// What it puts before and after names.
    pub(super) renames: (String, String),
    /// It adds labels or annotations.
    pub(super) labels: bool,
    /// Files that it reads for itself: what objects are generated from, and settings.
    pub(super) inputs: Vec<String>,
    /// What it makes of images.
    pub(super) images: Vec<Given>,
    /// It applies things that are not among the files: of other repositories, of charts, generated ones.
    pub(super) applies_unseen: bool,
}

/// Kustomizations by their directories.
pub(super) type Kustomizations = BTreeMap<String, Kustomization>;

/// Reads the kustomizations among `files`, and those beside them that are not.
pub(super) fn find(sources: &Sources, files: &[Documents]) -> Kustomizations {
    let mut found = Kustomizations::new();
    for file in files.iter().filter(|file| file.kind == FileKind::Kustomization) {
        found.insert(directory(&file.path).to_owned(), Kustomization::read(&file.path, &file.nodes));
    }
    let mut looked_at: Option<&str> = None;
    for beside in files.iter().map(|file| directory(&file.path)) {
        if looked_at.replace(beside) == Some(beside) || found.contains_key(beside) {
            continue;
        }
        // One that cannot be read is for discovery to report.
        let listed = sources.list(beside).into_iter().filter_map(|entry| join(beside, &entry.name));
        let path = listed.filter(|path| FileKind::of_name(path) == Some(FileKind::Kustomization)).min();
        if let Some((file, path)) = path.and_then(|path| Some((sources.load(&path).ok()?, path))) {
            found.insert(beside.to_owned(), Kustomization::read(&path, &yaml::parse(sources, file).0));
        }
    }
    found
}

impl Kustomization {
    /// What the documents of a file say.
    fn read(path: &str, documents: &[Node]) -> Kustomization {
        let directory = directory(path);
        let mut own = Kustomization { path: path.to_owned(), ..Kustomization::default() };
        let files = |node: &Node, key: &str| -> Vec<String> {
            texts(node.get(key)).filter_map(|path| join(directory, path)).collect()
        };
        for node in documents {
            own.component |= node.get("kind").and_then(Node::as_str) == Some("Component");
            own.namespace = named(node.get("namespace")).or(own.namespace);
            for key in ["resources", "bases"] {
                for written in texts(node.get(key)) {
                    match join(directory, written).filter(|_| !is_remote(written)) {
                        Some(path) => own.resources.push(path),
                        None => own.applies_unseen = true,
                    }
                }
            }
            own.components.extend(files(node, "components"));
            own.images.extend(images::listed(node.get("images")));
            own.changes.extend(written(directory, node));
            let affix = |key: &str| node.get(key).and_then(Node::as_str).unwrap_or_default().to_owned();
            own.renames = (affix("namePrefix"), affix("nameSuffix"));
            own.labels |=
                ["commonLabels", "labels", "commonAnnotations"].iter().any(|key| node.get(key).is_some());
            for key in ["configurations", "crds", "generators", "transformers", "validators"] {
                own.inputs.extend(files(node, key));
            }
            let replacements = paths_of(node.get("replacements"), "path");
            own.inputs.extend(replacements.filter_map(|path| join(directory, path)));
            for key in ["configMapGenerator", "secretGenerator"] {
                own.generates(directory, node.get(key));
            }
            let unseen = [
                "configMapGenerator",
                "secretGenerator",
                "generators",
                "helmCharts",
                "helmChartInflationGenerator",
            ];
            own.applies_unseen |= unseen.iter().any(|key| node.get(key).is_some());
        }
        own
    }

    /// The files whose content objects are made of: `name=file` or `file`.
    fn generates(&mut self, directory: &str, generators: Option<&Node>) {
        for generator in items(generators) {
            for key in ["files", "envs"] {
                let written = texts(generator.get(key)).map(|text| text.rsplit('=').next().unwrap_or(text));
                self.inputs.extend(written.filter_map(|path| join(directory, path)));
            }
        }
    }
}

/// A text that names a namespace, and where.
pub(super) fn named(node: Option<&Node>) -> Option<Named> {
    let node = node?;
    let text = node.as_str().filter(|text| !text.is_empty())?;
    let name = (!is_filled_in(text)).then(|| text.into());
    Some(Named { name, span: node.span })
}

/// Whether a tool puts something in the place of a part of the text before it is applied.
pub(super) fn is_filled_in(text: &str) -> bool {
    text.contains("${") || text.contains("{{")
}

/// The items of a list.
pub(super) fn items(node: Option<&Node>) -> &[Node] {
    match node.map(|node| &node.kind) {
        Some(NodeKind::Sequence(items)) => items,
        _ => &[],
    }
}

/// The texts in a list.
pub(super) fn texts(node: Option<&Node>) -> impl Iterator<Item = &str> {
    items(node).iter().filter_map(Node::as_str)
}

/// The texts under a key of the items of a list.
pub(super) fn paths_of<'a>(node: Option<&'a Node>, key: &str) -> impl Iterator<Item = &'a str> {
    items(node).iter().filter_map(move |item| item.get(key).and_then(Node::as_str))
}

/// Whether kustomize fetches a resource instead of reading it here.
fn is_remote(written: &str) -> bool {
    let host = written.split('/').next().unwrap_or_default();
    written.contains("://")
        || written.contains("?ref=")
        || written.starts_with("git@")
        || written.starts_with("git::")
        || matches!(host, "github.com" | "gitlab.com" | "bitbucket.org")
}

/// The directory of a file, `.` for the top.
pub(super) fn directory(path: &str) -> &str {
    path.rsplit_once('/').map_or(".", |(directory, _)| directory)
}

/// The last segment of a path.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// A path written in `directory`, relative to the top (`.`); none where it leaves it or is no path.
pub(super) fn join(directory: &str, written: &str) -> Option<String> {
    if written.contains('\n') || written.starts_with('/') {
        return None;
    }
    let mut segments: Vec<&str> = directory.split('/').filter(|segment| *segment != ".").collect();
    for segment in written.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()?),
            name => segments.push(name),
        }
    }
    Some(if segments.is_empty() { ".".to_owned() } else { segments.join("/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined_within_the_top() {
        for (directory, written, expected) in [
            (".", "a.yaml", Some("a.yaml")),
            ("k/dev", "./patches/a.yaml", Some("k/dev/patches/a.yaml")),
            ("k/dev", "../base/a.yaml", Some("k/base/a.yaml")),
            ("k", "..", Some(".")),
            ("k", "../../a.yaml", None),
            ("k", "apiVersion: v1\nkind: Pod", None),
        ] {
            assert_eq!(join(directory, written).as_deref(), expected, "{directory} {written}");
        }
    }

    #[test]
    fn what_is_fetched_is_told_from_what_lies_here() {
        for (written, remote) in [
            ("github.com/org/repo//deploy?ref=v1", true),
            ("https://example.com/install.yaml", true),
            ("git@example.com:org/repo.git", true),
            ("../github.com/notes", false),
            ("./base", false),
        ] {
            assert_eq!(is_remote(written), remote, "{written}");
        }
    }
}
