# Capabilities of Linux, as containers add and drop them.
package lib.capabilities

# The name as Kubernetes writes it: `NET_ADMIN`, also for `CAP_NET_ADMIN` and `net_admin`.
named(name) := trim_prefix(upper(name), "CAP_")

# Whether a container drops one of the capabilities. The prefix is for the container runtime to put there: containerd
# looks for `CAP_CAP_NET_RAW`, finds none, and says nothing.
drops(container, names) if {
	some name in container.spec.securityContext.capabilities.drop
	upper(name) in names
}

# As a part of a message: what is to be dropped by a name that drops nothing.
misnamed(container) := sprintf("; %s is written with the prefix CAP_, which containerd takes for another", [names[0]]) if {
	names := prefixed(container)
	count(names) > 0
}

misnamed(container) := "" if count(prefixed(container)) == 0

prefixed(container) := [name |
	some name in container.spec.securityContext.capabilities.drop
	startswith(upper(name), "CAP_")
]

# Whether it drops what containers have unless told otherwise: all, or each of them.
drops_usual(container) if drops(container, {"ALL"})

drops_usual(container) if count(usual - {upper(name) | some name in container.spec.securityContext.capabilities.drop}) == 0

usual := {
	"AUDIT_WRITE",
	"CHOWN",
	"DAC_OVERRIDE",
	"FOWNER",
	"FSETID",
	"KILL",
	"MKNOD",
	"NET_BIND_SERVICE",
	"NET_RAW",
	"SETFCAP",
	"SETGID",
	"SETPCAP",
	"SETUID",
	"SYS_CHROOT",
}
