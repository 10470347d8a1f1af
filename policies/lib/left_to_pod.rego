# What containers leave to the security context of their pod.
package lib.left_to_pod

import data.lib.kubernetes
import data.lib.scope

# As `needs`, what leaves it open that a container names no type of a profile itself. Undefined where each of them does.
needs(workload, profile) := least(doubts(workload, profile))

doubts(workload, profile) := [scope.unknown(kubernetes.holder(workload), path) |
	some container in workload.containers
	not container.spec.securityContext[profile].type
	path := array.concat(container.path, ["securityContext", profile, "type"])
]

# One that surely says nothing is enough.
least(doubts) := [] if [] in doubts

least(doubts) := doubts[0] if {
	count(doubts) > 0
	not [] in doubts
}
