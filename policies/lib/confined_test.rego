package lib.confined_test

import data.lib.confined

workload(context, containers) := {
	"id": "w", "kind": "Pod", "index": 0, "path": ["spec"],
	"pod_spec": {"securityContext": context},
	"containers": [{"path": ["spec", "containers", at], "spec": {"securityContext": own}} | some at, own in containers],
}

tight := {"allowPrivilegeEscalation": false, "capabilities": {"drop": ["ALL"]}}

loose(context, container) := count(confined.loose(workload(context, [container])))

test_confined if {
	loose({"runAsNonRoot": true}, tight) == 0
	loose({"runAsUser": 1000}, tight) == 0
	loose({"runAsUser": 0}, object.union(tight, {"runAsUser": 1000})) == 0
	loose({"runAsUser": 1000}, object.union(tight, {"runAsUser": null})) == 0
	loose({"runAsNonRoot": true}, object.union(tight, {"capabilities": {"drop": ["all"], "add": ["CAP_SYS_TIME"]}})) == 0
}

test_loose if {
	loose({}, tight) == 1
	loose({"runAsNonRoot": true}, {"capabilities": {"drop": ["ALL"]}}) == 1
	loose({"runAsNonRoot": true}, {"allowPrivilegeEscalation": false}) == 1
	loose({"runAsNonRoot": true}, object.union(tight, {"capabilities": {"drop": ["ALL"], "add": ["SYS_PTRACE"]}})) == 1
	loose({"runAsUser": 1000}, object.union(tight, {"runAsUser": 0})) == 1
}

unknown(paths) := {"Pod": [{"id": "w", "unknown": paths}]}

test_needs_where_nothing_is_certain if {
	resources := unknown([["spec", "containers", 0, "securityContext", "runAsUser"]])
	one := confined.needs(workload({}, [tight])) with input.resources as resources
	one == [{"resource": "w", "path": ["spec", "containers", 0, "securityContext", "runAsUser"]}]
	two := confined.needs(workload({}, [tight, {}])) with input.resources as resources
	two == []
}

test_containers_of_which_nothing_is_known if {
	resources := unknown([["spec", "containers", 1], ["spec", "containers", 0, "image"], ["metadata", "name"]])
	found := confined.hidden(workload({}, [tight])) with input.resources as resources
	found == [{"resource": "w", "path": ["spec", "containers", 1]}]
}
