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
	"resources": {"Deployment": [{"address": "Deployment.shop.d"}]},
}

open := [exposed("d", "Deployment", {})]

init(spec) := [{"name": "app", "role": "init", "path": [], "spec": object.union({"securityContext": {"privileged": true}}, spec)}]

test_a_privileged_container_is_denied_at_the_door if {
	given := at(open, {}, [{"name": "app", "role": "container", "path": ["spec", "containers", 0], "spec": {"securityContext": {"privileged": true}}}])
	some denied in privileged.deny with input as given
	denied.at == "door"
	denied.path == ["opens"]
	denied.evidence[1].path == ["spec", "containers", 0, "securityContext", "privileged"]
}

test_of_init_containers_only_those_count_that_keep_running if {
	proxy := at(open, {}, init({"restartPolicy": "Always"}))
	found := privileged.deny with input as proxy
	count(found) == 1
	setup := at(open, {}, init({}))
	none := privileged.deny with input as setup
	count(none) == 0
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
