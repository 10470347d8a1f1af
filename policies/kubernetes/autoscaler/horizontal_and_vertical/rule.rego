# METADATA
# title: Two kinds of autoscalers act on the same figure of one workload
# description: |
#   A HorizontalPodAutoscaler compares what pods use with what they request, and adds or removes pods. A
#   VerticalPodAutoscaler changes what they request. Where both look at the CPU, or both at the memory, each undoes what
#   the other did.
#
#   The number of pods then swings, and pods are evicted and started again and again, most of all under load.
# related_resources:
#   - https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/known-limitations.md
#   - https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Set `updateMode` to `"Off"`, which leaves the recommendations to read, or take the figure out of
#     `controlledResources`, or let the HorizontalPodAutoscaler scale by another one.
package policy.kubernetes.autoscaler.horizontal_and_vertical

import data.lib.group
import data.lib.kubernetes
import data.lib.scope

path := ["spec", "updatePolicy", "updateMode"]

deny contains {"resource": vertical.id, "path": path, "message": message, "needs": needs, "evidence": evidence} if {
	some vertical in input.resources["VerticalPodAutoscaler.autoscaling.k8s.io"]
	target := vertical.attributes.spec.targetRef
	object.get(vertical.attributes.spec, ["updatePolicy", "updateMode"], "Auto") in {"Auto", "InPlaceOrRecreate", "Recreate"}
	scalings := [input.resources.HorizontalPodAutoscaler[position] | some position in by_target[key(vertical, target)]]
	needs := array.concat(
		scope.unaimed(vertical.root, "HorizontalPodAutoscaler"),
		array.concat(
			array.concat(scope.unknown(vertical, ["spec", "targetRef"]), scope.unknown(vertical, ["spec", "resourcePolicy"])),
			[need | some scaling in scalings; some need in scope.unknown(scaling, ["spec", "metrics"])],
		),
	)
	shared := [[scaling.id, metric] |
		some scaling in scalings
		some metric in metrics(scaling)
		controls(vertical, metric)
	]
	evidence := [{
		"resource": both[0],
		"path": both[1].path,
		"note": sprintf("scales by the use of %s", [both[1].name]),
	} |
		some both in shared
	]
	names := {both[1].name | some both in shared} | {"one figure" | some _ in needs}
	count(names) > 0
	message := sprintf("Changes what the pods of %s \"%s\" request, while a HorizontalPodAutoscaler scales it by %s", [
		target.kind,
		target.name,
		concat(", ", names),
	])
}

by_target := group.by_key({[key(scaling, scaling.attributes.spec.scaleTargetRef), position] |
	some position, scaling in input.resources.HorizontalPodAutoscaler
})

key(resource, target) := concat("\n", [resource.root, kubernetes.namespace(resource), target.kind, target.name])

# The figures that it compares with what pods request: those of all containers, or of one. Without any it takes the CPU.
metrics(scaling) := [{"name": "cpu", "container": "", "path": ["spec"]}] if {
	not scaling.attributes.spec.metrics
	count(scope.unknown(scaling, ["spec", "metrics"])) == 0
} else := array.concat(
	[{"name": metric.resource.name, "container": "", "path": ["spec", "metrics", at]} |
		some at, metric in scaling.attributes.spec.metrics
		relative(metric.resource)
	],
	[{
		"name": metric.containerResource.name,
		"container": object.get(metric.containerResource, "container", ""),
		"path": ["spec", "metrics", at],
	} |
		some at, metric in scaling.attributes.spec.metrics
		relative(metric.containerResource)
	],
)

relative(metric) if metric.target.type == "Utilization"

relative(metric) if metric.targetAverageUtilization

# Whether the other one changes requests of it: where nothing is said, those of both for every container.
controls(vertical, metric) if {
	count(relevant(vertical, metric)) == 0
	metric.name in {"cpu", "memory"}
}

controls(vertical, metric) if {
	some policy in relevant(vertical, metric)
	object.get(policy, "mode", "Auto") != "Off"
	metric.name in object.get(policy, "controlledResources", ["cpu", "memory"])
}

# What it says of a container: under its name, else for all that are not named.
relevant(vertical, metric) := object.get(vertical.attributes.spec, ["resourcePolicy", "containerPolicies"], []) if {
	metric.container == ""
} else := named(vertical, metric.container) if {
	count(named(vertical, metric.container)) > 0
} else := named(vertical, "*")

named(vertical, name) := [policy |
	some policy in vertical.attributes.spec.resourcePolicy.containerPolicies
	policy.containerName == name
]
