package policy.kubernetes.namespace.refused_pod_test

import data.lib.cluster
import data.policy.kubernetes.namespace.refused_pod as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

safe := {"securityContext": {"allowPrivilegeEscalation": false, "runAsNonRoot": true, "seccompProfile": {"type": "RuntimeDefault"}, "capabilities": {"drop": ["ALL"]}}}

deployment(container, pod) := cluster.running("Deployment", "cart", {"app": "cart"}, object.union({"containers": [object.union({"name": "cart"}, container)]}, pod))

namespace(labels) := cluster.made("Namespace", "shop", {"metadata": {"namespace": "", "labels": labels}})

enforcing(level) := namespace({"pod-security.kubernetes.io/enforce": level})

links := [["Deployment/cart", ["metadata", "namespace"], "Namespace/shop"]]


test_level_is_broken if {
	messages([enforcing("baseline"), deployment({}, {"hostPID": true})], links) == {
		`Namespace "shop" enforces the level baseline and refuses these pods: hostPID is true`,
	}
	paths := {violation.path | some violation in found([enforcing("restricted"), deployment({}, {})], links)}
	count(paths) == 4
}

test_silent if {
	found([enforcing("restricted"), deployment(safe, {})], links) == set()
	found([enforcing("privileged"), deployment({}, {"hostPID": true})], links) == set()
	found([namespace({}), deployment({}, {"hostPID": true})], links) == set()
	found([enforcing("baseline"), deployment({}, {"hostPID": true})], []) == set()
}

test_doubt_where_the_label_is_unclear if {
	unclear := object.union(namespace({}), {"unknown": [["metadata", "labels"]]})
	every violation in found([unclear, deployment({}, {})], links) {
		{"resource": "Namespace/shop", "path": ["metadata", "labels"]} in violation.needs
	}
}
