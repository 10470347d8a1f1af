package policy.kubernetes.rbac.pod_as_administrator_test

import data.policy.kubernetes.rbac.pod_as_administrator as rule

found(holders) := messages if {
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
	given := {"identities": [who], "resources": {"ServiceAccount": [{"id": "account", "name": "runner"}]}}
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
