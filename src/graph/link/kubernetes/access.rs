//! Who may do what: service accounts, roles and what binds them.

use super::index::MOVED;
use super::selector::{Selector, Unreadable};
use super::{Links, Wanted, elements, written};
use crate::evaluate::{Path, Value};
use crate::graph::Relation;

/// The groups that every service account is in.
const GROUPS_OF_ALL: [&str; 2] = ["system:authenticated", "system:serviceaccounts"];

/// What begins the name of the group of a namespace's service accounts.
const GROUP_OF_NAMESPACE: &str = "system:serviceaccounts:";

/// What begins the name that a service account has as a user.
const USER: &str = "system:serviceaccount:";

impl Links<'_, '_> {
    pub(super) fn binding(&mut self) {
        self.role();
        for (subject, path) in elements(&self.object.attributes, &Path::default(), "subjects") {
            self.subject(subject, &path);
        }
    }

    fn role(&mut self) {
        let Some(reference) = self.object.attributes.get("roleRef") else { return };
        let base = Path::default().join(&["roleRef"]);
        match written(reference, "kind") {
            Some(Some("Role")) => self.named(Relation::Grants, "Role", reference, &base, &["name"]),
            Some(Some("ClusterRole")) => {
                self.of_cluster(Relation::Grants, "ClusterRole", reference, &base, &["name"]);
            }
            Some(_) => {}
            None => {
                let reason = "the kind of the role is unknown".to_owned();
                self.unresolved(Relation::Grants, base.join(&["name"]), reason);
            }
        }
    }

    fn subject(&mut self, subject: &Value, base: &Path) {
        let via = || base.join(&["name"]);
        let relation = Relation::Binds;
        let moved = subject.get("namespace").is_some_and(Value::is_unknown) && self.object.manifest;
        let namespace = if moved { Some(Some(MOVED)) } else { written(subject, "namespace") };
        let (Some(kind), Some(own)) = (written(subject, "kind"), namespace) else {
            let reason = "the kind or the namespace of the subject is unknown".to_owned();
            return self.unresolved(relation, via(), reason);
        };
        match kind {
            Some("ServiceAccount") => {
                let namespace = Some(own.unwrap_or(self.own_namespace()));
                if let Some(name) = subject.get("name") {
                    self.name(Wanted { relation, kind: "ServiceAccount", namespace }, name, via);
                }
            }
            Some("Group") => {
                let name = subject.get("name").and_then(Value::as_str).unwrap_or_default();
                let namespace = name.strip_prefix(GROUP_OF_NAMESPACE);
                if namespace.is_some() || GROUPS_OF_ALL.contains(&name) {
                    self.accounts(namespace, &via());
                }
            }
            Some("User") => {
                let name = subject.get("name").and_then(Value::as_str);
                let account = name.and_then(|name| name.strip_prefix(USER)?.split_once(':'));
                if let Some((namespace, name)) = account {
                    let namespace = Some(namespace);
                    self.to(Wanted { relation, kind: "ServiceAccount", namespace }, name, via);
                }
            }
            _ => {}
        }
    }

    /// Every service account that is declared, or those of a namespace.
    fn accounts(&mut self, namespace: Option<&str>, via: &Path) {
        let objects = self.linker.objects;
        let accounts = objects.of_kind(&self.object.root, "ServiceAccount").iter().copied();
        let within =
            accounts.filter(|account| namespace.is_none_or(|own| objects.namespace(*account) == own));
        self.references.add(self.from, within, Relation::Binds, via);
    }

    pub(super) fn service_account(&mut self) {
        for list in ["secrets", "imagePullSecrets"] {
            for (secret, path) in elements(&self.object.attributes, &Path::default(), list) {
                self.named(Relation::Uses, "Secret", secret, &path, &["name"]);
            }
        }
    }

    /// The ClusterRoles that one takes in by their labels.
    pub(super) fn aggregation(&mut self) {
        let Some(rule) = self.object.attributes.get("aggregationRule") else { return };
        let base = Path::default().join(&["aggregationRule"]);
        for (selector, path) in elements(rule, &base, "clusterRoleSelectors") {
            self.aggregate(Selector::of_expressions(selector), &path);
        }
    }

    fn aggregate(&mut self, selector: Result<Selector<'_>, Unreadable<'_>>, via: &Path) {
        let labelled = self.linker.labelled;
        self.select(labelled, "ClusterRole", "default", selector, Relation::Grants, via);
    }
}
