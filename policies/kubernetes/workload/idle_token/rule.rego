# METADATA
# title: Pod gets the token of a service account that may do nothing
# description: |
#   Kubernetes mounts a token for its API into every container unless told otherwise. No role is bound to the service
#   account of this pod, so the application has no use for it.
#
#   An intruder has: the token proves to the API and to other services who the pod is, and a role that is bound to
#   the account later is theirs as well.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/service-accounts/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `automountServiceAccountToken: false` on the pod or on its service account.
#   aliases: [CKV_K8S_38, KSV-0036, AC_K8S_0045, C-0034, automountServiceAccountToken]
#   covers:
#     - kubernetes-workload-mounted-token
package policy.kubernetes.workload.idle_token

import data.lib.attribute
import data.lib.kubernetes
import data.lib.scope

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	some account in run_as(workload, holder)
	not is_bound(account)
	mounts(workload.pod_spec, account.attributes)
	not scope.is_open(holder.root)
	path := array.concat(workload.path, ["automountServiceAccountToken"])
	needs := array.concat(
		array.concat(scope.unaimed(holder.root, "RoleBinding"), scope.unaimed(holder.root, "ClusterRoleBinding")),
		[{"resource": account.id, "path": ["automountServiceAccountToken"]}],
	)
	message := sprintf("The token of ServiceAccount \"%s\" is mounted, though no binding found in scope \"%s\" names it; %s", [
		named(workload.pod_spec, account),
		holder.root,
		scope.caution,
	])
}

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	count(run_as(workload, holder)) == 0
	mounts(workload.pod_spec, {})
	needs := scope.nameless(holder.root, "ServiceAccount")
	count(needs) > 0
	path := array.concat(workload.path, ["automountServiceAccountToken"])
	message := "The service account may be one that no binding names"
}

# In Terraform the name may be an expression whose value is not known.
named(pod, account) := object.get(pod, "serviceAccountName", object.get(pod, "serviceAccount", account.name))

# Of several accounts with the name, each counts.
run_as(workload, holder) := [input.resources.ServiceAccount[reference.index] |
	some reference in holder.references
	reference.kind == "ServiceAccount"
	array.slice(reference.via, 0, count(workload.path)) == workload.path
]

is_bound(account) if {
	some reference in account.referred_by
	reference.kind in {"ClusterRoleBinding", "RoleBinding"}
}

# What the pod says wins over what its account says.
mounts(pod, account) if not attribute.is_false(object.get(pod, "automountServiceAccountToken", object.get(account, "automountServiceAccountToken", true)))
