//! Images that get their version from what applies an object: where the object names one without, it is not known.

use super::delivery::Delivery;
use super::kustomization::{Kustomizations, directory, items};
use super::read::{Documents, above, is_below};
use crate::evaluate::{Data, Reason, Value};
use crate::parse::tree::Node;
use crate::source::{Diagnostic, Level};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

type Names = BTreeSet<Arc<str>>;

/// Names of images that get a version, by what gives it.
#[derive(Debug, Default)]
pub(super) struct Versions {
    /// Built by a tool, by the directory of its configuration: it applies what lies below.
    built: BTreeMap<String, Names>,
    /// Set by kustomizations and delivery tools, by the position of the file that they apply.
    set: BTreeMap<usize, Names>,
}

/// Files and kustomizations that are looked at for those which give images a version, each as often as one of them
/// takes it in.
const MAX_TAKEN_IN: usize = 1_000_000;

/// The versions that what is among `files` gives, and a diagnostic where not all of them are known.
pub(super) fn find(
    files: &[Documents],
    kustomizations: &Kustomizations,
    deliveries: &[Delivery],
) -> (Versions, Option<Diagnostic>) {
    let mut finder =
        Finder { files, kustomizations, left: MAX_TAKEN_IN, exceeded: None, found: Versions::default() };
    for file in files {
        file.nodes.iter().for_each(|node| finder.tool(directory(&file.path), node));
    }
    for (directory, own) in kustomizations {
        let parts = own.components.iter().filter_map(|path| kustomizations.get(path));
        let names: Names = own.images.iter().chain(parts.flat_map(|part| &part.images)).cloned().collect();
        finder.reach(directory, &names);
    }
    for delivery in deliveries {
        let names: Names = delivery.images.iter().cloned().collect();
        match kustomizations.contains_key(&delivery.directory) {
            true => finder.reach(&delivery.directory, &names),
            false => finder.lies_in(delivery, &names),
        }
    }
    let exceeded = finder.exceeded.map(|directory| {
        let message = format!(
            "kustomizations that set versions of images take in more than {MAX_TAKEN_IN} files; images that this one \
             applies are judged as they are written"
        );
        Diagnostic::on_path(Level::Warning, "kubernetes-limit", directory, message)
    });
    (finder.found, exceeded)
}

struct Finder<'a> {
    files: &'a [Documents],
    kustomizations: &'a Kustomizations,
    left: usize,
    /// The first directory of which not all is looked at.
    exceeded: Option<String>,
    found: Versions,
}

impl<'a> Finder<'a> {
    /// Skaffold builds images and puts what it has built into the objects that it applies.
    fn tool(&mut self, directory: &str, node: &Node) {
        let is = |key: &str, wanted: &dyn Fn(&str) -> bool| {
            node.get(key).and_then(Node::as_str).is_some_and(wanted)
        };
        if !is("apiVersion", &|text| text.starts_with("skaffold/")) || !is("kind", &|text| text == "Config") {
            return;
        }
        let profiles = items(node.get("profiles")).iter();
        let builds = profiles.chain([node]).filter_map(|part| part.get("build"));
        let artifacts = builds.flat_map(|build| items(build.get("artifacts")));
        let names = artifacts.filter_map(|artifact| artifact.get("image").and_then(Node::as_str));
        self.found.built.entry(directory.to_owned()).or_default().extend(names.map(Arc::from));
    }

    /// Gives `names` to all files that a kustomization takes in.
    fn reach(&mut self, top: &'a str, names: &Names) {
        if names.is_empty() {
            return;
        }
        let (mut seen, mut pending) = (BTreeSet::new(), vec![top]);
        while let Some(next) = pending.pop() {
            let Some(own) = self.kustomizations.get(next).filter(|_| seen.insert(next)) else { continue };
            for path in own.resources.iter().chain(&own.components) {
                if !self.may_go_on(top) {
                    return;
                }
                pending.push(path);
                if let Ok(file) = self.files.binary_search_by(|file| (*file.path).cmp(path.as_str())) {
                    self.give(file, names);
                }
            }
        }
    }

    /// Gives `names` to the files of a directory that a tool applies as it lies there.
    fn lies_in(&mut self, delivery: &Delivery, names: &Names) {
        if names.is_empty() {
            return;
        }
        for (at, file) in self.files.iter().enumerate() {
            if !self.may_go_on(&delivery.directory) {
                return;
            }
            let beside = directory(&file.path) == delivery.directory;
            if beside || delivery.below && is_below(&file.path, &delivery.directory) {
                self.give(at, names);
            }
        }
    }

    fn may_go_on(&mut self, directory: &str) -> bool {
        self.left = self.left.saturating_sub(1);
        if self.left == 0 {
            self.exceeded.get_or_insert_with(|| directory.to_owned());
        }
        self.left > 0
    }

    fn give(&mut self, file: usize, names: &Names) {
        self.found.set.entry(file).or_default().extend(names.iter().cloned());
    }
}

impl Versions {
    /// An object of a file, in which the images that get a version elsewhere are unknown.
    pub(super) fn settle(&self, file: usize, path: &str, mut body: Value) -> Value {
        let built = above(path).filter_map(|directory| self.built.get(directory));
        let given: Vec<&Names> = built.chain(self.set.get(&file)).collect();
        if !given.is_empty() {
            open(&mut body, &given, false);
        }
        body
    }
}

/// Looks through the containers of a value, which is no deeper than a document is read. `container` says whether it is
/// an element of a list of them.
fn open(value: &mut Value, given: &[&Names], container: bool) {
    match &mut value.data {
        Data::Sequence(_, items) => {
            Arc::make_mut(items).iter_mut().for_each(|item| open(item, given, container));
        }
        Data::Mapping(_, entries) => {
            for (key, entry) in Arc::make_mut(entries) {
                let is_given = |image: &str| match parts(image) {
                    (name, None | Some("latest")) => given.iter().any(|names| names.contains(name)),
                    _ => false,
                };
                if container && &**key == "image" && entry.as_str().is_some_and(is_given) {
                    *entry = Value::unknown(Reason::Overlay, entry.origin.clone());
                } else {
                    open(entry, given, matches!(&**key, "containers" | "initContainers"));
                }
            }
        }
        _ => {}
    }
}

/// The name of an image, and its tag or digest. A registry may have a port, so a tag stands after the last slash.
pub(super) fn parts(image: &str) -> (&str, Option<&str>) {
    if let Some((name, digest)) = image.split_once('@') {
        return (name, Some(digest));
    }
    let last = image.rfind('/').map_or(0, |slash| slash + 1);
    let (before, after) = image.split_at(last);
    match after.split_once(':') {
        Some((name, tag)) => (image.get(..before.len() + name.len()).unwrap_or(image), Some(tag)),
        None => (image, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_is_a_name_and_a_version() {
        for (image, name, version) in [
            ("app", "app", None),
            ("app:1", "app", Some("1")),
            ("registry:5000/app", "registry:5000/app", None),
            ("registry:5000/app:1", "registry:5000/app", Some("1")),
            ("registry/app:1@sha256:ab", "registry/app:1", Some("sha256:ab")),
            ("", "", None),
        ] {
            assert_eq!(parts(image), (name, version), "{image}");
        }
    }
}
