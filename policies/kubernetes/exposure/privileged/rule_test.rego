package policy.kubernetes.exposure.privileged_test

import data.policy.kubernetes.exposure.privileged

exposed(id, kind, more) := object.union(
	{
		"id": id,
		"kind": kind,
		"index": 0,
		"standing": "open",
		"hops": 0,
		"stations": [{"resource": "door", "path": ["opens"], "note": "opens it"}],
		"openings": [],
		"entries": ["door"],
		"reaches": [],
		"workloads": [0],
		"unknown": [],
	},
	more,
)


workload(spec, containers) := {
	"id": "d",
	"kind": "Deployment",
	"index": 0,
	"path": ["spec"],
	"labels": {},
	"pod_spec": spec,
	"containers": containers,
}

at(exposures, spec, containers) := {
	"exposures": exposures,
	"workloads": [workload(spec, containers)],
	"resources": {"Deployment": [{"address": "Deployment.shop.d", "unknown": [["spec", "initContainers", 1, "restartPolicy"]]}]},
}

open := [exposed("d", "Deployment", {})]

init(role, position) := [{
	"name": "app",
	"role": role,
	"path": ["spec", "initContainers", position],
	"spec": {"securityContext": {"privileged": true}},
}]

test_a_privileged_container_is_denied_at_the_door if {
	given := at(open, {}, [{"name": "app", "role": "container", "path": ["spec", "containers", 0], "spec": {"securityContext": {"privileged": true}}}])
	some denied in privileged.deny with input as given
	denied.at == "door"
	denied.path == ["opens"]
	denied.evidence[1].path == ["spec", "containers", 0, "securityContext", "privileged"]
}

test_of_init_containers_only_those_count_that_keep_running if {
	proxy := at(open, {}, init("sidecar", 0))
	found := privileged.deny with input as proxy
	{denied.needs | some denied in found} == {[]}
	setup := at(open, {}, init("init", 0))
	none := privileged.deny with input as setup
	count(none) == 0
}

test_one_that_may_keep_running_is_needed if {
	unclear := at(open, {}, init("init", 1))
	found := privileged.deny with input as unclear
	{denied.needs | some denied in found} == {[{"resource": "d", "path": ["spec", "initContainers", 1, "restartPolicy"]}]}
	surely := at(open, {"hostPID": true}, init("init", 1))
	sure := privileged.deny with input as surely
	{denied.needs | some denied in sure} == {[]}
}

test_processes_and_disks_of_the_node_are_denied if {
	processes := at(open, {"hostPID": true}, [])
	found := privileged.deny with input as processes
	count(found) == 1
	every path in ["/", "/etc/", "/var/run/docker.sock", "//var/lib/kubelet"] {
		given := at(open, {"volumes": [{"emptyDir": {}}, {"hostPath": {"path": path}}]}, [])
		found := privileged.deny with input as given
		count(found) == 1
	}
}

test_what_is_kept_apart_passes if {
	given := at(open, {"hostPID": false, "volumes": [{"hostPath": {"path": "/usr/share/zoneinfo"}}]}, [{"name": "app", "role": "container", "path": [], "spec": {}}])
	found := privileged.deny with input as given
	count(found) == 0
}

test_what_is_not_reached_passes if {
	given := at([exposed("d", "Deployment", {"standing": "possible"})], {"hostPID": true}, [])
	found := privileged.deny with input as given
	count(found) == 0
}
