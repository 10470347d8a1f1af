//! Values that are unknown, but surely texts that are not empty: `aws_kms_key.main.arn`. A policy that only asks
//! whether there is one gets its answer; for one that looks into the text it stays unknown.

use super::compile::{EVERY_KIND, Footprint, Read, Step as ReadStep};
use super::results::Resources;
use super::undecided::affects;
use crate::evaluate::{Data, Path, Step};
use crate::graph::{GraphDocument, ResourceGraph, ResourceIndex};
use regorus::Value;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What stands for such a text. Only policies see it that do not look at it.
const STAND_IN: &str = "${}";

/// One such value.
struct Text {
    resource: ResourceIndex,
    /// Position under its kind.
    position: usize,
    path: Path,
}

/// All of them, by kind.
pub(super) struct Filled<'d>(BTreeMap<&'d str, Vec<Text>>);

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
        graph: &ResourceGraph,
    ) -> Filled<'d> {
        let mut filled: BTreeMap<&str, Vec<Text>> = BTreeMap::new();
        for (kind, list) in &document.resources {
            for (position, resource) in list.iter().enumerate().filter(|(_, one)| !one.unknown.is_empty()) {
                let Some((index, entry)) = resources.find(&resource.id) else { continue };
                // What a workload says stands in the document a second time.
                if !entry.workloads.is_empty() {
                    continue;
                }
                let texts = entry.unknown.iter().filter(|path| is_filled(index, path, graph));
                let texts = texts.map(|path| Text { resource: index, position, path: path.clone() });
                filled.entry(kind).or_default().extend(texts);
            }
        }
        Filled(filled)
    }

    /// Those that a policy asks for without looking at them, and the input with something in their places.
    pub(super) fn seen_by<'v>(&self, footprint: &Footprint, input: &'v Value) -> (Settled, Cow<'v, Value>) {
        let mut settled = Settled::default();
        let mut seen = Cow::Borrowed(input);
        for (kind, texts) in &self.0 {
            let kinds = [*kind, EVERY_KIND].into_iter();
            let reads: Vec<&Read> =
                kinds.filter_map(|kind| footprint.attributes.get(kind)).flatten().collect();
            if reads.is_empty() {
                continue;
            }
            for text in texts.iter().filter(|text| only_asked_for(&text.path, &reads)) {
                if put(seen.to_mut(), kind, text).is_some() {
                    settled.0.insert((text.resource, text.path.clone()));
                }
            }
        }
        (settled, seen)
    }
}

/// Whether the value at an unknown path is surely a text that is not empty.
fn is_filled(resource: ResourceIndex, path: &Path, graph: &ResourceGraph) -> bool {
    match graph.value_at(resource, path) {
        Some((value, [])) => matches!(&value.data, Data::Unknown(unknown) if unknown.is_filled()),
        _ => false,
    }
}

/// Whether some of the reads rest on there being a text at a path, and none on what it says or how long it is.
fn only_asked_for(path: &Path, reads: &[&Read]) -> bool {
    let looks = |read: &Read| {
        let measures = read.path.len() == path.0.len() + 1 && read.path.last() == Some(&ReadStep::Length);
        let above = Read { path: read.path.get(..path.0.len()).unwrap_or_default().to_vec(), deep: false };
        match measures {
            true => affects(path, &[], &above),
            false => read.deep && read.path.len() <= path.0.len() && affects(path, &[], read),
        }
    };
    reads.iter().any(|read| affects(path, &[], read)) && !reads.iter().any(|read| looks(read))
}

/// Puts the stand-in into its place, and takes the place off the list of what is unknown; none where there is no such
/// place.
fn put(input: &mut Value, kind: &str, text: &Text) -> Option<()> {
    let resources = input.as_object_mut().ok()?.get_mut(&Value::from("resources"))?;
    let list = resources.as_object_mut().ok()?.get_mut(&Value::from(kind))?;
    let resource = list.as_array_mut().ok()?.get_mut(text.position)?;
    let resource = resource.as_object_mut().ok()?;
    fill(resource.get_mut(&Value::from("attributes"))?, &text.path)?;
    let steps = text.path.0.iter().map(|step| match step {
        Step::Key(key) => Value::from(&**key),
        Step::Index(at) => Value::from(*at),
        Step::Any => Value::from("*"),
    });
    let path = Value::from(steps.collect::<Vec<_>>());
    let unknown = resource.get_mut(&Value::from("unknown"))?.as_array_mut().ok()?;
    unknown.retain(|other| *other != path);
    Some(())
}

fn fill(mut value: &mut Value, path: &Path) -> Option<()> {
    let (last, way) = path.0.split_last()?;
    for step in way {
        value = match step {
            Step::Key(key) => value.as_object_mut().ok()?.get_mut(&Value::from(&**key))?,
            Step::Index(at) => value.as_array_mut().ok()?.get_mut(*at)?,
            Step::Any => return None,
        };
    }
    match last {
        Step::Key(key) => {
            value.as_object_mut().ok()?.insert(Value::from(&**key), Value::from(STAND_IN));
        }
        Step::Index(at) => *value.as_array_mut().ok()?.get_mut(*at)? = Value::from(STAND_IN),
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
        Read { path: path.iter().map(step).collect(), deep }
    }

    fn asked(reads: &[Read]) -> bool {
        let path = Path(vec![Step::from("block"), Step::from(0), Step::from("key")]);
        only_asked_for(&path, &reads.iter().collect::<Vec<_>>())
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
