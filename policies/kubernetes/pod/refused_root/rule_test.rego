package policy.kubernetes.pod.refused_root_test

import data.lib.cluster
import data.policy.kubernetes.pod.refused_root as rule

violations(pod, container) := found if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, {"securityContext": pod, "containers": [{"name": "web", "securityContext": container}]})], [])
	found := rule.deny with input as document
}

paths(pod, container) := {array.slice(violation.path, 3, 10) | some violation in violations(pod, container)}

of_container := {["containers", 0, "securityContext", "runAsUser"]}

of_pod := {["securityContext", "runAsUser"]}

test_denies if {
	paths({"runAsNonRoot": true}, {"runAsUser": 0}) == of_container
	paths({"runAsUser": 0}, {"runAsNonRoot": true}) == of_pod
	paths({"runAsUser": "0", "runAsNonRoot": "true"}, {}) == of_pod
	paths({}, {"runAsUser": 0, "runAsNonRoot": true}) == of_container
	{violation.message | some violation in violations({}, {"runAsUser": 0, "runAsNonRoot": true})} == {`Container "web" is never started: runAsUser is 0, and runAsNonRoot is true`}
}

test_rests_on_the_container if {
	some violation in violations({"runAsUser": 0, "runAsNonRoot": true}, {})
	count([need | some need in violation.needs; "containers" in need.path]) == 2
}

test_allows if {
	paths({"runAsNonRoot": true}, {"runAsUser": 1000}) == set()
	paths({"runAsNonRoot": true, "runAsUser": 0}, {"runAsUser": 1000}) == set()
	paths({"runAsNonRoot": true}, {"runAsUser": 0, "runAsNonRoot": false}) == set()
	paths({"runAsUser": 0}, {}) == set()
	paths({"runAsNonRoot": true}, {}) == set()
}

test_allows_windows if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, {"os": {"name": "windows"}, "securityContext": {"runAsUser": 0, "runAsNonRoot": true}})], [])
	count(rule.deny) == 0 with input as document
}
