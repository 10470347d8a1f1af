package policy.kubernetes.pod.host_network_agent_test

import data.policy.kubernetes.pod.host_network_agent as rule

found(kind, spec) := found_at(kind, ["spec", "template", "spec"], spec)

found_at(kind, path, spec) := places if {
	workload := {"id": "w", "kind": kind, "index": 0, "path": path, "labels": {}, "pod_spec": spec, "containers": []}
	places := {violation.path | some violation in rule.deny} with input as {"workloads": [workload]}
}

test_denies_agents if {
	found("DaemonSet", {"hostNetwork": true}) == {["spec", "template", "spec", "hostNetwork"]}
}

test_denies_what_an_operator_makes if {
	found_at("Beat", ["spec", "daemonSet", "podTemplate", "spec"], {"hostNetwork": true}) == {["spec", "daemonSet", "podTemplate", "spec", "hostNetwork"]}
	found_at("Beat", ["spec", "deployment", "podTemplate", "spec"], {"hostNetwork": true}) == set()
}

test_allows_others if {
	found("DaemonSet", {}) == set()
	found("DaemonSet", {"hostNetwork": false}) == set()
	found("Deployment", {"hostNetwork": true}) == set()
}
