package policy.kubernetes.pod.host_network_agent_test

import data.policy.kubernetes.pod.host_network_agent as rule

found(kind, spec) := places if {
	workload := {"id": "w", "kind": kind, "index": 0, "path": ["spec", "template", "spec"], "labels": {}, "pod_spec": spec, "containers": []}
	places := {violation.path | some violation in rule.deny} with input as {"workloads": [workload]}
}

test_denies_agents if {
	found("DaemonSet", {"hostNetwork": true}) == {["spec", "template", "spec", "hostNetwork"]}
}

test_allows_others if {
	found("DaemonSet", {}) == set()
	found("DaemonSet", {"hostNetwork": false}) == set()
	found("Deployment", {"hostNetwork": true}) == set()
}
