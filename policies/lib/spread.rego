# What keeps the pods of a workload from all running on one node.
package lib.spread

import data.lib.pods
import data.lib.scope
import data.lib.selector

# Whether something asks the scheduler to put them on different nodes or zones.
are_spread(workload) if {
	some constraint in workload.pod_spec.topologySpreadConstraints
	not misses(constraint, workload)
}

are_spread(workload) if {
	some rule in workload.pod_spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution
	keeps_away(rule, workload)
}

are_spread(workload) if {
	some preference in workload.pod_spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution
	keeps_away(preference.podAffinityTerm, workload)
}

# A constraint counts the pods that its selector matches. One that matches other pods only spreads nothing.
misses(constraint, workload) if {
	constraint.labelSelector
	not selector.matches(constraint.labelSelector, workload.labels)
}

# A rule without a selector is about no pod.
keeps_away(rule, workload) if {
	rule.labelSelector
	selector.matches(rule.labelSelector, workload.labels)
}

# What that rests on, as `needs`.
needs(workload, holder) := array.concat(
	scope.unknown(holder, pods.labels_path(workload)),
	array.concat(
		scope.unknown(holder, array.concat(workload.path, ["topologySpreadConstraints"])),
		scope.unknown(holder, array.concat(workload.path, ["affinity", "podAntiAffinity"])),
	),
)
