# METADATA
# title: Workload under an autoscaler sets its number of replicas
# description: |
#   The autoscaler and the manifest both write `replicas`. Each time the manifest is applied the number goes back to
#   what is written there, whatever the load is: the pods above it are stopped at once, and only later the autoscaler
#   adds them again.
#
#   A deployment at the busiest hour takes away the capacity that this hour needs.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Remove `replicas` from the workload, and let `minReplicas` of the autoscaler say how many there are at the
#     least.
#   aliases: [deployment-targeted-by-hpa-does-not-have-replicas-configured]
package policy.kubernetes.autoscaler.fixed_replicas

import data.lib.attribute
import data.lib.kubernetes
import data.lib.replicas

# Zero is how an autoscaler is switched off. Terraform may be told to ignore what the autoscaler changes, which is not
# seen here, so only manifests are judged.
deny contains {"resource": workload.id, "path": ["spec", "replicas"], "message": message, "needs": needs} if {
	some workload in input.workloads
	workload.kind in replicas.kinds
	holder := kubernetes.holder(workload)
	written := holder.attributes.spec.replicas
	attribute.number(written) > 0
	not contains(holder.address, "kubernetes_")
	needs := replicas.unscaled(holder)
	some title in array.slice(replicas.scalers(holder), 0, 1)
	message := sprintf("Applying this sets the replicas back to %v, though %s decides how many there are", [written, title])
}
