package policy.kubernetes.pod.cpu_request_from_limit_test

import data.lib.cluster
import data.policy.kubernetes.pod.cpu_request_from_limit as rule

found(resources) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, {"containers": [{"name": "web", "resources": resources}]})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	every resources in [{"limits": {"cpu": "2"}}, {"limits": {"cpu": "2"}, "requests": {"other": "1"}}] {
		found(resources) == {`Container "web" says no request, so that its limit of 2 is kept free for it at all times`}
	}
}

test_allows if {
	found({}) == set()
	found({"limits": {"cpu": "0"}}) == set()
	found({"limits": {"cpu": "2"}, "requests": {"cpu": "1"}}) == set()
	found({"limits": {"cpu": "2"}, "requests": {"cpu": 0}}) == set()
}

test_does_not_ask_ephemeral_containers if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, {"containers": [{"name": "web", "resources": {"limits": {"cpu": "2"}}}]})], [])
	workload := document.workloads[0]
	changed := object.union(document, {"workloads": [object.union(workload, {"containers": [object.union(workload.containers[0], {"role": "ephemeral"})]})]})
	count(rule.deny) == 0 with input as changed
}
