# METADATA
# title: Autoscaler has no room to scale
# description: |
#   The least and the most replicas are the same number, so the autoscaler never changes anything. It looks as if the
#   workload grew with its load, and it does not.
#
#   Under load the pods are too few, and when it is quiet they are too many.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, reliability]
#   remediation: >-
#     Raise `maxReplicas` above `minReplicas`, or remove the autoscaler and set `replicas` on the workload.
#   aliases: [hpaMaxAvailability]
package policy.kubernetes.autoscaler.no_range

import data.lib.attribute

deny contains {"resource": autoscaler.id, "path": ["spec", "maxReplicas"], "message": message, "needs": needs} if {
	some autoscaler in input.resources.HorizontalPodAutoscaler
	spec := autoscaler.attributes.spec
	most := attribute.number(spec.maxReplicas)
	fewest := attribute.number(object.get(spec, "minReplicas", 1))
	most <= fewest
	needs := [{"resource": autoscaler.id, "path": ["spec", "minReplicas"]}]
	message := sprintf("minReplicas is %v and maxReplicas is %v: there is nothing to scale", [fewest, most])
}
