package policy.google.iam.inside_what_runs_stronger_test

import data.policy.google.iam.inside_what_runs_stronger as rule

right := {
	"action": "written", "resource": "binding", "path": ["role"], "needs": [], "evidence": [{"resource": "binding", "path": ["member"], "note": "given"}], "anywhere": true, "itself": false,
	"sweeping": false, "narrowed": false, "targets": [], "resources": ["projects/app"], "conditions": [], "tags": [],
}

found(changes) := violations if {
	nodes := {
		"id": "n", "provider": "google", "form": "service-account", "power": "escalating", "permissions": {},
		"holders": [{"id": "pool", "via": ["node_config"], "how": "gke-node"}],
	}
	who := {
		"id": "w", "provider": "google", "form": "user", "name": "user:jane@example.com", "power": "ordinary",
		"permissions": {"container.pods.create": [object.union(right, changes)]},
	}
	violations := rule.deny with input as {"identities": [nodes, who]}
}

test_denies_pods_beside_a_stronger_account if {
	found({"targets": [{"id": "n", "power": "escalating", "services": [], "needs": [], "doubts": []}]})[_].evidence[3].resource == "pool"
}

test_allows_pods_elsewhere if {
	count(found({})) == 0
	count(found({"sweeping": true, "targets": [{"id": "n", "power": "escalating", "services": [], "needs": [], "doubts": []}]})) == 0
}
