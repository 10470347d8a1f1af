# METADATA
# title: Two autoscalers scale one workload
# description: |
#   Each autoscaler works out a number of replicas of its own and writes it. With two of them on one workload the
#   number jumps between what the one wants and what the other wants, and pods are started and stopped all the time.
#
#   Kubernetes refuses to scale a workload by autoscalers whose pods overlap, and says so only in their status.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Keep one autoscaler and give it all metrics: it scales to the highest number that any of them asks for.
package policy.kubernetes.autoscaler.two_autoscalers

import data.lib.group
import data.lib.kubernetes
import data.lib.scope

# The second and further ones are reported.
deny contains {"resource": autoscaler.id, "path": ["spec", "scaleTargetRef", "name"], "message": message, "needs": needs} if {
	some autoscaler in input.resources.HorizontalPodAutoscaler
	target := autoscaler.attributes.spec.scaleTargetRef
	needs := array.concat(
		scope.unaimed(autoscaler.root, "HorizontalPodAutoscaler"),
		scope.unknown(autoscaler, ["spec", "scaleTargetRef"]),
	)
	others := array.concat(
		[sprintf("the autoscaler \"%s\"", [other[1]]) |
			some other in by_target[key(autoscaler)]
			other[0] < autoscaler.id
			other[1] != autoscaler.name
		],
		["another autoscaler" | some _ in needs],
	)
	some other in array.slice(others, 0, 1)
	message := sprintf("%s \"%s\" is scaled by %s already", [target.kind, target.name, other])
}

by_target := group.by_key({[key(autoscaler), [autoscaler.id, autoscaler.name]] |
	some autoscaler in input.resources.HorizontalPodAutoscaler
})

key(autoscaler) := concat("\n", [autoscaler.root, kubernetes.namespace(autoscaler), target.kind, target.name]) if {
	target := autoscaler.attributes.spec.scaleTargetRef
}
