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
	scope.unaimed(resource.root, "ScaledObject.keda.sh"),
)

# Those who set the number of pods, as messages name them.
scalers(resource) := array.concat(
	[sprintf("the autoscaler \"%s\"", [autoscaler.name]) |
		some kind in ["HorizontalPodAutoscaler", "ScaledObject.keda.sh"]
		some autoscaler in graph.referrers(resource, kind)
	],
	["an autoscaler" | some _ in unscaled(resource)],
)
