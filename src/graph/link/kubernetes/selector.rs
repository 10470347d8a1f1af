//! Label selectors, matched through an index so that the work grows with what is selected.

use super::index::Objects;
use crate::evaluate::{Data, Reason, Value};
use crate::graph::ResourceIndex;
use crate::graph::lookup::follow;
use crate::graph::workload::PodTemplate;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A set of requirements that labels meet all of; empty: any labels meet it.
#[derive(Debug, Default)]
pub(super) struct Selector<'a>(Vec<Requirement<'a>>);

#[derive(Debug)]
enum Requirement<'a> {
    In(&'a str, Vec<&'a str>),
    NotIn(&'a str, Vec<&'a str>),
    Exists(&'a str),
    DoesNotExist(&'a str),
}

/// Why a selector selects nothing that can be told.
#[derive(Debug)]
pub(super) enum Unreadable<'a> {
    /// A part of it is unknown.
    Unknown(&'a Reason),
    /// The API server would refuse it.
    Malformed,
}

impl<'a> Selector<'a> {
    /// A plain mapping from label to value, as a Service has it.
    pub(super) fn of_labels(labels: &'a Value) -> Result<Selector<'a>, Unreadable<'a>> {
        known(labels)?;
        let equal = labels.entries().ok_or(Unreadable::Malformed)?.iter();
        equal
            .map(|(key, value)| Ok(Requirement::In(key, vec![text(value)?])))
            .collect::<Result<_, _>>()
            .map(Selector)
    }

    /// `matchLabels` and `matchExpressions`.
    pub(super) fn of_expressions(selector: &'a Value) -> Result<Selector<'a>, Unreadable<'a>> {
        known(selector)?;
        let mut all = match selector.get("matchLabels") {
            Some(labels) if !matches!(labels.data, Data::Null) => Selector::of_labels(labels)?,
            _ => Selector::default(),
        };
        let Some(expressions) = selector.get("matchExpressions") else { return Ok(all) };
        known(expressions)?;
        for expression in expressions.items().unwrap_or_default() {
            known(expression)?;
            let field = |name: &str| text(expression.get(name).ok_or(Unreadable::Malformed)?);
            let key = field("key")?;
            let listed = || -> Result<Vec<&str>, Unreadable<'a>> {
                let Some(values) = expression.get("values") else { return Ok(Vec::new()) };
                known(values)?;
                values.items().unwrap_or_default().iter().map(text).collect()
            };
            all.0.push(match field("operator")? {
                "In" => Requirement::In(key, listed()?),
                "NotIn" => Requirement::NotIn(key, listed()?),
                "Exists" => Requirement::Exists(key),
                "DoesNotExist" => Requirement::DoesNotExist(key),
                _ => return Err(Unreadable::Malformed),
            });
        }
        Ok(all)
    }

    /// Whether nothing is required.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether labels meet it; none where it depends on a label that is unknown.
    pub(super) fn matches(&self, labels: &Labels<'_>) -> Option<bool> {
        let mut all = Some(true);
        for requirement in &self.0 {
            match requirement.holds(labels) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => all = None,
            }
        }
        all
    }
}

impl Requirement<'_> {
    fn holds(&self, labels: &Labels<'_>) -> Option<bool> {
        let label = |key: &str| match labels.known.get(key) {
            Some(value) => Some(Some(*value)),
            None if labels.may_have(key) => None,
            None => Some(None),
        };
        match self {
            Requirement::In(key, values) => {
                label(key).map(|label| label.is_some_and(|label| values.contains(&label)))
            }
            Requirement::NotIn(key, values) => {
                label(key).map(|label| label.is_none_or(|label| !values.contains(&label)))
            }
            Requirement::Exists(key) if labels.unknown.contains(key) => Some(true),
            Requirement::DoesNotExist(key) if labels.unknown.contains(key) => Some(false),
            Requirement::Exists(key) => label(key).map(|label| label.is_some()),
            Requirement::DoesNotExist(key) => label(key).map(|label| label.is_none()),
        }
    }
}

fn known(value: &Value) -> Result<(), Unreadable<'_>> {
    match &value.data {
        Data::Unknown(unknown) => Err(Unreadable::Unknown(&unknown.reason)),
        _ => Ok(()),
    }
}

fn text(value: &Value) -> Result<&str, Unreadable<'_>> {
    known(value)?;
    value.as_str().ok_or(Unreadable::Malformed)
}

/// Labels as far as they are known.
#[derive(Debug, Default)]
pub(super) struct Labels<'a> {
    pub(super) known: BTreeMap<&'a str, &'a str>,
    /// Labels whose value is unknown.
    unknown: Vec<&'a str>,
    /// There may be more.
    open: bool,
}

impl<'a> Labels<'a> {
    /// As written; labels that are no strings are left out.
    pub(super) fn of(written: Option<&'a Value>) -> Labels<'a> {
        let mut labels = Labels { open: written.is_some_and(Value::is_unknown), ..Labels::default() };
        for (key, value) in written.and_then(Value::entries).into_iter().flatten() {
            match value.as_str() {
                Some(text) => drop(labels.known.insert(key, text)),
                None if value.is_unknown() => labels.unknown.push(key),
                None => {}
            }
        }
        labels
    }

    /// Of which nothing is known.
    pub(super) fn any() -> Labels<'a> {
        Labels { open: true, ..Labels::default() }
    }

    fn may_have(&self, key: &str) -> bool {
        self.open || self.unknown.contains(&key)
    }

