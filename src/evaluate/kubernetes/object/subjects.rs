//! The namespaces of accounts that role bindings name: a kustomization that moves an account moves what binds it along,
//! and takes the account `default` for the one of its own namespace, whatever is written.

use super::{Object, text};
use crate::evaluate::kubernetes::kinds;
use crate::evaluate::kubernetes::placement::{Namespace, Placement};
use crate::evaluate::{Data, MappingKind, Origin, Reason, Value};
use crate::parse::tree::{Node, NodeKind};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The namespace that a subject gets.
pub(super) struct Moved {
    /// Its position.
    at: usize,
    namespace: Namespace,
    /// The way of one that is unknown.
    unknown: Option<Origin>,
}

/// A declared service account.
struct Account {
    written: Option<Arc<str>>,
    namespace: Namespace,
    unknown: Option<Origin>,
}

/// Service accounts by what applies them and their name.
type Accounts = BTreeMap<(Arc<str>, Arc<str>), Vec<Account>>;

/// Works out which subjects are moved.
pub(super) fn settle(objects: &mut [Object<'_>], placements: &[Placement]) {
    let scope =
        |object: &Object<'_>| placements.get(object.file).and_then(|placement| placement.scope.clone());
    let mut accounts = Accounts::new();
    for object in objects.iter().filter(|object| is(object, "", &["ServiceAccount"])) {
        if let Some(scope) = scope(object) {
            let account = Account {
                written: object.written_namespace.clone(),
                namespace: object.namespace.clone(),
                unknown: object.unknown.clone(),
            };
            accounts.entry((scope, object.name.clone())).or_default().push(account);
        }
    }
    for object in objects.iter_mut() {
        if !is(object, "rbac.authorization.k8s.io", &["RoleBinding", "ClusterRoleBinding"]) {
            continue;
        }
        let (Some(scope), Some(placement)) = (scope(object), placements.get(object.file)) else { continue };
        let Some(NodeKind::Sequence(subjects)) = object.node.get("subjects").map(|subjects| &subjects.kind)
        else {
            continue;
        };
        let moved = |(at, subject): (usize, &Node)| moved(at, subject, &scope, placement, &accounts);
        object.subjects = subjects.iter().enumerate().filter_map(moved).collect();
    }
}

fn is(object: &Object<'_>, group: &str, kinds: &[&str]) -> bool {
    kinds::group(&object.api_version) == group && kinds.contains(&&*object.kind)
}

/// The namespace that a subject gets, if what applies it gives it one.
fn moved(
    at: usize,
    subject: &Node,
    scope: &Arc<str>,
    placement: &Placement,
    accounts: &Accounts,
) -> Option<Moved> {
    if subject.get("kind").and_then(Node::as_str) != Some("ServiceAccount") {
        return None;
    }
    let (name, written) = (text(subject.get("name"))?, text(subject.get("namespace")));
    if &*name == "default" {
        return match placement.namespace(Some(written.as_deref().unwrap_or("default"))) {
            Namespace::Own => None,
            namespace => {
                let unknown = placement.said_at().map(Origin::literal);
                Some(Moved { at, namespace, unknown })
            }
        };
    }
    let account = accounts.get(&(scope.clone(), name))?.iter().find(|account| match written.as_deref() {
        None => true,
        Some(own) => account.written.as_deref().unwrap_or("default") == own || account.namespace.is(own),
    })?;
    match &account.namespace {
        Namespace::Own => None,
        namespace => Some(Moved { at, namespace: namespace.clone(), unknown: account.unknown.clone() }),
    }
}

/// The object with the namespaces that its subjects get.
pub(super) fn in_namespaces(object: &Object<'_>, mut body: Value) -> Value {
    let Data::Mapping(_, fields) = &mut body.data else { return body };
    if object.subjects.is_empty() {
        return body;
    }
    let Some(Data::Sequence(_, subjects)) =
        Arc::make_mut(fields).get_mut("subjects").map(|list| &mut list.data)
    else {
        return body;
    };
    let subjects = Arc::make_mut(subjects);
    for moved in &object.subjects {
        let Some(subject) = subjects.get_mut(moved.at) else { continue };
        let place = || moved.unknown.clone().unwrap_or_else(|| subject.origin.clone());
        let namespace = match &moved.namespace {
            Namespace::Own => continue,
            Namespace::Said(name, span) => Value::string(name.clone(), Origin::literal(*span)),
            Namespace::Unknown => Value::unknown(Reason::Overlay, place()),
        };
        if let Data::Mapping(MappingKind::Object, entries) = &mut subject.data {
            Arc::make_mut(entries).insert("namespace".into(), namespace);
        }
    }
    body
}
