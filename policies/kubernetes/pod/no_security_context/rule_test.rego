package policy.kubernetes.pod.no_security_context_test

import data.lib.cluster
import data.policy.kubernetes.pod.no_security_context as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"Neither the pod nor container \"web\" has a security context"}
	found({"containers": [{"name": "web", "securityContext": {}}], "securityContext": {}}) == {"Neither the pod nor container \"web\" has a security context"}
}

test_allows if {
	found({"containers": [{"name": "web", "securityContext": {"runAsUser": 1000}}]}) == set()
	found({"containers": [{"name": "web"}], "securityContext": {"runAsNonRoot": true}}) == set()
}
