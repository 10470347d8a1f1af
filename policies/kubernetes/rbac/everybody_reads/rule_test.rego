package policy.kubernetes.rbac.everybody_reads_test

import data.policy.kubernetes.rbac.everybody_reads as rule

found(name) := messages if {
	role := {"id": "r", "attributes": {"rules": [{"apiGroups": ["a.example.com"], "resources": ["as"], "verbs": ["get", "list"]}]}}
	binding := {
		"id": "b",
		"attributes": {"roleRef": {"name": "reader"}, "subjects": [{"kind": "Group", "name": name}]},
		"references": [{"kind": "ClusterRole", "index": 0}],
	}
	messages := {violation.message | some violation in rule.deny} with input.resources as {"ClusterRole": [role], "ClusterRoleBinding": [binding]}
}

test_reports_what_everybody_reads if {
	found("system:authenticated") == {"reader is given to system:authenticated, which is whoever has any credentials for the API server, each pod included: it allows get, list on as of a.example.com"}
}

test_leaves_the_rest_to_others if {
	found("system:unauthenticated") == set()
	found("staff") == set()
}
