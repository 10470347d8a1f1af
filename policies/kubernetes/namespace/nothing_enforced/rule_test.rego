package policy.kubernetes.namespace.nothing_enforced_test

import data.lib.cluster
import data.policy.kubernetes.namespace.nothing_enforced as rule

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


test_tells_what_could_be_enforced if {
	messages([namespace({}), deployment(safe, {})], links) == {
		"Nothing keeps privileged pods out: the pods seen here meet the level restricted, so it can be enforced",
	}
	messages([namespace({"team": "shop"}), deployment({}, {})], links) == {
		"Nothing keeps privileged pods out: the pods seen here meet the level baseline, so it can be enforced",
	}
	messages([namespace({}), deployment({}, {"hostPID": true})], links) == {
		`Nothing keeps privileged pods out: those of Deployment "cart" break the level baseline`,
	}
	messages([namespace({})], []) == {"Nothing keeps privileged pods out: no pod of it is seen here"}
}

test_silent if found([enforcing("privileged")], []) == set()

test_silent_where_the_name_is_put_in_later if found([cluster.made("Namespace", "_", {"metadata": {"namespace": ""}})], []) == set()
