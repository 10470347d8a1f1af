# METADATA
# title: Autoscaler may go down to a single pod
# description: |
#   At quiet times the autoscaler keeps as few pods as `minReplicas` says, one unless it is set. Then a node
#   that fails or is drained takes the service away until a pod has started elsewhere.
#
#   Quiet times are when nodes are upgraded.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `minReplicas: 2` or more.
#   aliases: [hpa-minimum-three-replicas, hpaMinAvailability, horizontalpodautoscaler-replicas]
package policy.kubernetes.autoscaler.single_replica

import data.lib.attribute

# What may go down to no pod is meant to be away at times.
deny contains {"resource": autoscaler.id, "path": ["spec", "minReplicas"], "message": message} if {
	some autoscaler in input.resources.HorizontalPodAutoscaler
	attribute.number(object.get(autoscaler.attributes.spec, "minReplicas", 1)) == 1
	message := "The service is away whenever the one pod is that the autoscaler keeps"
}
