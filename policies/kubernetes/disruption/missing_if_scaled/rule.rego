# METADATA
# title: Workload that may be scaled has no disruption budget
# description: |
#   A Deployment without `replicas` starts with one pod, and keeps however many an autoscaler or somebody sets
#   later; one with an autoscaler has several as soon as there is work. Nothing then keeps all of them from
#   being stopped at the same time while nodes are drained.
#
#   Where there is always one pod, a budget does not help: write `replicas: 1`, so that it is known.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/configure-pdb/
#   - https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add a PodDisruptionBudget with `maxUnavailable: 1` whose selector matches the labels of the pods, or
#     write `replicas: 1` where there is never more than one.
#   aliases: [deployment-has-poddisruptionbudget, statefulset-has-poddisruptionbudget]
package policy.kubernetes.disruption.missing_if_scaled

import data.lib.kubernetes
import data.lib.pods
import data.lib.replicas
import data.lib.scope

deny contains {"resource": workload.id, "path": [], "message": message, "needs": needs} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	growth := replicas.growth(holder)
	count(pods.referrers_via(workload, "PodDisruptionBudget", ["spec", "selector"])) == 0
	not scope.is_open(holder.root)
	needs := array.concat(
		array.concat(replicas.growth_needs(holder), scope.unaimed(holder.root, "PodDisruptionBudget")),
		array.concat(
			scope.unknown(holder, pods.labels_path(workload)),
			scope.unknown(holder, ["metadata", "namespace"]),
		),
	)
	message := sprintf("No PodDisruptionBudget in scope \"%s\" covers these pods, and %s; %s", [holder.root, growth, scope.caution])
}
