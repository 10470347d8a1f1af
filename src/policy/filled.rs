//! Values that are unknown, but surely texts that are not empty: `aws_kms_key.main.arn`. A policy that only asks
//! whether there is one gets its answer, and so does one that asks whether it is a text which it cannot be: no ARN is
//! `*`. For one that looks into the text it stays unknown.

use super::compile::{Depth, EVERY_KIND, Footprint, Read, Step as ReadStep};
use super::results::Resources;
use super::undecided::affects;
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::{self, GraphDocument, ResourceGraph, ResourceIndex};
use regorus::Value as Input;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What stands for such a text. Only policies see it that do not look at it.
const STAND_IN: &str = "${}";

/// One such value.
struct Text<'d> {
    resource: ResourceIndex,
    /// Position under its kind.
    position: usize,
    path: Path,
    value: &'d Value,
}

/// All of them, by kind.
pub(super) struct Filled<'d>(BTreeMap<&'d str, Vec<Text<'d>>>);

/// Those that are as good as known to a policy.
#[derive(Debug, Default)]
pub(super) struct Settled(BTreeSet<(ResourceIndex, Path)>);

impl Settled {
    /// Whether the unknown at a path is one of them.
    pub(super) fn holds(&self, resource: ResourceIndex, path: &Path) -> bool {
        !self.0.is_empty() && self.0.contains(&(resource, path.clone()))
    }
}

impl<'d> Filled<'d> {
    pub(super) fn new(
        document: &'d GraphDocument,
        resources: &Resources<'_>,
        graph: &'d ResourceGraph,
    ) -> Filled<'d> {
        let mut filled: BTreeMap<&str, Vec<Text<'d>>> = BTreeMap::new();
        for (kind, list) in &document.resources {
            for (position, resource) in list.iter().enumerate().filter(|(_, one)| !one.unknown.is_empty()) {
                let Some((index, entry)) = resources.find(&resource.id) else { continue };
                // What a workload says stands in the document a second time.
                if !entry.workloads.is_empty() {
                    continue;
                }
                let texts = entry.unknown.iter().filter_map(|path| {
                    let value = filled_at(index, path, graph)?;
                    Some(Text { resource: index, position, path: path.clone(), value })
                });
                filled.entry(kind).or_default().extend(texts);
            }
        }
        Filled(filled)
    }

    /// Those that a policy asks for without looking at them, and the input with something in their places.
    pub(super) fn seen_by<'v>(&self, footprint: &Footprint, input: &'v Input) -> (Settled, Cow<'v, Input>) {
        let mut settled = Settled::default();
        let mut seen = Cow::Borrowed(input);
        for (kind, texts) in &self.0 {
            let kinds = [*kind, EVERY_KIND].into_iter();
            let reads: Vec<&Read> =
                kinds.filter_map(|kind| footprint.attributes.get(kind)).flatten().collect();
            if reads.is_empty() {
                continue;
            }
            let asked = |text: &&Text<'_>| {
                let may_be = |other: &str| !other.is_empty() && graph::may_be(text.value, other);
                only_asked_for(&text.path, &reads, &may_be)
            };
            for text in texts.iter().filter(asked) {
                if put(seen.to_mut(), kind, text).is_some() {
                    settled.0.insert((text.resource, text.path.clone()));
                }
            }
        }
        (settled, seen)
    }
}

/// The value at an unknown path, where it is surely a text that is not empty.
fn filled_at<'d>(resource: ResourceIndex, path: &Path, graph: &'d ResourceGraph) -> Option<&'d Value> {
    match graph.value_at(resource, path) {
        Some((value, [])) => match &value.data {
            Data::Unknown(unknown) if unknown.is_filled() => Some(value),
            _ => None,
        },
        _ => None,
    }
}

/// Whether some of the reads rest on there being a text at a path, and none on what it says or how long it is. `may_be`
/// tells whether the text may be the one that it is compared with.
fn only_asked_for(path: &Path, reads: &[&Read], may_be: &dyn Fn(&str) -> bool) -> bool {
    let looks = |read: &Read| {
        let measures = read.path.len() == path.0.len() + 1 && read.path.last() == Some(&ReadStep::Length);
        let start = read.path.get(..path.0.len()).unwrap_or_default().to_vec();
        let above = Read { path: start, depth: Depth::Seen };
        match &read.depth {
            _ if measures => affects(path, &[], &above),
            Depth::Seen => false,
            Depth::Compared(texts) => {
                let same = read.path.len() == path.0.len() && affects(path, &[], read);
                same && texts.iter().any(|text| may_be(text))
            }
            Depth::Deep => read.path.len() <= path.0.len() && affects(path, &[], read),
        }
    };
    reads.iter().any(|read| affects(path, &[], read)) && !reads.iter().any(|read| looks(read))
}

