//! Images that get their version from what applies an object: where the object names one without, only the name is
//! known, as far as it stays the same.

use super::delivery::Delivery;
use super::kustomization::{Kustomizations, directory, items};
use super::read::{Documents, above, is_below};
use crate::evaluate::{Data, Part, Reason, Unknown, Value};
use crate::parse::tree::{Node, NodeKind};
use crate::source::{Diagnostic, Level};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What something makes of the images of one name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Given {
    old: Arc<str>,
    /// May be the same.
    name: Arc<str>,
    version: Version,
}

/// What an image has behind its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Version {
    /// What it had.
    Same,
    Tag,
    Digest,
    TagAndDigest,
    /// Both, since a tool builds it and pins what it has built; the registry that it puts in front is not known.
    Built,
}

type All = BTreeSet<Given>;

/// What images get, by what gives it.
#[derive(Debug, Default)]
pub(super) struct Versions {
    /// Built by a tool, by the directory of its configuration: it applies what lies below.
    built: BTreeMap<String, All>,
    /// Set by kustomizations and delivery tools, by the position of the file that they apply.
    set: BTreeMap<usize, All>,
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
        let given: All = own.images.iter().chain(parts.flat_map(|part| &part.images)).cloned().collect();
        finder.reach(directory, &given);
    }
    for delivery in deliveries {
        let given: All = delivery.images.iter().cloned().collect();
        match kustomizations.contains_key(&delivery.directory) {
            true => finder.reach(&delivery.directory, &given),
            false => finder.lies_in(delivery, &given),
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
        let given = names.map(|name| Given { old: name.into(), name: name.into(), version: Version::Built });
        self.found.built.entry(directory.to_owned()).or_default().extend(given);
    }

    /// Gives all that is `given` to the files that a kustomization takes in.
    fn reach(&mut self, top: &'a str, given: &All) {
        if given.is_empty() {
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
                    self.give(file, given);
                }
            }
        }
    }

    /// Gives all that is `given` to the files of a directory that a tool applies as it lies there.
    fn lies_in(&mut self, delivery: &Delivery, given: &All) {
        if given.is_empty() {
            return;
        }
        for (at, file) in self.files.iter().enumerate() {
            if !self.may_go_on(&delivery.directory) {
                return;
            }
            let beside = directory(&file.path) == delivery.directory;
            if beside || delivery.below && is_below(&file.path, &delivery.directory) {
                self.give(at, given);
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

    fn give(&mut self, file: usize, given: &All) {
        self.found.set.entry(file).or_default().extend(given.iter().cloned());
    }
}

impl Versions {
    /// An object of a file, in which nothing but the names is known of images that get a version elsewhere.
    pub(super) fn settle(&self, file: usize, path: &str, mut body: Value) -> Value {
        let built = above(path).filter_map(|directory| self.built.get(directory));
        let given: Vec<&All> = built.chain(self.set.get(&file)).collect();
        if !given.is_empty() {
            open(&mut body, &given, false);
        }
        body
    }
}

/// Looks through the containers of a value, which is no deeper than a document is read. `container` says whether it is
/// an element of a list of them.
fn open(value: &mut Value, given: &[&All], container: bool) {
    match &mut value.data {
        Data::Sequence(_, items) => {
            Arc::make_mut(items).iter_mut().for_each(|item| open(item, given, container));
        }
        Data::Mapping(_, entries) => {
            for (key, entry) in Arc::make_mut(entries) {
                match entry.as_str().filter(|_| container && &**key == "image").map(parts) {
                    Some((name, None | Some("latest"))) => {
                        if let Some(data) = settled(name, given, entry) {
                            entry.data = data;
                        }
                    }
                    _ => open(entry, given, matches!(&**key, "containers" | "initContainers")),
                }
            }
        }
        _ => {}
    }
}

/// What an image of this name becomes, if something gives it a version: an overlay may leave it as it is, another may
/// give it another name, and one that is above may go by the name that it has got.
fn settled(name: &str, given: &[&All], image: &Value) -> Option<Data> {
    let mut names = BTreeSet::from([name]);
    let (mut pending, mut versions) = (vec![name], BTreeSet::new());
    while let Some(next) = pending.pop() {
        for one in given.iter().flat_map(|all| all.iter()).filter(|one| *one.old == *next) {
            versions.insert(one.version);
            if names.insert(&one.name) {
                pending.push(&one.name);
            }
        }
    }
    versions.remove(&Version::Same);
    let first = versions.first()?;
    let hole = || Part::Hole(Value::unknown(Reason::Overlay, image.origin.clone()));
    let text = |text: &str| Part::Text(text.into());
    let tag = || Part::Hole(Value::new(of_version(), image.origin.clone()));
    let digest = || [text("@"), tag(), text(":"), tag()];
    // A name without a registry is one of Docker Hub, so something and a slash stand in front of each. Skaffold puts
    // its registry in front of the whole name, and may write what is in it otherwise.
    let is_built = versions.contains(&Version::Built);
    let last: BTreeSet<&str> = names.iter().filter_map(|name| name.rsplit('/').next()).collect();
    let mut becomes = match last.first() {
        _ if names.len() == 1 && !is_built => vec![text(name)],
        Some(last_part) if last.len() == 1 && is_built && name.contains('/') => vec![hole(), text(last_part)],
        Some(last_part) if last.len() == 1 => vec![hole(), text("/"), text(last_part)],
        _ => vec![hole()],
    };
    match first {
        _ if versions.len() > 1 => becomes.push(hole()),
        Version::Tag => becomes.extend([text(":"), tag()]),
        Version::Digest => becomes.extend(digest()),
        Version::TagAndDigest | Version::Built => {
            becomes.extend([text(":"), tag()]);
            becomes.extend(digest());
        }
        Version::Same => {}
    }
    let known = Unknown { parts: becomes, not_null: true, ..Unknown::because(Reason::Overlay) };
    Some(Data::Unknown(Arc::new(known)))
}

/// A tag, or a part of a digest.
fn of_version() -> Data {
    Data::Unknown(Arc::new(Unknown { plain: true, not_null: true, ..Unknown::because(Reason::Overlay) }))
}

/// What a list in a kustomization makes of images.
pub(super) fn listed(images: Option<&Node>) -> impl Iterator<Item = Given> {
    items(images).iter().filter_map(|image| {
        let says = |key| {
            let is_nothing = |node: &Node| matches!(node.kind, NodeKind::Null) || node.as_str() == Some("");
            image.get(key).is_some_and(|node| !is_nothing(node))
        };
        let text = |key| image.get(key).and_then(Node::as_str).filter(|text| !text.is_empty());
        let old = text("name")?;
        let version = match (says("newTag"), says("digest")) {
            (false, false) => Version::Same,
            (true, false) => Version::Tag,
            (false, true) => Version::Digest,
            (true, true) => Version::TagAndDigest,
        };
        Some(Given { old: old.into(), name: text("newName").unwrap_or(old).into(), version })
    })
}

/// What a text as Argo CD takes it makes of an image: `app=registry/app:1`, `app:1`.
pub(super) fn replaced(written: &str) -> Given {
    let new = written.rsplit('=').next().unwrap_or(written);
    let (new, digest) = new.split_once('@').map_or((new, None), |(new, digest)| (new, Some(digest)));
    let (name, tag) = parts(new);
    let old = written.split_once('=').map_or(name, |(old, _)| old);
    let version = match (tag, digest) {
        (None, None) => Version::Same,
        (Some(_), None) => Version::Tag,
        (None, Some(_)) => Version::Digest,
        (Some(_), Some(_)) => Version::TagAndDigest,
    };
    Given { old: old.into(), name: name.into(), version }
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
