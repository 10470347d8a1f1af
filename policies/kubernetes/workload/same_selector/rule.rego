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
	doubt := [need | some kind in kinds; some need in object.get(first_untold, scope.key(holder.root, kind), [])]
	alike := [other |
		some other in array.concat(object.get(by_place, lies(holder, workload), []), elsewhere(holder, workload))
		other.id < workload.id
		other.name != holder.name
	]
	others := array.concat(
		[sprintf("%s \"%s\"", [workload.kind, other.name]) | some other in alike],
		["another one" | some _ in doubt],
	)
	needs := array.concat(
		array.concat(doubt, scope.unknown(holder, ["spec", "selector"])),
		[need | some other in alike; some need in array.concat(other.unplaced, unplaced(holder))],
	)
	some other in array.slice(others, 0, 1)
	message := sprintf("The selector is that of %s, so autoscalers and disruption budgets cannot tell their pods apart", [other])
}

# Those that may lie in its namespace, since it is not known where they do, or where it does itself. Two of them are
# enough to have one with another name.
elsewhere(holder, workload) := array.slice(object.get(astray, key(holder, workload), []), 0, 2) if {
	count(unplaced(holder)) == 0
} else := array.slice(object.get(by_selector, key(holder, workload), []), 0, 2)

unplaced(holder) := scope.unknown(holder, ["metadata", "namespace"])

by_place := group.by_key({[at, one] | some [at, _, one] in selecting})

by_selector := group.by_key({[selector, one] | some [_, selector, one] in selecting})

astray := group.by_key({[selector, one] | some [_, selector, one] in selecting; count(one.unplaced) > 0})

selecting contains [lies(holder, workload), key(holder, workload), one] if {
	some workload in input.workloads
	workload.kind in kinds
	holder := kubernetes.holder(workload)
	one := {"id": workload.id, "name": holder.name, "unplaced": unplaced(holder)}
}

lies(holder, workload) := scope.key(kubernetes.namespace(holder), key(holder, workload))

key(holder, workload) := concat("\n", [holder.root, workload.kind, sprintf("%v", [selector])]) if {
	selector := holder.attributes.spec.selector
	count(selector) > 0
}

# As `needs`, by scope and kind: one whose selector is not known.
first_untold := {kind: [needs[0]] | some kind, needs in group.by_key(untold)}

untold contains [scope.key(holder.root, workload.kind), need] if {
	some workload in input.workloads
	workload.kind in kinds
	holder := kubernetes.holder(workload)
	some need in scope.unknown(holder, ["spec", "selector"])
}

kinds := ["DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"]
