# METADATA
# title: Workload that the autoscaler scales is not seen
# description: |
#   A HorizontalPodAutoscaler names the workload whose replicas it sets, and no file shows it. It may be applied from
#   elsewhere, or come with a chart; if not, the autoscaler does nothing.
#
#   This is for repositories that mean to hold all of an application. Where other pods of the namespace are there,
#   kubernetes-autoscaler-no-target says so.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Compare `scaleTargetRef` with the kind and name of the workload, and lint it together with the autoscaler if it
#     lies somewhere else.
#   aliases: [dangling-horizontalpodautoscaler, C-0300, horizontalpodautoscaler-has-target]
package policy.kubernetes.autoscaler.unseen_target

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
	not [autoscaler.root, kubernetes.namespace(autoscaler)] in pods.seen
	pods.is_unseen(autoscaler, by_name, target.name)
	needs := array.concat(
		array.concat(scope.nameless("*", target.kind), pods.doubt("*")),
		[
			{"resource": autoscaler.id, "path": ["metadata", "namespace"]},
			{"resource": autoscaler.id, "path": ["spec", "scaleTargetRef", "kind"]},
			{"resource": autoscaler.id, "path": ["spec", "scaleTargetRef", "apiVersion"]},
		],
	)
	message := sprintf("No %s \"%s\" found in namespace \"%s\" of scope \"%s\"; %s", [
		target.kind,
		target.name,
		kubernetes.namespace(autoscaler),
		autoscaler.root,
		scope.caution,
	])
}

# Kinds whose objects files show. What a custom kind scales, its controller may make.
workloads := {
	"Deployment": scope.by_name("Deployment"),
	"ReplicaSet": scope.by_name("ReplicaSet"),
	"ReplicationController": scope.by_name("ReplicationController"),
	"StatefulSet": scope.by_name("StatefulSet"),
}
