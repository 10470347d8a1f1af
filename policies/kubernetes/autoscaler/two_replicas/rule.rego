# METADATA
# title: Autoscaler may go down to two pods
# description: |
#   At quiet times the autoscaler keeps two pods. While one of them is away, for an upgrade of its node or a
#   new version, the other one has to carry everything, and there is none left should it fail too.
#
#   Quiet times are when nodes are upgraded.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `minReplicas: 3` or more where the service must not be away.
#   aliases: [hpa-minimum-three-replicas]
package policy.kubernetes.autoscaler.two_replicas

import data.lib.attribute

deny contains {"resource": autoscaler.id, "path": ["spec", "minReplicas"], "message": message} if {
	some autoscaler in input.resources.HorizontalPodAutoscaler
	attribute.number(autoscaler.attributes.spec.minReplicas) == 2
	message := "While one of the two pods that the autoscaler keeps is away, there is no spare one"
}
