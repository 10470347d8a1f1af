# METADATA
# title: Two workloads have the same selector
# description: |
#   Autoscalers and disruption budgets find the pods of a workload by its selector. With one selector on two
#   workloads they find the pods of both: autoscalers measure the wrong pods or refuse to scale, and budgets count too
#   many. Pods that lost their owner are taken over by whichever workload sees them first.
#
#   It usually comes from a copied manifest in which only the names were changed.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Give each workload a label of its own, such as `app.kubernetes.io/component`, and add it to the selector and to
#     the pods. A selector cannot be changed: the workload has to be deleted and made again.
package policy.kubernetes.workload.same_selector

import data.lib.group
import data.lib.kubernetes
import data.lib.scope

# The second and further ones are reported.
deny contains {"resource": workload.id, "path": ["spec", "selector"], "message": message, "needs": needs} if {
	some workload in input.workloads
	workload.kind in kinds
	holder := kubernetes.holder(workload)
	doubt := [need | some kind in kinds; some need in scope.unaimed(holder.root, kind)]
	needs := array.concat(doubt, scope.unknown(holder, ["spec", "selector"]))
	others := array.concat(
		[sprintf("%s \"%s\"", [other[1], other[2]]) |
			some other in by_selector[key(holder)]
			other[0] < workload.id
			other[1] == workload.kind
			other[2] != holder.name
		],
		["another one" | some _ in doubt],
	)
	some other in array.slice(others, 0, 1)
	message := sprintf("The selector is that of %s, so autoscalers and disruption budgets cannot tell their pods apart", [other])
}

by_selector := group.by_key({[key(holder), [workload.id, workload.kind, holder.name]] |
	some workload in input.workloads
	workload.kind in kinds
	holder := kubernetes.holder(workload)
})

key(holder) := concat("\n", [holder.root, kubernetes.namespace(holder), sprintf("%v", [selector])]) if {
	selector := holder.attributes.spec.selector
	count(selector) > 0
}

kinds := ["DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"]
