//! The rights in a cluster that lead to more rights, to secrets or to other people's pods.

/// A verb on a resource of the API.
#[derive(Clone, Copy, Debug)]
pub(super) struct Action {
    /// As documents and policies write it: `create:pods`, `bind:clusterroles`.
    pub(super) name: &'static str,
    /// Its API group; empty for the core group.
    pub(super) group: &'static str,
    /// Which service accounts it gives power over, if any.
    pub(super) over: Over,
    /// Whether it leads to every right where it holds in all namespaces.
    pub(super) leads_to_all: bool,
}

/// The service accounts that a right gives power over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// None.
    Nobody,
    /// All in the namespaces it holds in: one can make pods that run as them, or act as them.
    All,
    /// Those that pods run as in the namespaces it holds in: one can change or enter these pods.
    Running,
}

const fn action(name: &'static str, group: &'static str, over: Over, leads_to_all: bool) -> Action {
    Action { name, group, over, leads_to_all }
}

const RBAC: &str = "rbac.authorization.k8s.io";
const ADMISSION: &str = "admissionregistration.k8s.io";
const CERTIFICATES: &str = "certificates.k8s.io";

/// All of them, ordered by name.
pub(super) const WATCHED: [Action; 55] = [
    action("approve:signers", CERTIFICATES, Over::Nobody, true),
    action("bind:clusterroles", RBAC, Over::Nobody, true),
    action("bind:roles", RBAC, Over::Nobody, true),
    action("create:certificatesigningrequests", CERTIFICATES, Over::Nobody, false),
    action("create:cronjobs", "batch", Over::All, true),
    action("create:daemonsets", "apps", Over::All, true),
    action("create:deployments", "apps", Over::All, true),
    action("create:jobs", "batch", Over::All, true),
    action("create:mutatingwebhookconfigurations", ADMISSION, Over::Nobody, true),
    action("create:nodes/proxy", "", Over::Running, true),
    action("create:persistentvolumes", "", Over::Nobody, false),
    action("create:pods", "", Over::All, true),
    action("create:pods/attach", "", Over::Running, true),
    action("create:pods/exec", "", Over::Running, true),
    action("create:pods/portforward", "", Over::Nobody, false),
    action("create:replicasets", "apps", Over::All, true),
    action("create:replicationcontrollers", "", Over::All, true),
    action("create:serviceaccounts/token", "", Over::All, true),
    action("create:statefulsets", "apps", Over::All, true),
    action("create:validatingwebhookconfigurations", ADMISSION, Over::Nobody, false),
    action("delete:events", "", Over::Nobody, false),
    action("delete:pods", "", Over::Nobody, false),
    action("escalate:clusterroles", RBAC, Over::Nobody, true),
    action("escalate:roles", RBAC, Over::Nobody, true),
    action("get:nodes/proxy", "", Over::Running, true),
    action("get:pods/log", "", Over::Nobody, false),
    action("get:secrets", "", Over::Nobody, false),
    action("impersonate:groups", "", Over::Nobody, true),
    action("impersonate:serviceaccounts", "", Over::All, true),
    action("impersonate:users", "", Over::Nobody, true),
    action("list:secrets", "", Over::Nobody, false),
    action("patch:configmaps", "", Over::Nobody, false),
    action("patch:cronjobs", "batch", Over::All, true),
    action("patch:daemonsets", "apps", Over::All, true),
    action("patch:deployments", "apps", Over::All, true),
    action("patch:mutatingwebhookconfigurations", ADMISSION, Over::Nobody, true),
    action("patch:namespaces", "", Over::Nobody, false),
    action("patch:nodes", "", Over::Nobody, false),
    action("patch:pods/ephemeralcontainers", "", Over::Running, true),
    action("patch:statefulsets", "apps", Over::All, true),
    action("patch:validatingwebhookconfigurations", ADMISSION, Over::Nobody, false),
    action("update:certificatesigningrequests/approval", CERTIFICATES, Over::Nobody, false),
    action("update:configmaps", "", Over::Nobody, false),
    action("update:cronjobs", "batch", Over::All, true),
    action("update:daemonsets", "apps", Over::All, true),
    action("update:deployments", "apps", Over::All, true),
    action("update:mutatingwebhookconfigurations", ADMISSION, Over::Nobody, true),
    action("update:namespaces", "", Over::Nobody, false),
    action("update:nodes", "", Over::Nobody, false),
    action("update:pods/ephemeralcontainers", "", Over::Running, true),
    action("update:serviceaccounts", "", Over::Nobody, false),
    action("update:statefulsets", "apps", Over::All, true),
    action("update:validatingwebhookconfigurations", ADMISSION, Over::Nobody, false),
    action("use:podsecuritypolicies", "policy", Over::Nobody, false),
    action("watch:secrets", "", Over::Nobody, false),
];

impl Action {
    /// The verb and the resource.
    pub(super) fn parts(&self) -> (&'static str, &'static str) {
        self.name.split_once(':').unwrap_or((self.name, ""))
    }
}

/// Resources that lie in no namespace, so that no binding of a namespace gives rights to them.
const OF_CLUSTER: [&str; 11] = [
    "certificatesigningrequests",
    "clusterroles",
    "groups",
    "mutatingwebhookconfigurations",
    "namespaces",
    "nodes",
    "persistentvolumes",
    "podsecuritypolicies",
    "signers",
    "users",
    "validatingwebhookconfigurations",
];

impl Action {
    /// Whether only a right in the whole cluster gives it.
    pub(super) fn is_of_cluster(&self) -> bool {
        let resource = self.parts().1;
        OF_CLUSTER.contains(&resource.split_once('/').map_or(resource, |(resource, _)| resource))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_are_ordered_and_have_two_parts() {
        assert!(WATCHED.is_sorted_by(|one, other| one.name < other.name));
        assert!(WATCHED.iter().all(|action| !action.parts().1.is_empty()));
    }
}