/// Puts the stand-in into its place, and takes the place off the list of what is unknown; none where there is no such
/// place.
fn put(input: &mut Input, kind: &str, text: &Text<'_>) -> Option<()> {
    let resources = input.as_object_mut().ok()?.get_mut(&Input::from("resources"))?;
    let list = resources.as_object_mut().ok()?.get_mut(&Input::from(kind))?;
    let resource = list.as_array_mut().ok()?.get_mut(text.position)?;
    let resource = resource.as_object_mut().ok()?;
    fill(resource.get_mut(&Input::from("attributes"))?, &text.path)?;
    let steps = text.path.0.iter().map(|step| match step {
        Step::Key(key) => Input::from(&**key),
        Step::Index(at) => Input::from(*at),
        Step::Any => Input::from("*"),
    });
    let path = Input::from(steps.collect::<Vec<_>>());
    let unknown = resource.get_mut(&Input::from("unknown"))?.as_array_mut().ok()?;
    unknown.retain(|other| *other != path);
    Some(())
}

fn fill(mut value: &mut Input, path: &Path) -> Option<()> {
    let (last, way) = path.0.split_last()?;
    for step in way {
        value = match step {
            Step::Key(key) => value.as_object_mut().ok()?.get_mut(&Input::from(&**key))?,
            Step::Index(at) => value.as_array_mut().ok()?.get_mut(*at)?,
            Step::Any => return None,
        };
    }
    match last {
        Step::Key(key) => {
            value.as_object_mut().ok()?.insert(Input::from(&**key), Input::from(STAND_IN));
        }
        Step::Index(at) => *value.as_array_mut().ok()?.get_mut(*at)? = Input::from(STAND_IN),
        Step::Any => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &[&str], deep: bool) -> Read {
        let step = |step: &&str| match *step {
            "*" => ReadStep::Any,
            "#" => ReadStep::Length,
            key => ReadStep::Key(key.to_owned()),
        };
        let depth = if deep { Depth::Deep } else { Depth::Seen };
        Read { path: path.iter().map(step).collect(), depth }
    }

    fn asked(reads: &[Read]) -> bool {
        let path = Path(vec![Step::from("block"), Step::from(0), Step::from("key")]);
        only_asked_for(&path, &reads.iter().collect::<Vec<_>>(), &|text| text.starts_with("arn:"))
    }

    fn compared(path: &[&str], text: &str) -> Read {
        let depth = Depth::Compared([text.to_owned()].into());
        Read { depth, ..read(path, false) }
    }

    #[test]
    fn what_is_compared_with_what_it_cannot_be_is_decided() {
        let key = ["block", "*", "key"];
        assert!(asked(&[compared(&key, "*")]));
        assert!(!asked(&[compared(&key, "arn:aws:s3:::logs")]));
        let of_block = compared(&["block", "*"], "arn:aws:s3:::logs");
        assert!(asked(&[read(&key, false), of_block]), "a block is no text");
        assert!(!asked(&[compared(&key, "*"), read(&key, true)]));
    }

    #[test]
    fn what_is_looked_at_stays_unknown() {
        let presence = read(&["block", "*", "key"], false);
        assert!(asked(std::slice::from_ref(&presence)));
        assert!(asked(&[read(&["block", "*", "key", "*"], false)]), "whether it is empty");
        assert!(asked(&[presence.clone(), read(&["block", "*", "other"], true)]));
        assert!(asked(&[presence.clone(), read(&["block", "#"], false)]), "how many blocks there are");
        assert!(!asked(&[read(&["other"], false)]), "nobody asks");
        assert!(!asked(&[read(&["block", "*", "key"], true)]));
        assert!(!asked(&[presence.clone(), read(&["block"], true)]));
        assert!(!asked(&[presence, read(&["block", "*", "key", "#"], false)]), "how long it is");
    }
}
