# METADATA
# title: Identity may run code where a stronger service account is at hand
# description: |
#   Programs find the token of their service account where they run: in the pod, on the node, on the machines of a cluster.
#   This identity may start pods in clusters, or jobs on clusters for data, that run as an account with all rights or enough
#   to get them.
#
#   No right over the account is asked for: who gets in has its token.
# related_resources:
#   - https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#use_least_privilege_sa
#   - https://cloud.google.com/dataproc/docs/concepts/configuring-clusters/service-accounts
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Let the cluster, or the workload, run as an account that has what it needs. Workload identity keeps pods from the account
#     of their node.
package policy.google.iam.inside_what_runs_stronger

import data.lib.identity
import data.lib.member

deny contains {
	"resource": member.at_fault(who, right),
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": array.concat(identity.needs([right]), identity.about_targets(right)),
	"evidence": array.concat(identity.evidence([right]), running_as(right)),
	"message": message,
} if {
	some who in member.identities
	some right in identity.over_running(who, permissions)
	not right.sweeping
	message := sprintf("%s may run code where a stronger service account is at hand (%s)", [member.title(who), right.action])
}

permissions := ["container.pods.create", "container.pods.exec", "dataform.workflowInvocations.create", "dataproc.jobs.create"]

running_as(right) := [{"resource": holder.id, "path": holder.via, "note": "runs as it"} |
	some target in identity.strong(right)
	some other in member.accounts
	other.id == target.id
	some holder in other.holders
	holder.how in {"dataform", "dataproc", "gke-node", "service-account"}
]
