# METADATA
# title: Workload that the internet reaches administers its cluster
# description: |
#   The internet reaches these pods, and the service account that they run as is bound to `cluster-admin`, which may do
#   everything in the cluster. The account's token lies in every container.
#
#   A flaw in the program that lets a stranger read one file or run one command hands over the whole cluster: every
#   secret, every workload, every node.
# related_resources:
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   severity: critical
#   profiles: [default, security]
#   remediation: >-
#     Bind the service account to a Role with the few rights that the program needs instead of to `cluster-admin`. Where
#     it does not call the cluster's API at all, remove the binding and set `automountServiceAccountToken` to `false`.
package policy.kubernetes.exposure.cluster_admin

import data.lib.exposure
import data.lib.rbac

deny contains {
	"resource": reached.id,
	"at": binding.id,
	"path": ["roleRef", "name"],
	"needs": array.concat(reached.unknown, doubts),
	"evidence": array.concat(reached.stations, [{
		"resource": reached.id,
		"path": workload.path,
		"note": sprintf("the pods run as service account %s", [object.get(workload.pod_spec, "serviceAccountName", "default")]),
	}]),
	"message": sprintf("The internet reaches pods of %s, whose service account this binding makes administrator of the cluster", [reached.kind]),
} if {
	some reached in exposure.reached
	some workload in exposure.workloads(reached)
	some bound in rbac.bindings(reached, "ClusterRoleBinding")
	binding := bound.binding
	doubts := array.concat(bound.needs, rbac.token_needs(reached, workload))
	administers(binding)
	not rbac.without_token(reached, workload)
}

administers(binding) if binding.attributes.roleRef.name == "cluster-admin"

administers(binding) if {
	some path in binding.unknown
	path in [["roleRef"], ["roleRef", "name"]]
}
