# METADATA
# title: Disruption budget never lets a pod be evicted
# description: |
#   A PodDisruptionBudget says how many pods may be away at once while nodes are drained. One that demands as many as
#   there are allows none: draining a node of its pods waits forever, and with it upgrades of the cluster, and
#   autoscalers cannot remove the node.
#
#   Whoever has to patch the nodes in a hurry then deletes the pods by force, without any budget.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/configure-pdb/
#   - https://kubernetes.io/docs/concepts/workloads/pods/disruptions/
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Allow at least one pod to be away: `maxUnavailable: 1`, or a `minAvailable` below the number of replicas. Give
#     a workload of one replica a second one, or no budget.
#   aliases: [pdb-max-unavailable, pdb-min-available, pdbDisruptionsIsZero]
package policy.kubernetes.disruption.blocks_eviction

import data.lib.attribute
import data.lib.pods
import data.lib.replicas
import data.lib.scope

deny contains {"resource": budget.id, "path": ["spec", "maxUnavailable"], "message": message} if {
	some budget in input.resources.PodDisruptionBudget
	most := budget.attributes.spec.maxUnavailable
	share(most, 100) == 0
	message := sprintf("maxUnavailable is %v: no pod may be evicted, so draining its node never ends", [most])
}

deny contains {"resource": budget.id, "path": ["spec", "minAvailable"], "message": message} if {
	some budget in input.resources.PodDisruptionBudget
	budget.attributes.spec.minAvailable == "100%"
	message := "minAvailable is 100%: no pod may be evicted, so draining its node never ends"
}

# A part of a pod counts as a whole one.
deny contains {"resource": budget.id, "path": ["spec", "minAvailable"], "message": message, "needs": needs} if {
	some budget in input.resources.PodDisruptionBudget
	least := budget.attributes.spec.minAvailable
	least != "100%"
	budget.attributes.spec.selector != null
	doubt := pods.doubt_about(budget, budget.attributes.spec.selector)
	selected := {resource | some resource in selected_by(budget)}
	running := sum([number | some resource in selected; number := pods_of(resource)])
	all_counted(selected)
	is_enough(running, doubt)
	share(least, running) >= running
	needs := array.concat(
		array.concat(scope.unknown(budget, ["spec", "selector"]), doubt),
		[need | some resource in selected; some need in replicas.needs(resource)],
	)
	message := sprintf("minAvailable is %v and the pods that it covers%s are %v at the fewest: none of them may be evicted, so draining its node never ends", [
		least,
		place(budget),
		running,
	])
}

place(budget) := sprintf(" in namespace \"%s\"", [scope.written_namespace(budget)]) if {
	scope.written_namespace(budget) != "*"
} else := ""

selected_by(budget) := [input.resources[reference.kind][reference.index] |
	some reference in budget.references
	reference.via == ["spec", "selector"]
]

# Nothing is claimed where something keeps no number of pods.
all_counted(selected) if {
	every resource in selected {
		pods_of(resource)
	}
}

pods_of(resource) := replicas.fewest(resource)

pods_of(resource) := 1 if resource.kind == "Pod"

is_enough(running, _) if running > 0

is_enough(_, doubt) if count(doubt) > 0

share(wanted, _) := attribute.number(wanted)

share(wanted, of) := ceil((attribute.number(trim_suffix(wanted, "%")) * of) / 100) if {
	is_string(wanted)
	endswith(wanted, "%")
}
