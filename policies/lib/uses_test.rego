package lib.uses_test

import data.lib.uses

workload(pod, container) := {
	"path": ["spec"],
	"pod_spec": pod,
	"containers": [{"path": ["spec", "containers", 0], "spec": container}],
}

shown(found) := [[use.kind, use.name, use.path, use.optional, [key.key | some key in use.keys]] | some use in found]

test_volumes if {
	volumes := [
		{"configMap": {"name": "a", "items": [{"key": "k"}]}},
		{"secret": {"secretName": "b", "optional": true}},
		{"persistentVolumeClaim": {"claimName": "c"}},
		{"projected": {"sources": [{"secret": {"name": "d"}}]}},
		{"emptyDir": {}},
	]
	shown(uses.of(workload({"volumes": volumes}, {}))) == [
		["PersistentVolumeClaim", "c", ["spec", "volumes", 2, "persistentVolumeClaim", "claimName"], false, []],
		["ConfigMap", "a", ["spec", "volumes", 0, "configMap", "name"], false, ["k"]],
		["Secret", "b", ["spec", "volumes", 1, "secret", "secretName"], true, []],
		["Secret", "d", ["spec", "volumes", 3, "projected", "sources", 0, "secret", "name"], false, []],
	]
}

test_variables if {
	container := {
		"env": [{"name": "A", "value": "x"}, {"name": "B", "valueFrom": {"secretKeyRef": {"name": "a", "key": "k"}}}],
		"envFrom": [{"configMapRef": {"name": "b", "optional": true}}],
	}
	found := uses.of(workload({}, container))
	shown(found) == [
		["Secret", "a", ["spec", "containers", 0, "env", 1, "valueFrom", "secretKeyRef", "name"], false, ["k"]],
		["ConfigMap", "b", ["spec", "containers", 0, "envFrom", 0, "configMapRef", "name"], true, []],
	]
	found[0].keys[0].path == ["spec", "containers", 0, "env", 1, "valueFrom", "secretKeyRef", "key"]
}
