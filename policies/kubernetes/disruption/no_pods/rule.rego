# METADATA
# title: Disruption budget covers no pod
# description: |
#   A PodDisruptionBudget protects the pods that its selector matches. One that matches none protects nothing: while
#   a node is drained, all pods of the workload that was meant may be stopped at once.
#
#   Most often a label of the pods was renamed and the budget forgotten, or the two lie in different namespaces.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/configure-pdb/
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Give `selector.matchLabels` the labels of the pod template, and put both into one namespace; remove the budget
#     if its pods are gone.
package policy.kubernetes.disruption.no_pods

import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

deny contains {"resource": budget.id, "path": ["spec", "selector"], "message": message, "needs": needs} if {
	some budget in input.resources.PodDisruptionBudget
	selector := budget.attributes.spec.selector
	count(object.get(selector, "matchLabels", {})) + count(object.get(selector, "matchExpressions", [])) > 0
	not pods.any_linked(budget, ["spec", "selector"])
	hint := pods.no_pods(budget, {budget.name}, pods.labels_of(selector))
	needs := array.concat(
		array.concat(scope.unknown(budget, ["spec", "selector"]), pods.doubt("*")),
		[{"resource": budget.id, "path": ["metadata", "namespace"]}],
	)
	message := sprintf("No pod that the budget selects found in namespace \"%s\": %s", [kubernetes.namespace(budget), hint])
}

deny contains {"resource": budget.id, "path": ["spec", "selector"], "message": message} if {
	some budget in input.resources.PodDisruptionBudget
	not budget.attributes.spec.selector
	message := "The budget has no selector, so it covers no pod"
}