    fn is_known(&self) -> bool {
        !self.open && self.unknown.is_empty()
    }
}

/// What is selected by its labels.
struct Labelled<'a> {
    resource: ResourceIndex,
    labels: Labels<'a>,
}

/// Resources by scope, kind, namespace and label. Pods are kept under the kind `Pod`, whatever makes them.
#[derive(Default)]
pub(super) struct LabelIndex<'a> {
    all: Vec<Labelled<'a>>,
    groups: FxHashMap<(&'a str, &'a str, &'a str), Group<'a>>,
    /// The namespaces of a scope in which there is one of a kind.
    namespaces: FxHashMap<(&'a str, &'a str), Vec<&'a str>>,
}

/// Positions in all.
#[derive(Default)]
struct Group<'a> {
    members: Vec<usize>,
    by_key: FxHashMap<&'a str, Vec<usize>>,
    by_label: FxHashMap<(&'a str, &'a str), Vec<usize>>,
    /// Those with labels that are unknown.
    doubtful: Vec<usize>,
}

impl Group<'_> {
    /// Lists that hold all those which meet a requirement; none for one that most meet.
    fn candidates<'s>(&'s self, requirement: &'s Requirement<'s>) -> Option<Vec<&'s [usize]>> {
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

/// What a selector selects.
#[derive(Debug, Default)]
pub(super) struct Selected {
    /// For certain.
    pub(super) resources: Vec<ResourceIndex>,
    /// One of those of which it cannot be told.
    pub(super) doubtful: Option<ResourceIndex>,
}

/// Resources whose labels are unknown that one selector is tried on.
const MAX_DOUBTFUL: usize = 200;

impl<'a> LabelIndex<'a> {
    /// Indexes all pods.
    pub(super) fn of_pods(objects: &Objects<'a>, templates: &'a [PodTemplate]) -> LabelIndex<'a> {
        let mut index = LabelIndex::default();
        for pod in templates {
            let labels = objects.get(pod.resource).map(|holder| of_template(&holder.attributes, pod));
            index.insert(objects, pod.resource, PODS, labels.unwrap_or_default());
        }
        index
    }

    /// Indexes the objects of some kinds by their own labels.
    pub(super) fn of_objects(objects: &Objects<'a>, kinds: &[&'static str]) -> LabelIndex<'a> {
        let mut index = LabelIndex::default();
        for (at, object) in objects.all() {
            if let Some(kind) = kinds.iter().find(|kind| **kind == &*object.kind) {
                let labels = Labels::of(super::at(&object.attributes, &["metadata", "labels"]));
                index.insert(objects, at, kind, labels);
            }
        }
        index
    }

    fn insert(&mut self, objects: &Objects<'a>, resource: ResourceIndex, kind: &'a str, labels: Labels<'a>) {
        let Some(object) = objects.get(resource) else { return };
        let at = self.all.len();
        let namespace = objects.namespace(resource);
        let group = self.groups.entry((&object.root, kind, namespace)).or_default();
        if group.members.is_empty() {
            self.namespaces.entry((&object.root, kind)).or_default().push(namespace);
        }
        group.members.push(at);
        for (key, value) in &labels.known {
            group.by_key.entry(key).or_default().push(at);
            group.by_label.entry((key, value)).or_default().push(at);
        }
        if !labels.is_known() {
            group.doubtful.push(at);
        }
        self.all.push(Labelled { resource, labels });
    }

    /// The namespaces of a scope in which there is one of a kind, in the graph's order.
    pub(super) fn namespaces<'s>(&'s self, scope: &'s str, kind: &'s str) -> &'s [&'a str] {
        self.namespaces.get(&(scope, kind)).map(Vec::as_slice).unwrap_or_default()
    }

    /// What a selector selects in a scope's namespace.
    pub(super) fn select(
        &self,
        scope: &str,
        kind: &str,
        namespace: &str,
        selector: &Selector<'_>,
    ) -> Selected {
        let Some(group) = self.groups.get(&(scope, kind, namespace)) else { return Selected::default() };
        let fewest = selector
            .0
            .iter()
            .filter_map(|requirement| group.candidates(requirement))
            .min_by_key(|lists| lists.iter().map(|list| list.len()).sum::<usize>());
        let lists = fewest.unwrap_or_else(|| vec![&group.members]);
        let candidates = lists.into_iter().flatten().filter_map(|at| self.all.get(*at));
        let certain = candidates.filter(|one| selector.matches(&one.labels) == Some(true));
        let resources: Vec<ResourceIndex> = certain.map(|one| one.resource).collect();
        let doubtful = group.doubtful.iter().take(MAX_DOUBTFUL).filter_map(|at| self.all.get(*at));
        let doubtful = doubtful.map(|one| (one.resource, selector.matches(&one.labels)));
        let doubtful = doubtful.filter(|(_, matches)| matches.is_none()).map(|(resource, _)| resource).next();
        Selected { resources, doubtful }
    }
}

/// The kind that pods are kept under.
pub(super) const PODS: &str = "Pod";

/// The labels of the pods that a template makes.
fn of_template<'a>(attributes: &'a Value, pod: &'a PodTemplate) -> Labels<'a> {
    let (labels, rest) = follow(attributes, &pod.labels_path.0);
    let mut all = Labels::of(Some(labels).filter(|labels| rest.is_empty() || labels.is_unknown()));
    // Some are said for several pods.
    pod.labels.iter().for_each(|(key, value)| _ = all.known.entry(key).or_insert(value));
    all
}
