# Directories of a node.
package lib.host_paths

import data.lib.attribute

# The path, without what makes no difference, if whoever may write there owns the node.
sensitive(path) := clean if {
	clean := cleaned(path)
	is_system(clean)
	not clean in harmless
	not is_for_agents(clean)
}

# Where agents that bring networks and storage have to write. Whoever owns them owns the node, which nothing changes.
is_for_agents(path) if {
	some top in ["/etc/cni", "/usr/libexec/kubernetes", "/lib/modules", "/usr/lib/modules"]
	startswith(sprintf("%s/", [path]), sprintf("%s/", [top]))
}

# The path, without what makes no difference, if the container runtime runs as root what lies there as network plugins.
network_plugins(path) := clean if {
	clean := cleaned(path)
	holds_network_plugins(clean)
}

holds_network_plugins(path) if endswith(path, "/cni/bin")

holds_network_plugins(path) if path in {"/opt/cni", "/usr/lib/cni", "/usr/libexec/cni"}

# Whether the socket lies there through which the container runtime takes orders.
exposes_socket(path) if {
	parts := segments(path)
	parts[count(parts) - 1] in {
		"docker.sock",
		"dockershim.sock",
		"cri-dockerd.sock",
		"containerd.sock",
		"crio.sock",
		"podman.sock",
	}
}

# The directories that hold one of the sockets. `/var/run` is a link to `/run`.
exposes_socket(path) if {
	concat("/", segments(path)) in {
		"run",
		"run/docker",
		"run/containerd",
		"run/crio",
		"run/podman",
		"run/k3s",
		"run/k3s/containerd",
		"var/run",
		"var/run/docker",
		"var/run/containerd",
		"var/run/crio",
		"var/run/podman",
	}
}

segments(path) := [part |
	is_string(path)
	some part in split(path, "/")
	not part in {"", "."}
]

# Where containers of a workload may write to a volume: the container, and the path of what would keep it from it.
writable_mounts(workload, volume) := [mounted |
	some container in workload.containers
	some at, mount in container.spec.volumeMounts
	mount.name == volume.name
	not attribute.is_true(mount.readOnly)
	mounted := {"container": container, "read_only": array.concat(container.path, ["volumeMounts", at, "readOnly"])}
]

# Files that others only look at to know the machine, its name or its time.
harmless := {
	"/etc/hostname",
	"/etc/localtime",
	"/etc/machine-id",
	"/etc/os-release",
	"/etc/timezone",
	"/usr/lib/os-release",
	"/usr/share/zoneinfo",
}

cleaned(path) := sprintf("/%s", [concat("/", segments(path))])

is_system(path) if path == "/"

# Programs, configuration, the kernel, and what starts at boot: each with all below it.
is_system(path) if split(path, "/")[1] in {"bin", "boot", "etc", "lib", "lib32", "lib64", "root", "sbin", "usr"}

# The kernel's own: each as a whole.
is_system(path) if path in {"/home", "/proc", "/sys", "/var", "/var/lib", "/var/lib/kubelet/pki", "/var/spool", "/var/spool/cron"}

# What the container runtime and etcd keep.
is_system(path) if {
	some top in ["/var/lib/docker", "/var/lib/containerd", "/var/lib/containers", "/var/lib/etcd", "/var/lib/rancher"]
	startswith(sprintf("%s/", [path]), sprintf("%s/", [top]))
}
