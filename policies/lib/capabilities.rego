# Capabilities of Linux, as containers add and drop them.
package lib.capabilities

# The name as Kubernetes writes it: `NET_ADMIN`, also for `CAP_NET_ADMIN` and `net_admin`.
named(name) := trim_prefix(upper(name), "CAP_")

# Whether a container drops one of the capabilities.
drops(container, names) if {
	some name in container.spec.securityContext.capabilities.drop
	named(name) in names
}

# Whether it drops what containers have unless told otherwise: all, or each of them.
drops_usual(container) if drops(container, {"ALL"})

drops_usual(container) if count(usual - {named(name) | some name in container.spec.securityContext.capabilities.drop}) == 0

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
