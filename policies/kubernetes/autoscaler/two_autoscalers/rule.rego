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
#     Where one of them was meant for another workload, name that in its `scaleTargetRef`. Else keep one and give
#     it all metrics: it scales to the highest number that any of them asks for.
package policy.kubernetes.autoscaler.two_autoscalers

import data.lib.group
import data.lib.kubernetes
import data.lib.scope

# One is taken to be right: the one that has the name of the workload, else the first. The others are reported.
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
			other[0] < rank(autoscaler)
			other[1] != autoscaler.name
		],
		["another autoscaler" | some _ in needs],
	)
	some other in array.slice(others, 0, 1)
	message := sprintf("%s \"%s\" is scaled by %s already%s", [target.kind, target.name, other, hint(autoscaler)])
}

by_target := group.by_key({[key(autoscaler), [rank(autoscaler), autoscaler.name]] |
	some autoscaler in input.resources.HorizontalPodAutoscaler
})

rank(autoscaler) := [0, autoscaler.id] if autoscaler.attributes.spec.scaleTargetRef.name == autoscaler.name

rank(autoscaler) := [1, autoscaler.id] if not autoscaler.attributes.spec.scaleTargetRef.name == autoscaler.name

key(autoscaler) := at(autoscaler, target.kind, target.name) if target := autoscaler.attributes.spec.scaleTargetRef

at(object, kind, name) := concat("\n", [object.root, kubernetes.namespace(object), kind, name])

# A workload that has the name of the autoscaler and is scaled by none is probably the one that was meant.
hint(autoscaler) := sprintf("; %s \"%s\", which none scales, may be meant", [meant(autoscaler)[0], autoscaler.name]) if count(meant(autoscaler)) > 0

hint(autoscaler) := "" if count(meant(autoscaler)) == 0

meant(autoscaler) := [kind |
	some kind in scaled
	place := at(autoscaler, kind, autoscaler.name)
	place in workloads
	not by_target[place]
]

scaled := ["Deployment", "StatefulSet"]

workloads := {at(workload, kind, workload.name) | some kind in scaled; some workload in input.resources[kind]}
