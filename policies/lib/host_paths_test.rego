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
