package policy.kubernetes.pod.added_capability_test

import data.lib.cluster
import data.policy.kubernetes.pod.added_capability as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"add": ["NET_ADMIN"]}}}]}) == {"Container \"web\" gets the capability NET_ADMIN"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"add": []}}}]}) == set()
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"drop": ["ALL"]}}}]}) == set()
}
