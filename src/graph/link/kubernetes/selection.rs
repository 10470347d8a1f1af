//! What is selected by labels.

use super::selector::{LabelIndex, Labels, PODS, Selector, Unreadable};
use super::{Links, elements};
use crate::evaluate::{Data, Path, Value};
use crate::graph::Relation;

/// Why nothing is linked: labels that are not known.
fn doubt(address: &str) -> String {
    format!("{address} has labels that are unknown, so it may be selected")
}

impl Links<'_, '_> {
    /// Links to what a selector selects in a namespace.
    pub(super) fn select(
        &mut self,
        among: &LabelIndex<'_>,
        kind: &str,
        namespace: &str,
        selector: Result<Selector<'_>, Unreadable<'_>>,
        relation: Relation,
        via: &Path,
    ) {
        let selector = match selector {
            Ok(selector) => selector,
            Err(Unreadable::Unknown(reason)) => {
                return self.unresolved(relation, via.clone(), format!("the selector is unknown: {reason}"));
            }
            Err(Unreadable::Malformed) => {
                let reason = "the selector is none that Kubernetes takes".to_owned();
                return self.unresolved(relation, via.clone(), reason);
            }
        };
        if self.references.is_full() {
            return;
        }
        let selected = among.select(&self.object.root, kind, namespace, &selector);
        self.references.add(self.from, selected.resources, relation, via);
        if let Some(doubtful) = selected.doubtful.and_then(|one| self.linker.objects.get(one)) {
            self.unresolved(relation, via.clone(), doubt(&doubtful.address));
        }
    }

    /// Links to the pods that a selector selects in the own namespace.
    fn selects(&mut self, selector: Result<Selector<'_>, Unreadable<'_>>, via: &Path) {
        let namespace = self.own_namespace();
        self.select(self.linker.pods, PODS, namespace, selector, Relation::Selects, via);
    }

    /// The pods of a Service. One without a selector selects none.
    pub(super) fn service(&mut self, spec: &Value) {
        let selector = spec.get("selector").filter(|selector| !matches!(selector.data, Data::Null));
        let Some(selector) = selector.map(Selector::of_labels) else { return self.external_name(spec) };
        if !selector.as_ref().is_ok_and(Selector::is_empty) {
            self.selects(selector, &Path::default().join(&["spec", "selector"]));
        }
    }

    pub(super) fn disruption_budget(&mut self, spec: &Value) {
        // An empty selector means every pod in `policy/v1` and none in `policy/v1beta1`.
        let all = self.object.api_version.as_deref() == Some("policy/v1");
        let Some(selector) = spec.get("selector").map(Selector::of_expressions) else { return };
        if all || !selector.as_ref().is_ok_and(Selector::is_empty) {
            self.selects(selector, &Path::default().join(&["spec", "selector"]));
        }
    }

    /// The pods it is for, and those that it lets them speak with.
    pub(super) fn network_policy(&mut self, spec: &Value) {
        let base = Path::default().join(&["spec"]);
        let selector = match spec.get("podSelector") {
            Some(selector) => Selector::of_expressions(selector),
            None => Ok(Selector::default()),
        };
        self.selects(selector, &base.join(&["podSelector"]));
        for (rules, peers) in [("ingress", "from"), ("egress", "to")] {
            for (rule, path) in elements(spec, &base, rules) {
                for (peer, path) in elements(rule, &path, peers) {
                    self.peer(peer, &path);
                }
            }
        }
    }

    fn peer(&mut self, peer: &Value, base: &Path) {
        let written = |key: &str| peer.get(key).filter(|selector| !matches!(selector.data, Data::Null));
        let (pods, namespaces) = (written("podSelector"), written("namespaceSelector"));
        let selector = || pods.map_or_else(|| Ok(Selector::default()), Selector::of_expressions);
        let (relation, linker) = (Relation::Admits, self.linker);
        let Some(namespaces) = namespaces else {
            if pods.is_some() {
                let via = base.join(&["podSelector"]);
                self.select(linker.pods, PODS, self.own_namespace(), selector(), relation, &via);
            }
            return;
        };
        let via = base.join(&[if pods.is_some() { "podSelector" } else { "namespaceSelector" }]);
        let chosen = match Selector::of_expressions(namespaces) {
            Ok(chosen) => chosen,
            Err(unreadable) => return self.select(linker.pods, PODS, "", Err(unreadable), relation, &via),
        };
        // Every pod of the cluster is nothing in particular.
        if chosen.is_empty() && selector().is_ok_and(|pods| pods.is_empty()) {
            return;
        }
        let mut doubtful = None;
        for namespace in linker.pods.namespaces(&self.object.root, PODS) {
            match self.is_chosen(namespace, &chosen) {
                Some(true) => self.select(linker.pods, PODS, namespace, selector(), relation, &via),
                Some(false) => {}
                None => drop(doubtful.get_or_insert(*namespace)),
            }
        }
        if let Some(namespace) = doubtful {
            let reason = match super::index::is_stand_in(namespace) {
                true => "the namespace of some pods is unknown".to_owned(),
                false => format!("the labels of the namespace {namespace} are unknown"),
            };
            self.unresolved(relation, via, reason);
        }
    }

    /// Whether a selector of namespaces selects one. Its labels are known only where it is declared, but for the one
    /// that Kubernetes gives each.
    pub(super) fn is_chosen(&self, namespace: &str, selector: &Selector<'_>) -> Option<bool> {
        let declared = self.linker.objects.named(&self.object.root, "Namespace", None, namespace);
        let mut labels = match declared {
            [only] => {
                let object = self.linker.objects.get(*only);
                Labels::of(object.and_then(|object| super::at(&object.attributes, &["metadata", "labels"])))
            }
            _ => Labels::any(),
        };
        if super::index::is_stand_in(namespace) {
            return selector.matches(&Labels::any());
        }
        labels.known.insert("kubernetes.io/metadata.name", namespace);
        selector.matches(&labels)
    }

    /// What Prometheus is told to watch.
    pub(super) fn monitor(&mut self, kind: &str, spec: &Value) {
        let among = match kind {
            "ServiceMonitor" => (self.linker.labelled, "Service"),
            "PodMonitor" => (self.linker.pods, PODS),
            _ => return,
        };
        let (Some(selector), (index, kind)) = (spec.get("selector"), among) else { return };
        let via = Path::default().join(&["spec", "selector"]);
        let namespaces = spec.get("namespaceSelector");
        let field = |key: &str| namespaces.and_then(|namespaces| namespaces.get(key));
        let select = |links: &mut Self, namespace: &str| {
            let selector = Selector::of_expressions(selector);
            links.select(index, kind, namespace, selector, Relation::Selects, &via);
        };
        if field("any").and_then(Value::as_bool) == Some(true) {
            for namespace in index.namespaces(&self.object.root, kind) {
                select(self, namespace);
            }
            return;
        }
        match field("matchNames").and_then(Value::items) {
            Some(names) if !names.is_empty() => {
                names.iter().filter_map(Value::as_str).for_each(|namespace| select(self, namespace));
            }
            _ => select(self, self.own_namespace()),
        }
    }
}
