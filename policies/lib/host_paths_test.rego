package lib.host_paths_test

import data.lib.host_paths

test_what_a_node_is_run_from if {
	every path in ["/", "/etc", "/etc/kubernetes/manifests", "/usr/local/bin", "/proc", "/var/lib/kubelet/pki", "/var/lib/docker/volumes"] {
		host_paths.sensitive(path) == path
	}
	host_paths.sensitive("//etc/./cron.d/") == "/etc/cron.d"
}

test_what_it_is_not if {
	every path in ["/var/log", "/opt/data", "/etcetera", "/etc/localtime", "/dev", "/var/lib/kubelet", "/var/lib/dockers", "/etc/cni/net.d", "/lib/modules", "/sys/fs/cgroup", "/mnt/disks"] {
		not host_paths.sensitive(path)
	}
}

test_where_network_plugins_lie if {
	every path in ["/opt/cni/bin", "/opt/cni", "/usr/libexec/cni", "/usr/lib/cni", "/var/snap/microk8s/current/opt/cni/bin"] {
		host_paths.network_plugins(path) == path
	}
	host_paths.network_plugins("/opt//cni/bin/") == "/opt/cni/bin"
	every path in ["/etc/cni/net.d", "/opt", "/opt/cni-data", "/var/lib/cni/cache", "/cni/bindings"] {
		not host_paths.network_plugins(path)
	}
}

test_who_may_write if {
	container := {"path": ["containers", 0], "spec": {"volumeMounts": [
		{"name": "one", "readOnly": true},
		{"name": "one", "readOnly": false},
		{"name": "two"},
	]}}
	host_paths.writable_mounts({"containers": [container]}, {"name": "one"}) == [{"container": container, "read_only": ["containers", 0, "volumeMounts", 1, "readOnly"]}]
	count(host_paths.writable_mounts({"containers": [container]}, {"name": "two"})) == 1
	host_paths.writable_mounts({"containers": []}, {"name": "one"}) == []
}

test_sockets_of_the_runtime if {
	every path in ["/run/docker.sock", "/var/run", "//var/run/./docker", "/run/k3s/containerd/containerd.sock"] {
		host_paths.exposes_socket(path)
	}
	every path in ["/var/run/thing.sock", "/run/xtables.lock", "/", "", 1] {
		not host_paths.exposes_socket(path)
	}
}
