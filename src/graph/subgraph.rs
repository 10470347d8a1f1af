//! A part of the document: some resources, and of everything else what concerns no other.

use super::document::{DocumentReference, DocumentResource, GraphDocument, Workload};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Where a resource stands in the document: its kind, and its position under that kind.
type Place<'a> = (&'a str, usize);

impl GraphDocument {
    /// The ids of `chosen`, and of all resources that at most `depth` references lie between, whichever way they
    /// lead.
    pub fn around(&self, chosen: &BTreeSet<String>, depth: usize) -> BTreeSet<String> {
        let mut reached = chosen.clone();
        let listed = self.resources.values().flatten();
        let mut next: VecDeque<(&DocumentResource, usize)> =
            listed.filter(|resource| chosen.contains(&resource.id)).map(|resource| (resource, 0)).collect();
        while let Some((resource, far)) = next.pop_front() {
            if far == depth {
                continue;
            }
            for end in resource.references.iter().chain(&resource.referred_by) {
                if let Some(other) = self.at((&end.kind, end.index))
                    && !reached.contains(&end.id)
                {
                    reached.insert(end.id.clone());
                    next.push_back((other, far + 1));
                }
            }
        }
        reached
    }

    /// Leaves out every resource that is not among `kept`, and whatever speaks of one. What would have to be known stays
    /// named wherever it lies: without it, what is not complete would look as if it were.
    pub fn retain(&mut self, kept: &BTreeSet<String>) {
        let moved = self.moved(kept);
        let keep_end = |end: &mut DocumentReference| move_to(&moved, &end.kind, &mut end.index);
        for list in self.resources.values_mut() {
            list.retain(|resource| kept.contains(&resource.id));
            for resource in list {
                resource.references.retain_mut(keep_end);
                resource.referred_by.retain_mut(keep_end);
            }
        }
        self.resources.retain(|_, list| !list.is_empty());
        let mut next = 0..;
        let stays = |workload: &Workload| kept.contains(&workload.id).then(|| next.next()).flatten();
        let templates: Vec<Option<usize>> = self.workloads.iter().map(stays).collect();
        self.outdated_apis.retain_mut(|fact| move_to(&moved, &fact.kind, &mut fact.index));
        self.exposures.retain_mut(|fact| move_to(&moved, &fact.kind, &mut fact.index));
        for fact in &mut self.exposures {
            fact.what.retain(kept, |kind, index| move_to(&moved, kind, index), &templates);
        }
        self.reach.retain_mut(|fact| move_to(&moved, &fact.kind, &mut fact.index));
        for fact in &mut self.reach {
            fact.what.retain(kept, |kind, index| move_to(&moved, kind, index), &templates);
        }
        self.workloads.retain_mut(|workload| move_to(&moved, &workload.kind, &mut workload.index));
        self.unresolved.retain_mut(|link| move_to(&moved, &link.kind, &mut link.index));
        self.credential_flows.retain_mut(|flow| {
            let stays = move_to(&moved, &flow.kind, &mut flow.index);
            for credential in &mut flow.what.credentials {
                credential.stations.retain(|station| kept.contains(&station.resource));
            }
            stays
        });
        self.identities.retain_mut(|identity| move_to(&moved, &identity.kind, &mut identity.index));
        for identity in &mut self.identities {
            identity.what.retain(kept);
        }
        let roots: BTreeSet<&str> =
            self.resources.values().flatten().map(|resource| resource.root.as_str()).collect();
        self.providers.retain(|provider| roots.contains(provider.root.as_str()));
    }

    fn at(&self, (kind, index): Place<'_>) -> Option<&DocumentResource> {
        self.resources.get(kind)?.get(index)
    }

    /// The new positions of the resources that stay, under their kind.
    fn moved(&self, kept: &BTreeSet<String>) -> BTreeMap<String, Vec<Option<usize>>> {
        let of_kind = |list: &Vec<DocumentResource>| {
            let mut next = 0..;
            list.iter().map(|resource| kept.contains(&resource.id).then(|| next.next()).flatten()).collect()
        };
        self.resources.iter().map(|(kind, list)| (kind.clone(), of_kind(list))).collect()
    }
}

