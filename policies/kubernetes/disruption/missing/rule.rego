# METADATA
# title: Workload of several pods has no disruption budget
# description: |
#   While nodes are drained, for an upgrade or because an autoscaler removes them, pods are stopped as fast as
#   possible. Nothing keeps all replicas of a workload from being stopped at the same time unless a
#   PodDisruptionBudget says how many must stay.
#
#   Several replicas then do not help: the service is away as if there was one.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/configure-pdb/
#   - https://kubernetes.io/docs/concepts/workloads/pods/disruptions/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add a PodDisruptionBudget with `maxUnavailable: 1` whose selector matches the labels of the pods.
#   aliases: [missingPodDisruptionBudget, deployment-has-poddisruptionbudget, statefulset-has-poddisruptionbudget]
package policy.kubernetes.disruption.missing

import data.lib.kubernetes
import data.lib.pods
import data.lib.replicas
import data.lib.scope

deny contains {"resource": workload.id, "path": ["spec", "replicas"], "message": message, "needs": needs} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	number := replicas.fewest(holder)
	replicas.are_several(holder)
	count(pods.referrers_via(workload, "PodDisruptionBudget", ["spec", "selector"])) == 0
	not scope.is_open(holder.root)
	needs := array.concat(
		array.concat(replicas.needs(holder), scope.unaimed(holder.root, "PodDisruptionBudget")),
		array.concat(
			scope.unknown(holder, pods.labels_path(workload)),
			scope.unknown(holder, ["metadata", "namespace"]),
		),
	)
	message := sprintf("No PodDisruptionBudget in scope \"%s\" covers these pods, %v at the fewest; %s", [holder.root, number, scope.caution])
}
