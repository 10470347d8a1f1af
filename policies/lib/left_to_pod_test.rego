package lib.left_to_pod_test

import data.lib.left_to_pod

workload(containers) := {"kind": "Pod", "index": 0, "containers": [{"path": ["spec", "containers", at], "spec": spec} | some at, spec in containers]}

needed(unknown, containers) := needs if {
	needs := left_to_pod.needs(workload(containers), "appArmorProfile") with input as {"resources": {"Pod": [{"id": "p", "unknown": unknown}]}}
}

own := {"securityContext": {"appArmorProfile": {"type": "RuntimeDefault"}}}

test_one_is_enough if {
	needed([], [own, {}]) == []
	needed([["spec", "containers", 0, "securityContext"]], [{}, {}]) == []
}

test_all_say_it_themselves if not needed([], [own, own])

test_unknown if {
	needed([["spec", "containers", 0, "securityContext"]], [{}, own]) == [{"resource": "p", "path": ["spec", "containers", 0, "securityContext"]}]
}
