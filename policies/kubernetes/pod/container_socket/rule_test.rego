package policy.kubernetes.pod.container_socket_test

import data.policy.kubernetes.pod.container_socket as rule

workload(volumes) := {"workloads": [{
	"id": "w",
	"kind": "Pod",
	"index": 0,
	"path": ["spec"],
	"labels": {},
	"pod_spec": {"volumes": volumes},
	"containers": [],
}]}

hosts(path) := workload([{"name": "v", "hostPath": {"path": path}}])

test_denies_docker_socket if {
	rule.deny == {{
		"resource": "w",
		"path": ["spec", "volumes", 1, "hostPath", "path"],
		"message": "Volume mounts /var/run/docker.sock, through which the node's container runtime takes orders",
	}} with input as workload([
		{"name": "tmp", "emptyDir": {}},
		{"name": "docker", "hostPath": {"path": "/var/run/docker.sock", "type": "Socket"}},
	])
}

test_denies_other_runtimes_and_directories if {
	every path in [
		"/run/docker.sock",
		"/run/containerd/containerd.sock",
		"/run/k3s/containerd/containerd.sock",
		"/var/run/crio/crio.sock",
		"/run/user/1000/docker.sock",
		"/var/run",
		"/run/",
		"//var/run/./docker",
	] {
		count(rule.deny) == 1 with input as hosts(path)
	}
}

test_allows_other_paths if {
	every path in ["/var/run/thing.sock", "/var/log", "/run/xtables.lock", "/", "", "/var/lib/docker/containers"] {
		count(rule.deny) == 0 with input as hosts(path)
	}
}

test_allows_other_volumes_and_unknown if {
	count(rule.deny) == 0 with input as workload([{"name": "v", "emptyDir": {}}, {"name": "x", "hostPath": {}}, null])
	count(rule.deny) == 0 with input as hosts(1)
}
