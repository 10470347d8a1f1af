package policy.kubernetes.rbac.pod_as_administrator_test

import data.policy.kubernetes.rbac.pod_as_administrator as rule

found(holders) := running(holders, [])

running(holders, releases) := messages if {
	right := {"action": "* on *", "resource": "binding", "path": ["roleRef", "name"], "evidence": [], "needs": [], "anywhere": true, "targets": [], "resources": []}
	who := {
		"id": "account",
		"kind": "ServiceAccount",
		"index": 0,
		"provider": "kubernetes",
		"form": "service-account",
		"power": "administrator",
		"administrator": [right],
		"holders": holders,
	}
	given := {"identities": [who], "resources": {"ServiceAccount": [{"id": "account", "name": "runner", "root": ".", "namespace": "ci"}], "HelmRelease.helm.toolkit.fluxcd.io": releases}}
	messages := {violation.message | some violation in rule.deny} with input as given
}

test_denies_where_pods_run_as_it if {
	deployment := {"id": "d", "kind": "Deployment", "via": ["spec"], "how": "pod"}
	found([deployment]) == {`Service account "runner" may do everything in the cluster, and a Deployment runs as it`}
	found([deployment, {"id": "j", "kind": "Job", "via": ["spec"], "how": "pod"}]) == {`Service account "runner" may do everything in the cluster, and 2 workloads run as it`}
}

test_allows_where_none_does if {
	found([]) == set()
}

release(values) := {"id": "release", "name": "runner", "root": ".", "namespace": "flux", "unknown": [], "attributes": {"spec": {"targetNamespace": "ci", "values": values}}}

test_denies_where_a_chart_starts_what_runs_as_it if {
	every values in [{"serviceAccount": {"name": "runner"}}, {"serviceAccountName": "runner"}, {"worker": {"serviceAccount": {"name": "runner"}}}] {
		running([], [release(values)]) == {`Service account "runner" may do everything in the cluster, and what HelmRelease "runner" starts runs as it`}
	}
	running([], [release({"serviceAccount": {"name": "other"}})]) == set()
}

test_names_what_starts_it if {
	found([{"id": "h", "kind": "HelmRelease.helm.toolkit.fluxcd.io", "via": ["spec"], "how": "pod"}]) == {`Service account "runner" may do everything in the cluster, and what a HelmRelease starts runs as it`}
}
