package policy.kubernetes.rbac.idle_administrator_test

import data.policy.kubernetes.rbac.idle_administrator as rule

denied(more) := violations if {
	right := {"action": "* on *", "resource": "binding", "path": ["roleRef", "name"], "evidence": [], "needs": [], "anywhere": true, "targets": [], "resources": []}
	who := {
		"id": "account", "kind": "ServiceAccount", "index": 0, "provider": "kubernetes", "form": "service-account",
		"power": "administrator", "administrator": [right], "holders": [],
	}
	given := {
		"identities": [object.union(who, more)],
		"resources": {
			"Pod": [{"id": "p", "root": "here"}, {"id": "q", "root": "elsewhere"}],
			"ServiceAccount": [{"id": "account", "name": "tiller", "root": "here"}],
		},
		"workloads": [{"id": "p", "kind": "Pod", "index": 0, "path": ["spec"]}, {"id": "q", "kind": "Pod", "index": 1, "path": ["spec"]}],
	}
	violations := rule.deny with input as given
}

test_denies_where_nothing_runs_as_it if {
	{violation.message | some violation in denied({})} == {`Service account "tiller" may do everything in the cluster, and no workload here runs as it`}
}

test_allows_others if {
	denied({"holders": [{"id": "p", "kind": "Pod", "via": ["spec"], "how": "pod"}]}) == set()
	denied({"form": "subject"}) == set()
	denied({"administrator": []}) == set()
}

test_who_else_may_run_as_it_leaves_it_open if {
	{violation.needs | some violation in denied({})} == {[
		{"resource": "account", "path": ["metadata", "namespace"]},
		{"resource": "p", "path": ["metadata", "namespace"]},
		{"resource": "p", "path": ["spec", "serviceAccountName"]},
	]}
}
