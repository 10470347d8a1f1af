//! Which objects a patch is for.

use crate::evaluate::{Data, Value};
use crate::parse::tree::Node;
use regex::Regex;
use std::sync::Arc;

/// Bytes that a compiled pattern may take.
const MAX_PATTERN: usize = 1 << 20;

/// What a part of a name has to be.
#[derive(Clone, Debug, Default)]
enum Pattern {
    /// Nothing is asked, or nothing that can be read.
    #[default]
    Any,
    Exact(Arc<str>),
    Matching(Regex),
}

impl Pattern {
    /// What a target says under `key`: a regular expression for the whole of it.
    fn of(target: &Node, key: &str) -> Pattern {
        match target.get(key).and_then(Node::as_str) {
            Some(text) if !text.is_empty() => Pattern::read(text),
            _ => Pattern::Any,
        }
    }

    fn read(text: &str) -> Pattern {
        if text.chars().all(|char| char.is_ascii_alphanumeric() || char == '-') {
            return Pattern::Exact(text.into());
        }
        let whole = format!("^(?:{text})$");
        regex::RegexBuilder::new(&whole)
            .size_limit(MAX_PATTERN)
            .build()
            .map_or(Pattern::Any, Pattern::Matching)
    }

    fn takes(&self, text: &str) -> bool {
        match self {
            Pattern::Any => true,
            Pattern::Exact(own) => &**own == text,
            Pattern::Matching(own) => own.is_match(text),
        }
    }
}

/// The objects that a patch is for.
#[derive(Clone, Debug, Default)]
pub(super) struct Target {
    group: Pattern,
    version: Pattern,
    kind: Pattern,
    name: Pattern,
    namespace: Pattern,
    labels: Option<Arc<str>>,
    annotations: Option<Arc<str>>,
}

/// An object as targets see it.
pub(super) struct Subject<'a> {
    pub(super) group: &'a str,
    pub(super) version: &'a str,
    pub(super) kind: &'a str,
    /// The name that is written and those that kustomizations make of it.
    pub(super) names: Vec<String>,
    /// The namespaces that it has on its way; none where that cannot be told.
    pub(super) namespaces: Option<Vec<&'a str>>,
    pub(super) body: &'a Value,
    /// Kustomizations add labels to it.
    pub(super) labelled: bool,
}

impl Target {
    /// What the `target` of a patch says.
    pub(super) fn read(target: &Node) -> Target {
        let selector = |key: &str| target.get(key).and_then(Node::as_str).map(Arc::from);
        Target {
            group: Pattern::of(target, "group"),
            version: Pattern::of(target, "version"),
            kind: Pattern::of(target, "kind"),
            name: Pattern::of(target, "name"),
            namespace: Pattern::of(target, "namespace"),
            labels: selector("labelSelector"),
            annotations: selector("annotationSelector"),
        }
    }

    /// The object that a document changes which names it; none where it names none.
    pub(super) fn named(document: &Value) -> Option<Target> {
        let metadata = document.get("metadata")?;
        let namespace = metadata.get("namespace").and_then(Value::as_str);
        let exact = |text: &str| Pattern::Exact(text.into());
        Some(Target {
            group: exact(super::super::kinds::group(document.get("apiVersion")?.as_str()?)),
            kind: exact(document.get("kind")?.as_str()?),
            name: exact(metadata.get("name")?.as_str()?),
            namespace: namespace.map_or(Pattern::Any, exact),
            ..Target::default()
        })
    }

    /// What `replicas` of a kustomization sets a number of.
    pub(super) fn scaled(name: &str) -> Target {
        Target {
            kind: Pattern::read("Deployment|ReplicaSet|ReplicationController|StatefulSet"),
            name: Pattern::Exact(name.into()),
            ..Target::default()
        }
    }

    pub(super) fn takes(&self, object: &Subject<'_>) -> bool {
        let placed = || match &object.namespaces {
            None => true,
            Some(all) => all.iter().any(|namespace| self.namespace.takes(namespace)),
        };
        self.kind.takes(object.kind)
            && self.group.takes(object.group)
            && self.version.takes(object.version)
            && object.names.iter().any(|name| self.name.takes(name))
            && placed()
            && selects(self.labels.as_deref(), "labels", object)
            && selects(self.annotations.as_deref(), "annotations", object)
    }
}

/// Whether a selector may select an object. Only what it says in the form `key=value` is looked at.
fn selects(selector: Option<&str>, of: &str, object: &Subject<'_>) -> bool {
    let Some(selector) = selector else { return true };
    let held = object.body.get("metadata").and_then(|metadata| metadata.get(of));
    // Commas part sets too.
    let simple = !selector.contains(['(', '!']);
    let meets = |asked: &str| match asked.split_once('=') {
        Some((key, value)) => {
            let held = held.and_then(|held| held.get(key.trim()));
            match held.map(|held| &held.data) {
                Some(Data::String(held)) => &**held == value.trim_start_matches('=').trim(),
                Some(Data::Unknown(_)) => true,
                Some(_) => false,
                None => object.labelled,
            }
        }
        None => true,
    };
    !simple || selector.split(',').all(meets)
}
