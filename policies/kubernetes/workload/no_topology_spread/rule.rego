# METADATA
# title: Replicas may all run in one zone
# description: |
#   Without `topologySpreadConstraints` the scheduler spreads pods only as far as nothing else matters. All
#   replicas may end up in one zone of the cloud.
#
#   When that zone fails, the service is away although it has several replicas elsewhere to run on.
# related_resources:
#   - https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add `topologySpreadConstraints` over `topology.kubernetes.io/zone` with `maxSkew: 1` and
#     `whenUnsatisfiable: ScheduleAnyway`.
#   aliases: [topologySpreadConstraint, pod-topology-spread-constraints]
package policy.kubernetes.workload.no_topology_spread

import data.lib.kubernetes
import data.lib.replicas

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	workload.kind in {"Deployment", "ReplicaSet", "Rollout.argoproj.io", "StatefulSet"}
	holder := kubernetes.holder(workload)
	may_be_several(holder)
	count(object.get(workload.pod_spec, "topologySpreadConstraints", [])) == 0
	path := array.concat(workload.path, ["topologySpreadConstraints"])
	needs := replicas.needs(holder)
	message := sprintf("Nothing spreads the pods of this %s over zones", [kubernetes.kind(workload)])
}

# A single pod is in one zone whatever is said.
may_be_several(holder) if replicas.are_several(holder)

may_be_several(holder) if count(replicas.scalers(holder)) > 0
