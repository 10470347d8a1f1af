# How many pods a workload keeps, and who decides it.
package lib.replicas

import data.lib.attribute
import data.lib.graph
import data.lib.scope

# Kinds that keep as many pods as they are told.
kinds := {
	"Deployment",
	"DeploymentConfig.apps.openshift.io",
	"ReplicaSet",
	"ReplicationController",
	"Rollout.argoproj.io",
	"StatefulSet",
}

# The fewest pods it runs with: what its autoscaler says, else what it says itself. Undefined for what keeps no number
# of pods, or may go down to none.
fewest(resource) := number if {
	resource.kind in kinds
	count(graph.referrers(resource, "ScaledObject.keda.sh")) == 0
	minima := [attribute.number(object.get(autoscaler.attributes.spec, "minReplicas", 1)) |
		some autoscaler in graph.referrers(resource, "HorizontalPodAutoscaler")
	]
	written := [attribute.number(object.get(resource.attributes.spec, "replicas", 1)) | count(minima) == 0]
	number := min(array.concat(minima, written))
}

# Whether it runs with several pods at all times, or may do so.
are_several(resource) if fewest(resource) > 1

are_several(resource) if {
	fewest(resource)
	count(unscaled(resource)) > 0
}

# What `fewest` rests on, as `needs`.
needs(resource) := array.concat(
	array.concat([{"resource": resource.id, "path": ["spec", "replicas"]} | resource.kind in kinds], unscaled(resource)),
	[{"resource": autoscaler.id, "path": ["spec", "minReplicas"]} |
		some autoscaler in graph.referrers(resource, "HorizontalPodAutoscaler")
	],
)

# As `needs`: what leaves open whether an autoscaler scales the resource.
unscaled(resource) := array.concat(
	scope.unnamed_by(resource, "HorizontalPodAutoscaler"),
	scope.unnamed_by(resource, "ScaledObject.keda.sh"),
)

# Those who set the number of pods, as messages name them.
scalers(resource) := array.concat(
	[sprintf("the autoscaler \"%s\"", [autoscaler.name]) |
		some kind in ["HorizontalPodAutoscaler", "ScaledObject.keda.sh"]
		some autoscaler in graph.referrers(resource, kind)
	],
	["an autoscaler" | some _ in unscaled(resource)],
)

# Why a workload that may run with a single pod may come to have several; undefined where nothing says so. Where the
# number is not written, it stays what an autoscaler or somebody sets it to.
growth(resource) := reasons[0] if {
	fewest(resource) < 2
	reasons := array.concat(
		[sprintf("the autoscaler \"%s\" starts more of them", [autoscaler.name]) |
			some autoscaler in graph.referrers(resource, "HorizontalPodAutoscaler")
			attribute.number(object.get(autoscaler.attributes, ["spec", "maxReplicas"], 2)) > 1
		],
		array.concat(
			["their number is left open" |
				count(graph.referrers(resource, "HorizontalPodAutoscaler")) == 0
				not resource.attributes.spec.replicas
			],
			["an autoscaler may start more of them" | some _ in unscaled(resource)],
		),
	)
}

growth(resource) := sprintf("the autoscaler \"%s\" starts more of them", [scaled[0].name]) if {
	resource.kind in kinds
	scaled := graph.referrers(resource, "ScaledObject.keda.sh")
	attribute.number(object.get(scaled[0].attributes, ["spec", "maxReplicaCount"], 100)) > 1
}

# What that rests on, as `needs`.
growth_needs(resource) := array.concat(
	needs(resource),
	[{"resource": autoscaler.id, "path": ["spec", field]} |
		some kind, field in {"HorizontalPodAutoscaler": "maxReplicas", "ScaledObject.keda.sh": "maxReplicaCount"}
		some autoscaler in graph.referrers(resource, kind)
	],
)
