# METADATA
# title: Pod gets the token of its service account
# description: |
#   Kubernetes mounts a token for its API into every container unless the pod or its service account says
#   otherwise. Most applications never talk to the API.
#
#   An intruder does: with the token he asks the API server what the account may do, and does it.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `automountServiceAccountToken: false` on the pod, or on its ServiceAccount, wherever the application
#     does not use the API.
#   aliases: [CKV_K8S_38, KSV-0036, AC_K8S_0045, C-0034, automountServiceAccountToken]
#   compliance:
#     cis-kubernetes-1.8: ["5.1.6"]
package policy.kubernetes.workload.mounted_token

import data.lib.attribute
import data.lib.kubernetes
import data.lib.scope

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	not attribute.is_false(workload.pod_spec.automountServiceAccountToken)
	holder := kubernetes.holder(workload)
	accounts := [input.resources.ServiceAccount[reference.index] |
		some reference in holder.references
		reference.kind == "ServiceAccount"
	]
	not withheld(workload.pod_spec, accounts)
	not is_used(accounts)
	path := array.concat(workload.path, ["automountServiceAccountToken"])
	needs := array.concat(
		array.concat(
			[{"resource": account.id, "path": ["automountServiceAccountToken"]} | some account in accounts],
			[{"resource": workload.id, "path": array.concat(workload.path, [field])} | some field in ["serviceAccountName", "serviceAccount"]],
		),
		array.concat(
			array.concat(scope.nameless(holder.root, "ServiceAccount"), scope.unknown(holder, ["metadata", "namespace"])),
			array.concat(scope.unaimed(holder.root, "RoleBinding"), scope.unaimed(holder.root, "ClusterRoleBinding")),
		),
	)
	message := sprintf("Pods of this %s get the token of their service account", [kubernetes.kind(workload)])
}

# What the pod says wins over what its account says.
withheld(pod, accounts) if {
	not pod.automountServiceAccountToken
	some account in accounts
	attribute.is_false(account.attributes.automountServiceAccountToken)
}

# An account of its own that a binding gives rights is there for its token.
is_used(accounts) if {
	some account in accounts
	account.name != "default"
	some reference in account.referred_by
	reference.kind in {"ClusterRoleBinding", "RoleBinding"}
}
