# METADATA
# title: Two disruption budgets cover the same pods
# description: |
#   Kubernetes refuses to evict a pod that more than one PodDisruptionBudget selects: it does not work out which of
#   them counts. A node that runs such a pod cannot be drained at all, whatever the budgets allow.
#
#   It shows when nodes are to be upgraded, as an error of the eviction and not of the budgets.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/configure-pdb/
#   - https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Keep one budget for the pods, or make the selectors of both so narrow that no pod matches both.
package policy.kubernetes.disruption.overlapping

import data.lib.pods
import data.lib.scope

# The second and further ones are reported.
deny contains {"resource": budget.id, "path": ["spec", "selector"], "message": message, "needs": needs} if {
	some budget in input.resources.PodDisruptionBudget
	budget.attributes.spec.selector
	needs := array.concat(
		array.concat(scope.unaimed(budget.root, "PodDisruptionBudget"), pods.doubt(budget.root)),
		scope.unknown(budget, ["spec", "selector"]),
	)
	some message in array.slice(array.concat(overlaps(budget), ["" | some _ in needs]), 0, 1)
}

overlaps(budget) := [message |
	some reference in budget.references
	reference.via == ["spec", "selector"]
	resource := input.resources[reference.kind][reference.index]
	some back in resource.referred_by
	back.kind == "PodDisruptionBudget"
	back.via == ["spec", "selector"]
	back.id < budget.id
	other := input.resources.PodDisruptionBudget[back.index]
	other.name != budget.name
	message := sprintf("Pods of %s \"%s\" are covered by the budget \"%s\" too, so none of them can be evicted", [
		resource.kind,
		resource.name,
		other.name,
	])
]
