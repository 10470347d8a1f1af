package policy.kubernetes.pod.run_as_root_test

import data.policy.kubernetes.pod.run_as_root as rule

workload(pod_context, contexts) := {"workloads": [{
	"id": "w",
	"kind": "Pod",
	"index": 0,
	"path": ["spec"],
	"labels": {},
	"pod_spec": {"securityContext": pod_context},
	"containers": [container |
		some i, context in contexts
		container := {
			"name": sprintf("c%d", [i]),
			"role": "container",
			"path": ["spec", "containers", i],
			"spec": {"securityContext": context},
		}
	],
}]}

container_path(field) := ["spec", "containers", 0, "securityContext", field]

pod_path(field) := ["spec", "securityContext", field]

# The violations of a pod with one container, as path -> message.
found(document) := messages if {
	messages := {violation.path: violation.message | some violation in rule.deny} with input as document
}

test_denies_unset if {
	found(workload({}, [{}])) == {container_path("runAsNonRoot"): `Container "c0" may run as root: it sets no runAsUser, and runAsNonRoot is not set`}
}

test_denies_explicit_false if {
	found(workload({}, [{"runAsNonRoot": false}])) == {container_path("runAsNonRoot"): `Container "c0" may run as root: it sets no runAsUser, and runAsNonRoot is false`}
	found(workload({"runAsNonRoot": false}, [{}])) == {pod_path("runAsNonRoot"): `Container "c0" may run as root: it sets no runAsUser, and runAsNonRoot is false`}
	found(workload({"runAsNonRoot": true}, [{"runAsNonRoot": false}])) == {container_path("runAsNonRoot"): `Container "c0" may run as root: it sets no runAsUser, and runAsNonRoot is false`}
}

test_denies_user_zero_where_it_is_set if {
	found(workload({}, [{"runAsUser": 0}])) == {container_path("runAsUser"): `Container "c0" runs as root: runAsUser is 0`}
	found(workload({"runAsUser": "0"}, [{}])) == {pod_path("runAsUser"): `Container "c0" runs as root: runAsUser is 0`}
	found(workload({"runAsUser": 1000}, [{"runAsUser": 0}])) == {container_path("runAsUser"): `Container "c0" runs as root: runAsUser is 0`}
}

test_denies_group_zero if {
	found(workload({"runAsNonRoot": true}, [{"runAsGroup": 0}])) == {container_path("runAsGroup"): `Container "c0" runs as root's group: runAsGroup is 0`}
	found(workload({"runAsUser": 1000, "runAsGroup": 0}, [{}])) == {pod_path("runAsGroup"): `Container "c0" runs as root's group: runAsGroup is 0`}
}

test_allows_non_root if {
	found(workload({"runAsNonRoot": true}, [{}])) == {}
	found(workload({}, [{"runAsNonRoot": true}])) == {}
	found(workload({}, [{"runAsUser": 1000}])) == {}
	found(workload({"runAsUser": 1000, "runAsGroup": 1000}, [{}])) == {}
	found(workload({"runAsUser": 0}, [{"runAsUser": "1000"}])) == {}
}

test_allows_root_that_the_kubelet_refuses if {
	found(workload({"runAsNonRoot": true}, [{"runAsUser": 0}])) == {}
}

test_allows_windows if {
	document := {"workloads": [object.union(workload({}, [{"runAsUser": 0}]).workloads[0], {"pod_spec": {"os": {"name": "windows"}}})]}
	found(document) == {}
}

test_allows_users_of_its_own if {
	document := {"workloads": [object.union(workload({}, [{}, {"runAsUser": 0}]).workloads[0], {"pod_spec": {"hostUsers": false}})]}
	found(document) == {}
}

test_rests_on_container_pod_and_os if {
	needs := {need.path | some violation in rule.deny; some need in violation.needs} with input as workload({}, [{}])
	needs == {
		container_path("runAsNonRoot"),
		pod_path("runAsNonRoot"),
		container_path("runAsUser"),
		pod_path("runAsUser"),
		["spec", "os", "name"],
		["spec", "nodeSelector", "kubernetes.io/os"],
		["spec", "hostUsers"],
	}
}