/// Brings a position up to date; whether what stood there stays.
fn move_to(moved: &BTreeMap<String, Vec<Option<usize>>>, kind: &str, index: &mut usize) -> bool {
    match moved.get(kind).and_then(|list| list.get(*index)).copied().flatten() {
        Some(new) => {
            *index = new;
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::kubernetes;
    use crate::evaluate::terraform::{self, Inputs};
    use crate::graph::{DocumentPlace, ResourceGraph};
    use crate::source::{self, DiscoverOptions};
    use serde_json::Value;

    fn demo() -> GraphDocument {
        let top = std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/demo"));
        let found = source::discover(&[top], &DiscoverOptions::default());
        let evaluation = terraform::evaluate(&found.sources, &found.files, &Inputs::default());
        let manifests = kubernetes::read(&found.sources, &found.files).manifests;
        GraphDocument::new(&ResourceGraph::build(&evaluation.modules, &manifests))
    }

    fn ids(document: &GraphDocument) -> Vec<String> {
        document.resources.values().flatten().map(|resource| resource.id.clone()).collect()
    }

    /// Counts the `{id, kind, index}` below a value; each has to lead to the resource with that id.
    fn ends(value: &Value, resources: &Value) -> usize {
        match value {
            Value::Array(items) => items.iter().map(|item| ends(item, resources)).sum(),
            Value::Object(entries) => {
                let end = (entries.get("id"), entries.get("kind"), entries.get("index"));
                let own = match end {
                    (Some(id), Some(Value::String(kind)), Some(Value::Number(index))) => {
                        let index = usize::try_from(index.as_u64().unwrap()).unwrap();
                        assert_eq!(resources[kind][index]["id"], *id, "{value}");
                        1
                    }
                    _ => 0,
                };
                own + entries.values().map(|entry| ends(entry, resources)).sum::<usize>()
            }
            _ => 0,
        }
    }

    #[test]
    fn a_part_speaks_of_nothing_else() {
        let whole = demo();
        let json = serde_json::to_value(&whole).unwrap();
        let all = ends(&json, &json["resources"]);
        let names = ids(&whole);
        for parity in [0, 1] {
            // Every other resource, so that positions change.
            let kept: BTreeSet<String> = names.iter().skip(parity).step_by(2).cloned().collect();
            let mut part = whole.clone();
            part.retain(&kept);
            assert_eq!(ids(&part).len(), kept.len());
            let json = serde_json::to_value(&part).unwrap();
            let left = ends(&json, &json["resources"]);
            assert!(0 < left && left < all, "{left} of {all}");
            let text = without_doubts(json).to_string();
            let gone = names.iter().filter(|id| !kept.contains(*id));
            let spoken_of = gone.filter(|id| text.contains(&Value::from(id.as_str()).to_string()));
            assert_eq!(spoken_of.collect::<Vec<_>>(), [] as [&String; 0]);
        }
    }

    /// Without what would have to be known, which is named wherever it lies.
    fn without_doubts(mut json: Value) -> Value {
        match &mut json {
            Value::Array(items) => items.iter_mut().for_each(|item| *item = without_doubts(item.take())),
            Value::Object(entries) => {
                entries.retain(|key, _| !["unknown", "needs", "doubts"].contains(&key.as_str()));
                entries.values_mut().for_each(|entry| *entry = without_doubts(entry.take()));
            }
            _ => {}
        }
        json
    }

    #[test]
    fn what_is_not_complete_stays_so_in_a_part() {
        let mut whole = demo();
        let other = whole.identities[1].id.clone();
        let place = DocumentPlace { resource: other, path: vec!["policy".into()] };
        let identity = &mut whole.identities[0];
        identity.unknown = vec![place.clone().into()];
        let only = BTreeSet::from([identity.id.clone()]);
        whole.retain(&only);
        let [identity] = whole.identities.as_slice() else { panic!("{:?}", whole.identities) };
        assert_eq!(identity.unknown, [place.into()]);
    }

    #[test]
    fn all_of_it_is_a_part() {
        let (whole, mut same) = (demo(), demo());
        same.retain(&ids(&whole).into_iter().collect());
        assert_eq!(serde_json::to_value(same).unwrap(), serde_json::to_value(&whole).unwrap());
        let mut none = whole;
        none.retain(&BTreeSet::new());
        let json = serde_json::to_value(none).unwrap();
        let empty =
            |value: &Value| value.as_array().is_some_and(Vec::is_empty) || *value == serde_json::json!({});
        assert!(json.as_object().unwrap().values().all(empty), "{json}");
    }

    #[test]
    fn around_goes_both_ways_and_no_further() {
        let whole = demo();
        let linked = whole.resources.values().flatten();
        let middle = linked
            .filter(|resource| !resource.references.is_empty() && !resource.referred_by.is_empty())
            .max_by_key(|resource| resource.references.len())
            .unwrap();
        let only = BTreeSet::from([middle.id.clone()]);
        assert_eq!(whole.around(&only, 0), only);
        let ends = middle.references.iter().chain(&middle.referred_by);
        let near: BTreeSet<String> = ends.map(|end| end.id.clone()).chain(only.clone()).collect();
        assert_eq!(whole.around(&only, 1), near);
        assert_eq!(whole.around(&only, 2), whole.around(&near, 1));
        assert_eq!(whole.around(&only, usize::MAX), whole.around(&whole.around(&only, 9), 9));
    }
}
