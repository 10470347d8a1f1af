//! What kustomizations say about the files beside them.

use super::read::Documents;
use crate::parse::tree::{Node, NodeKind};
use crate::parse::yaml;
use crate::source::Sources;
use std::collections::BTreeSet;

/// The names kustomize looks for.
const NAMES: [&str; 3] = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

/// What all kustomizations say.
#[derive(Debug, Default)]
pub(super) struct Kustomizations {
    /// Directories that hold one.
    pub(super) directories: BTreeSet<String>,
    /// Files that they apply as patches.
    pub(super) patches: BTreeSet<String>,
}

/// Reads the kustomizations among `files`, and those beside them that do not say what they are.
pub(super) fn find(sources: &Sources, files: &[Documents]) -> Kustomizations {
    let mut found = Kustomizations::default();
    let mut directories = BTreeSet::new();
    for file in files {
        let (directory, name) = file.path.rsplit_once('/').unwrap_or((".", &file.path));
        directories.insert(directory);
        if NAMES.contains(&name) {
            found.directories.insert(directory.to_owned());
            file.nodes.iter().for_each(|node| found.read(directory, node));
        }
    }
    for directory in directories {
        if found.directories.contains(directory) {
            continue;
        }
        let entries = sources.list(directory);
        let Some(entry) = entries.iter().find(|entry| NAMES.contains(&&*entry.name)) else { continue };
        found.directories.insert(directory.to_owned());
        // One that cannot be read is for discovery to report.
        if let Some(file) = join(directory, &entry.name).and_then(|path| sources.load(&path).ok()) {
            yaml::parse(sources, file).0.iter().for_each(|node| found.read(directory, node));
        }
    }
    found
}

impl Kustomizations {
    fn read(&mut self, directory: &str, node: &Node) {
        for list in ["patches", "patchesStrategicMerge", "patchesJson6902"] {
            let Some(NodeKind::Sequence(items)) = node.get(list).map(|list| &list.kind) else { continue };
            for item in items.iter() {
                let written = item.as_str().or_else(|| item.get("path").and_then(Node::as_str));
                self.patches.extend(written.and_then(|path| join(directory, path)));
            }
        }
    }
}

/// A path written in `directory`, relative to the top; none where it leaves it or is no path.
fn join(directory: &str, written: &str) -> Option<String> {
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
    Some(segments.join("/"))
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
            ("k", "../../a.yaml", None),
            ("k", "apiVersion: v1\nkind: Pod", None),
        ] {
            assert_eq!(join(directory, written).as_deref(), expected, "{directory} {written}");
        }
    }
}
