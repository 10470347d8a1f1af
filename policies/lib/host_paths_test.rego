package lib.host_paths_test

import data.lib.host_paths

test_what_a_node_is_run_from if {
	every path in ["/", "/etc", "/etc/kubernetes/manifests", "/usr/local/bin", "/proc", "/dev", "/var/lib/kubelet/pods", "/var/lib/docker"] {
		host_paths.sensitive(path) == path
	}
	host_paths.sensitive("//etc/./cron.d/") == "/etc/cron.d"
}

test_what_it_is_not if {
	every path in ["/var/log", "/opt/data", "/etcetera", "/etc/localtime", "/dev/fuse", "/var/lib/kubelets", "/sys/fs/cgroup", "/mnt/disks"] {
		not host_paths.sensitive(path)
	}
}
