# METADATA
# title: Disruption budget does not say what becomes of unhealthy pods
# description: |
#   Unless `unhealthyPodEvictionPolicy` is set, a budget protects pods that do not work like those that do.
#   When an application is broken, its pods cannot be evicted, and a node cannot be drained until somebody
#   repairs it.
#
#   With `AlwaysAllow` pods that are not ready may always go.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `unhealthyPodEvictionPolicy: AlwaysAllow`.
#   aliases: [pdb-unhealthy-pod-eviction-policy]
package policy.kubernetes.disruption.no_eviction_policy

deny contains {"resource": budget.id, "path": ["spec", "unhealthyPodEvictionPolicy"], "message": message} if {
	some budget in input.resources.PodDisruptionBudget

	# The older version of the API has no such field.
	budget.api_version != "policy/v1beta1"
	not budget.attributes.spec.unhealthyPodEvictionPolicy
	message := "Pods that do not work cannot be evicted either: unhealthyPodEvictionPolicy is not set"
}
