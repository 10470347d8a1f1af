package policy.kubernetes.pod.cpu_request_test

import data.lib.cluster
import data.policy.kubernetes.pod.cpu_request as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"Container \"web\" asks for no CPU, so that the scheduler keeps none for it"}
	found({"containers": [{"name": "web", "resources": {"requests": {"memory": "1"}}}]}) == {"Container \"web\" asks for no CPU, so that the scheduler keeps none for it"}
	found({"containers": [{"name": "web", "resources": {"limits": {"cpu": 0}}}]}) == {"Container \"web\" asks for no CPU, so that the scheduler keeps none for it"}
}

test_allows if {
	found({"containers": [{"name": "web", "resources": {"limits": {"cpu": "500m"}}}]}) == set()
	found({"containers": [{"name": "web"}], "resources": {"requests": {"cpu": "2"}}}) == set()
	found({"containers": []}) == set()
	found({"containers": [{"name": "web", "resources": {"requests": {"cpu": "100m"}}}]}) == set()
}

test_allows_what_a_limit_range_gives if {
	range := cluster.made("LimitRange", "range", {"spec": {"limits": [{"type": "Container", "defaultRequest": {"cpu": "1"}}]}})
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, {}), range], [])
	count(rule.deny) == 0 with input as document
}

test_does_not_ask_ephemeral_containers if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, {})], [])
	workload := document.workloads[0]
	changed := object.union(document, {"workloads": [object.union(workload, {"containers": [object.union(workload.containers[0], {"role": "ephemeral"})]})]})
	count(rule.deny) == 0 with input as changed
}
