# METADATA
# title: Pod runs as a service account that is not there
# description: |
#   A pod that names a service account which does not exist in its namespace is never made: the controller tries
#   again and again, and the workload stays without pods. Only the events of the controller say why.
#
#   Whoever may create service accounts in the namespace can also make the missing one, and so choose how the pods
#   run.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/service-accounts/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Add the ServiceAccount to the namespace, or give `serviceAccountName` the name of one that is there.
#   aliases: [non-existent-service-account, C-0307]
package policy.kubernetes.workload.missing_account

import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

# Every namespace has an account of the name `default`.
deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	some field in ["serviceAccountName", "serviceAccount"]
	name := workload.pod_spec[field]
	not name in {"", "default"}
	not is_repeated(field, workload)
	path := array.concat(workload.path, [field])
	not pods.any_linked(holder, path)
	doubt := scope.nameless("*", "ServiceAccount")
	hint := pods.absence(holder, accounts, name, doubt)
	needs := array.concat(
		array.concat(doubt, pods.absence_needs(holder)),
		[
			{"resource": workload.id, "path": array.concat(workload.path, ["serviceAccountName"])},
		],
	)
	message := sprintf("No ServiceAccount \"%s\" found in namespace \"%s\": %s", [name, kubernetes.namespace(holder), hint])
}

# The old name of the field counts where the new one is not set.
is_repeated("serviceAccount", workload) if object.get(workload.pod_spec, "serviceAccountName", "") != ""

accounts := scope.by_name("ServiceAccount")
