# METADATA
# title: Pod has no service account of its own
# description: |
#   A pod that names no service account runs as the one called `default` of its namespace, together with all
#   others that name none.
#
#   A right that one of them needs is then given to all, and the audit log cannot tell them apart.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/service-accounts/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Make a ServiceAccount for the workload and set `serviceAccountName`.
#   aliases: [AC_K8S_0113, default-service-account]
#   compliance:
#     cis-kubernetes-1.8: ["5.1.5"]
package policy.kubernetes.workload.default_account

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	object.get(workload.pod_spec, "serviceAccountName", "default") in {"", "default"}
	object.get(workload.pod_spec, "serviceAccount", "default") in {"", "default"}
	path := array.concat(workload.path, ["serviceAccountName"])
	needs := [{"resource": workload.id, "path": array.concat(workload.path, ["serviceAccount"])}]
	message := sprintf("Pods of this %s run as the service account that all share which name none", [kubernetes.kind(workload)])
}
