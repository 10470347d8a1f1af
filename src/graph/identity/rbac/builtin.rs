//! The ClusterRoles that every cluster has.

use super::rule::{Rule, Rules};
use crate::graph::identity::Place;

/// What roles that can change workloads may create.
const WORKLOADS: [&str; 3] = ["pods", "replicationcontrollers", "serviceaccounts/token"];

/// The rules of a role that Kubernetes brings, as far as they matter here; none for a name it has not. `at` stands
/// for them: the place that names the role.
pub(super) fn rules(name: &str, at: &Place) -> Option<Rules> {
    let rules = match name {
        "cluster-admin" => vec![Rule::everything(at.clone())],
        "admin" | "edit" => changing(at),
        "view" => vec![Rule::brought(at.clone(), "", &["pods/log"], &["get", "list", "watch"])],
        "system:node-proxier"
        | "system:basic-user"
        | "system:discovery"
        | "system:public-info-viewer"
        | "system:auth-delegator"
        | "system:service-account-issuer-discovery"
        | "system:monitoring"
        | "system:metrics-server"
        | "system:node-problem-detector"
        | "system:kube-dns"
        | "system:heapster" => Vec::new(),
        _ => return None,
    };
    Some(Rules { rules, ..Rules::default() })
}

/// `edit`, and `admin` beside it: roles and bindings that `admin` may write give no more than it has itself.
fn changing(at: &Place) -> Vec<Rule> {
    let rule =
        |group: &str, resources: &[&str], verbs: &[&str]| Rule::brought(at.clone(), group, resources, verbs);
    let write = ["create", "delete", "deletecollection", "patch", "update"];
    vec![
        rule("", &["pods/attach", "pods/exec", "pods/portforward", "secrets"], &["get", "list", "watch"]),
        rule(
            "",
            &["pods/attach", "pods/exec", "pods/portforward", "configmaps", "secrets", "serviceaccounts"],
            &write,
        ),
        rule("", &WORKLOADS, &write),
        rule("", &["serviceaccounts"], &["impersonate"]),
        rule("apps", &["daemonsets", "deployments", "replicasets", "statefulsets"], &write),
        rule("batch", &["cronjobs", "jobs"], &write),
        rule("", &["pods/log"], &["get", "list", "watch"]),
    ]
}

/// The rules of a Role that Kubernetes brings into `kube-system`, as far as they matter here: extensions of the API
/// read there how the API server proves who asks.
pub(super) fn rules_in(namespace: &str, name: &str) -> Option<Rules> {
    const READERS: [&str; 1] = ["extension-apiserver-authentication-reader"];
    (namespace == "kube-system" && READERS.contains(&name)).then(Rules::default)
}

/// Whether a role's name is one that Kubernetes keeps for itself.
pub(super) fn is_reserved(name: &str) -> bool {
    name.starts_with("system:")
}
