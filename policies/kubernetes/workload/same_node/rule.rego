# METADATA
# title: Replicas of a workload may all run on one node
# description: |
#   Nothing asks the scheduler to put the replicas on different nodes or zones. They may all end up on the same one,
#   and when it fails or is drained, the whole service is away although it has several replicas.
#
#   The default of the scheduler spreads pods only loosely, and other needs easily outweigh it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add `topologySpreadConstraints` over `kubernetes.io/hostname` (and `topology.kubernetes.io/zone`), or a
#     `podAntiAffinity` against the labels of the pods.
#   aliases: [no-anti-affinity, deployment-has-host-podantiaffinity, statefulset-has-host-podantiaffinity]
package policy.kubernetes.workload.same_node

import data.lib.kubernetes
import data.lib.replicas
import data.lib.spread

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	number := replicas.fewest(holder)
	replicas.are_several(holder)
	not spread.are_spread(workload)
	path := array.concat(workload.path, ["topologySpreadConstraints"])
	needs := array.concat(replicas.needs(holder), spread.needs(workload, holder))
	message := sprintf("Nothing keeps all %v replicas from running on one node", [number])
}
