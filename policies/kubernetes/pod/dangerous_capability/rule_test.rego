package policy.kubernetes.pod.dangerous_capability_test

import data.lib.cluster
import data.policy.kubernetes.pod.dangerous_capability as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"add": ["SYS_ADMIN"]}}}]}) == {"Container \"web\" gets the capability SYS_ADMIN, which is nearly every power of root"}
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"add": ["NET_ADMIN", "CAP_SYS_MODULE"]}}}]}) == {"Container \"web\" gets the capability CAP_SYS_MODULE, with which it loads code into the kernel of its node"}
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"add": ["all"], "drop": ["ALL"]}}}]}) == {"Container \"web\" gets the capability all, which is every power of root"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"add": []}}}]}) == set()
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"add": ["NET_ADMIN"]}}}]}) == set()
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"add": ["SYS_TIME"]}}}]}) == set()
}
