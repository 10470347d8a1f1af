package policy.kubernetes.pod.privilege_escalation_test

import data.policy.kubernetes.pod.privilege_escalation as rule

workload(pod_spec, contexts) := {"resources": {"Pod": [{"id": "w", "unknown": []}]}, "workloads": [{
	"id": "w",
	"kind": "Pod",
	"index": 0,
	"path": ["spec"],
	"labels": {},
	"pod_spec": pod_spec,
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

test_denies_unset_and_true if {
	messages := {violation.message | some violation in rule.deny} with input as workload({}, [
		{},
		{"allowPrivilegeEscalation": true},
		{"allowPrivilegeEscalation": false},
	])
	messages == {
		`Container "c0" may gain more privileges than it started with: allowPrivilegeEscalation is not set`,
		`Container "c1" may gain more privileges than it started with: allowPrivilegeEscalation is true`,
	}
}

test_names_the_absent_field_and_what_excuses_it if {
	rule.deny == {{
		"resource": "w",
		"path": ["spec", "containers", 0, "securityContext", "allowPrivilegeEscalation"],
		"message": `Container "c0" may gain more privileges than it started with: allowPrivilegeEscalation is not set`,
		"needs": [
			{"resource": "w", "path": ["spec", "os", "name"]},
			{"resource": "w", "path": ["spec", "nodeSelector", "kubernetes.io/os"]},
		],
	}} with input as workload({}, [{}])
}

test_pod_level_setting_does_not_exist if {
	count(rule.deny) == 1 with input as workload({"securityContext": {"allowPrivilegeEscalation": false}}, [{}])
}

test_allows_windows if {
	count(rule.deny) == 0 with input as workload({"os": {"name": "windows"}}, [{}])
}

test_allows_what_cannot_be_switched_off if {
	count(rule.deny) == 0 with input as workload({}, [{"capabilities": {"add": ["CAP_SYS_ADMIN"]}}, {"capabilities": {"add": ["NET_ADMIN", "SYS_ADMIN"]}}])
	count(rule.deny) == 1 with input as workload({}, [{"capabilities": {"add": ["NET_ADMIN"]}}])
}
