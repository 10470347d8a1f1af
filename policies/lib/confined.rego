# Containers that can do no more with what they reach of their node than any of its users without rights.
package lib.confined

import data.lib.attribute
import data.lib.capabilities
import data.lib.kubernetes
import data.lib.scope

# Not root, without capabilities that count, and with no way to get more. What may gain no privileges is not privileged
# either: Kubernetes refuses both at once.
is_confined(workload, container) if {
	is_no_root(workload, container)
	capabilities.drops(container, {"ALL"})
	every name in object.get(container.spec.securityContext.capabilities, "add", []) {
		capabilities.named(name) in harmless
	}
	attribute.is_false(container.spec.securityContext.allowPrivilegeEscalation)
}

is_no_root(workload, container) if attribute.is_true(effective(workload, container, "runAsNonRoot"))

is_no_root(workload, container) if attribute.number(effective(workload, container, "runAsUser")) > 0

# A container's own setting wins over its pod's.
effective(workload, container, field) := setting if {
	setting := [given |
		some holder in [container.spec, workload.pod_spec]
		given := holder.securityContext[field]
		given != null
	][0]
}

# The clock, and ports below 1024.
harmless := {"NET_BIND_SERVICE", "SYS_TIME"}

# The containers of a workload that are not.
loose(workload) := [container |
	some container in workload.containers
	not is_confined(workload, container)
]

# As `needs`: what is unknown, where it is not certain of any container that it is loose.
needs(workload) := [need |
	every container in loose(workload) {
		count(doubts(workload, container)) > 0
	}
	some container in loose(workload)
	some need in doubts(workload, container)
]

doubts(workload, container) := array.concat(
	scope.unknown(kubernetes.holder(workload), array.concat(container.path, ["securityContext"])),
	scope.unknown(kubernetes.holder(workload), array.concat(workload.path, ["securityContext"])),
)

# As `needs`, for a rule that all of them are: containers of which nothing is known.
hidden(workload) := [need |
	some list in ["containers", "initContainers"]
	place := array.concat(workload.path, [list])
	some need in scope.unknown(kubernetes.holder(workload), place)
	count(need.path) <= count(place) + 1
]
