# METADATA
# title: Autoscaler counts on a request that a container does not have
# description: |
#   An autoscaler that aims at a percentage of CPU or memory measures it against what the containers request. Where
#   one container of the pod requests none, the percentage cannot be worked out, and the autoscaler does not scale at
#   all.
#
#   Nothing warns of it but a condition in the status of the autoscaler; under load the pods are simply too few.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Set `resources.requests` for that resource in every container of the pod, sidecars included, or let the
#     autoscaler aim at an `AverageValue`.
package policy.kubernetes.autoscaler.no_request

import data.lib.graph
import data.lib.kubernetes
import data.lib.scope

# Ephemeral containers cannot have any, and what only prepares the pod is done before anything is measured.
deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	some measure in scaled_by(holder)
	name := measure.name
	some container in workload.containers
	measure.container in {"", container.name}
	container.role != "ephemeral"
	kubernetes.stays(workload, container)
	not requests(container.spec.resources, name)
	not requests(workload.pod_spec.resources, name)
	not [holder.root, kubernetes.namespace(holder), name] in defaulted
	path := array.concat(container.path, ["resources", "requests", name])
	needs := array.concat(
		array.concat(scope.unnamed_by(holder, "HorizontalPodAutoscaler"), unclear_defaults(holder.root)),
		array.concat(
			[{"resource": workload.id, "path": array.concat(container.path, ["resources", "limits", name])}],
			array.concat(
				[{"resource": workload.id, "path": array.concat(workload.path, ["resources", field, name])} |
					some field in ["requests", "limits"]
				],
				kubernetes.role_needs(workload, container),
			),
		),
	)
	message := sprintf("%s requests no %s, so %s cannot scale by it", [kubernetes.title(container), name, measure.title])
}

# A limit stands for a request that is not there.
requests(resources, name) if resources.requests[name]

requests(resources, name) if resources.limits[name]

# Resources by whose utilisation in all containers, or in one, the workload is scaled, each with one that does so.
scaled_by(holder) := [object.union(figure, {"title": titles[0]}) |
	some figure in {one | some autoscaler in graph.referrers(holder, "HorizontalPodAutoscaler"); some one in measured(autoscaler.attributes.spec)}
	titles := [sprintf("the autoscaler \"%s\"", [autoscaler.name]) |
		some autoscaler in graph.referrers(holder, "HorizontalPodAutoscaler")
		figure in measured(autoscaler.attributes.spec)
	]
] if {
	count([need | some need in scope.unnamed_by(holder, "HorizontalPodAutoscaler")]) == 0
} else := [{"name": name, "container": "", "title": "an autoscaler"} | some name in ["cpu", "memory"]]

measured(spec) := {{"name": metric.resource.name, "container": ""} |
	some metric in spec.metrics
	metric.type == "Resource"
	by_utilisation(metric.resource)
} | ({{"name": metric.containerResource.name, "container": metric.containerResource.container} |
	some metric in spec.metrics
	metric.type == "ContainerResource"
	by_utilisation(metric.containerResource)
} | {{"name": "cpu", "container": ""} |
	spec.targetCPUUtilizationPercentage
})

by_utilisation(resource) if resource.target.averageUtilization

by_utilisation(resource) if resource.targetAverageUtilization

# Where a LimitRange gives containers a request of its own accord: its default request, default or maximum.
defaulted contains [range.root, kubernetes.namespace(range), name] if {
	some range in input.resources.LimitRange
	some limit in range.attributes.spec.limits
	limit.type == "Container"
	some field in ["default", "defaultRequest", "max"]
	some name in ["cpu", "memory"]
	limit[field][name]
}

unclear_defaults(root) := array.slice([need |
	some range in unclear
	range.root == root
	some need in kubernetes.unknown_needs(range)
], 0, 1)

unclear := [range |
	some range in input.resources.LimitRange
	count(range.unknown) > 0
]
