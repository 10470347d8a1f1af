# METADATA
# title: Pods of a workload that may be scaled may all run on one node
# description: |
#   A Deployment without `replicas` starts with one pod, and keeps however many an autoscaler or somebody sets
#   later; one with an autoscaler has several as soon as there is work. Nothing asks the scheduler to put them
#   on different nodes.
#
#   Where there is always one pod, there is nothing to spread: write `replicas: 1`, so that it is known.
# related_resources:
#   - https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
#   - https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add `topologySpreadConstraints` over `kubernetes.io/hostname`, or a `podAntiAffinity` against the labels
#     of the pods; or write `replicas: 1` where there is never more than one.
#   aliases: [deployment-has-host-podantiaffinity, statefulset-has-host-podantiaffinity]
package policy.kubernetes.workload.same_node_if_scaled

import data.lib.kubernetes
import data.lib.replicas
import data.lib.spread

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	growth := replicas.growth(holder)
	not spread.are_spread(workload)
	path := array.concat(workload.path, ["topologySpreadConstraints"])
	needs := array.concat(replicas.growth_needs(holder), spread.needs(workload, holder))
	message := sprintf("Nothing keeps these pods from running on one node, and %s", [growth])
}
