//! Label selectors, matched through an index so that the work grows with what is selected.

use crate::evaluate::{Data, Value};
use crate::graph::workload::PodTemplate;
use crate::graph::{Resource, ResourceIndex};
use rustc_hash::FxHashMap;

/// A set of requirements that labels meet all of; empty: every pod meets it.
#[derive(Debug, Default)]
pub(super) struct Selector<'a>(Vec<Requirement<'a>>);

#[derive(Debug)]
enum Requirement<'a> {
    In(&'a str, Vec<&'a str>),
    NotIn(&'a str, Vec<&'a str>),
    Exists(&'a str),
    DoesNotExist(&'a str),
}

impl<'a> Selector<'a> {
    /// A plain mapping from label to value, as a Service has it; none where it is malformed.
    pub(super) fn of_labels(labels: &'a Value) -> Option<Selector<'a>> {
        let equal = labels.entries()?.iter();
        equal
            .map(|(key, value)| Some(Requirement::In(key, vec![value.as_str()?])))
            .collect::<Option<_>>()
            .map(Selector)
    }

    /// `matchLabels` and `matchExpressions`; none where it is malformed.
    pub(super) fn of_expressions(selector: &'a Value) -> Option<Selector<'a>> {
        let mut all = match selector.get("matchLabels") {
            Some(labels) if !matches!(labels.data, Data::Null) => Selector::of_labels(labels)?,
            _ => Selector::default(),
        };
        let expressions = selector.get("matchExpressions").and_then(Value::items).unwrap_or_default();
        for expression in expressions {
            let key = expression.get("key")?.as_str()?;
            let values = expression.get("values").and_then(Value::items).unwrap_or_default();
            let values = || values.iter().map(Value::as_str).collect::<Option<Vec<_>>>();
            all.0.push(match expression.get("operator")?.as_str()? {
                "In" => Requirement::In(key, values()?),
                "NotIn" => Requirement::NotIn(key, values()?),
                "Exists" => Requirement::Exists(key),
                "DoesNotExist" => Requirement::DoesNotExist(key),
                _ => return None,
            });
        }
        Some(all)
    }

    /// Whether nothing is required.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn matches(&self, pod: &PodTemplate) -> bool {
        self.0.iter().all(|requirement| match requirement {
            Requirement::In(key, values) => {
                pod.labels.get(*key).is_some_and(|label| values.contains(&&**label))
            }
            Requirement::NotIn(key, values) => {
                pod.labels.get(*key).is_none_or(|label| !values.contains(&&**label))
            }
            Requirement::Exists(key) => pod.labels.contains_key(*key),
            Requirement::DoesNotExist(key) => !pod.labels.contains_key(*key),
        })
    }
}

/// Pods by scope, namespace and label.
#[derive(Default)]
pub(super) struct LabelIndex<'a> {
    groups: FxHashMap<(&'a str, &'a str), Group<'a>>,
}

#[derive(Default)]
struct Group<'a> {
    pods: Vec<&'a PodTemplate>,
    by_key: FxHashMap<&'a str, Vec<&'a PodTemplate>>,
    by_label: FxHashMap<(&'a str, &'a str), Vec<&'a PodTemplate>>,
}

impl<'a> Group<'a> {
    /// Lists of pods that hold all those which meet a requirement; none for one that most pods meet.
    fn candidates<'s>(&'s self, requirement: &'s Requirement<'s>) -> Option<Vec<&'s [&'s PodTemplate]>> {
        match requirement {
            Requirement::In(key, values) => {
                let listed = values.iter().filter_map(|value| self.by_label.get(&(*key, *value)));
                Some(listed.map(Vec::as_slice).collect())
            }
            Requirement::Exists(key) => Some(self.by_key.get(*key).map(Vec::as_slice).into_iter().collect()),
            Requirement::NotIn(..) | Requirement::DoesNotExist(_) => None,
        }
    }
}

impl<'a> LabelIndex<'a> {
    /// Indexes all pods.
    pub(super) fn new(resources: &'a [Resource], templates: &'a [PodTemplate]) -> LabelIndex<'a> {
        let mut index = LabelIndex::default();
        for pod in templates {
            let Some(resource) = resources.get(pod.resource.0 as usize) else { continue };
            let group =
                index.groups.entry((&resource.root, super::kubernetes::namespace(resource))).or_default();
            group.pods.push(pod);
            for (key, value) in &pod.labels {
                group.by_key.entry(key).or_default().push(pod);
                group.by_label.entry((key, value)).or_default().push(pod);
            }
        }
        index
    }

    /// The resources that make pods which a selector selects in a scope's namespace.
    pub(super) fn select(&self, scope: &str, namespace: &str, selector: &Selector<'_>) -> Vec<ResourceIndex> {
        let Some(group) = self.groups.get(&(scope, namespace)) else { return Vec::new() };
        let fewest = selector
            .0
            .iter()
            .filter_map(|requirement| group.candidates(requirement))
            .min_by_key(|lists| lists.iter().map(|list| list.len()).sum::<usize>());
        let lists = fewest.unwrap_or_else(|| vec![&group.pods]);
        let pods = lists.into_iter().flatten().filter(|pod| selector.matches(pod));
        pods.map(|pod| pod.resource).collect()
    }
}
