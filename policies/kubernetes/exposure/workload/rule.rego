# METADATA
# title: The internet reaches the workload
# description: |
#   A load balancer, an Ingress or a gateway leads from the internet to the pods of this workload. Every fault
#   in them can be tried by anybody.
#
#   Each such way should be one that somebody means, with authentication, limits and a network policy behind
#   it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Where it is not meant, make the Service `ClusterIP`, the load balancer internal, or list who may connect
#     in `loadBalancerSourceRanges`.
#   aliases: [C-0256, C-0266]
package policy.kubernetes.exposure.workload

import data.lib.exposure

deny contains {
	"resource": reached.id,
	"path": [],
	"needs": reached.unknown,
	"evidence": reached.stations,
	"message": "The internet reaches the pods of this workload",
} if {
	some kind in ["DaemonSet", "Deployment", "Pod", "ReplicaSet", "StatefulSet"]
	some reached in exposure.of_kind(kind)
}
