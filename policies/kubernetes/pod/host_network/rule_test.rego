package policy.kubernetes.pod.host_network_test

import data.policy.kubernetes.pod.host_network as rule

workload(pod_spec) := {"workloads": [{
	"id": "w",
	"kind": "StatefulSet",
	"index": 0,
	"path": ["spec", "template", "spec"],
	"labels": {},
	"pod_spec": pod_spec,
	"containers": [],
}]}

test_denies_host_network if {
	rule.deny == {{
		"resource": "w",
		"path": ["spec", "template", "spec", "hostNetwork"],
		"message": "Pods of this StatefulSet use the network of the node they run on",
	}} with input as workload({"hostNetwork": true})
}

test_denies_terraform_string if {
	count(rule.deny) == 1 with input as workload({"hostNetwork": "true"})
}

test_allows_false if {
	count(rule.deny) == 0 with input as workload({"hostNetwork": false})
}

test_allows_unset_and_unknown if {
	count(rule.deny) == 0 with input as workload({})
}
