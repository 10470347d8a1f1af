package policy.kubernetes.pod.memory_request_from_limit_test

import data.lib.cluster
import data.policy.kubernetes.pod.memory_request_from_limit as rule

found(resources) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, {"containers": [{"name": "web", "resources": resources}]})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	every resources in [{"limits": {"memory": "2"}}, {"limits": {"memory": "2"}, "requests": {"other": "1"}}] {
		found(resources) == {`Container "web" says no request, so that its limit of 2 is kept free for it at all times`}
	}
}

test_allows if {
	found({}) == set()
	found({"limits": {"memory": "0"}}) == set()
	found({"limits": {"memory": "2"}, "requests": {"memory": "1"}}) == set()
	found({"limits": {"memory": "2"}, "requests": {"memory": 0}}) == set()
}

test_does_not_ask_ephemeral_containers if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, {"containers": [{"name": "web", "resources": {"limits": {"memory": "2"}}}]})], [])
	workload := document.workloads[0]
	changed := object.union(document, {"workloads": [object.union(workload, {"containers": [object.union(workload.containers[0], {"role": "ephemeral"})]})]})
	count(rule.deny) == 0 with input as changed
}
