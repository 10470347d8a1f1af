# METADATA
# title: Autoscaler scales a workload that is not there
# description: |
#   A HorizontalPodAutoscaler names the workload whose replicas it sets. Where there is none of that kind and name in
#   its namespace, it does nothing but report an error in its status, and the workload that was meant stays at the
#   size it has.
#
#   That shows under load, when the pods that should have been added are missing.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Give `scaleTargetRef` the kind and name of the workload, and put both into one namespace; remove the autoscaler
#     if its workload is gone.
#   aliases: [dangling-horizontalpodautoscaler, C-0300, horizontalpodautoscaler-has-target]
package policy.kubernetes.autoscaler.no_target

import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

deny contains {"resource": autoscaler.id, "path": path, "message": message, "needs": needs} if {
	some autoscaler in input.resources.HorizontalPodAutoscaler
	target := autoscaler.attributes.spec.scaleTargetRef
	by_name := workloads[target.kind]
	split(object.get(target, "apiVersion", "apps/v1"), "/")[0] in {"apps", "extensions", "v1"}
	path := ["spec", "scaleTargetRef", "name"]
	not pods.any_linked(autoscaler, path)
	doubt := scope.nameless("*", target.kind)
	hint := pods.absence(autoscaler, by_name, target.name, doubt)
	needs := array.concat(
		array.concat(doubt, pods.absence_needs(autoscaler)),
		[
			{"resource": autoscaler.id, "path": ["spec", "scaleTargetRef", "kind"]},
			{"resource": autoscaler.id, "path": ["spec", "scaleTargetRef", "apiVersion"]},
		],
	)
	message := sprintf("No %s \"%s\" found in namespace \"%s\": %s", [
		target.kind,
		target.name,
		kubernetes.namespace(autoscaler),
		hint,
	])
}

# Kinds whose objects files show. What a custom kind scales, its controller may make.
workloads := {
	"Deployment": scope.by_name("Deployment"),
	"ReplicaSet": scope.by_name("ReplicaSet"),
	"ReplicationController": scope.by_name("ReplicationController"),
	"StatefulSet": scope.by_name("StatefulSet"),
}
