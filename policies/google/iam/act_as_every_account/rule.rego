# METADATA
# title: Identity may have code run as every service account of a project
# description: |
#   Whatever runs in a project runs as a service account: a machine, a function, a service, a job. The role Service Account User
#   lets things run as an account. Given on a project, folder or organization it covers every account there, those that are
#   made later too.
#
#   Who may also start something, by a role here or elsewhere, picks the strongest account and runs their own code as it.
# related_resources:
#   - https://cloud.google.com/iam/docs/service-account-permissions
#   - https://cloud.google.com/iam/docs/service-accounts-actas
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Give the role Service Account User on the accounts that have to be used (`google_service_account_iam_member`), not on
#     the project.
#   aliases: [CKV_GCP_41, CKV_GCP_44, CKV_GCP_45, CKV_GCP_49, GCP-0005, GCP-0009, GCP-0011, AC_GCP_0006, AC_GCP_0007]
#   compliance:
#     cis-gcp-2.0: ["1.6"]
package policy.google.iam.act_as_every_account

import data.lib.identity
import data.lib.member

deny contains {
	"resource": member.at_fault(who, right),
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": identity.needs([right]),
	"evidence": identity.evidence(array.concat([right], runs(who))),
	"message": message,
} if {
	some who in member.identities
	some right in identity.anywhere(who, ["iam.serviceAccounts.actAs"])
	message := sprintf("%s may have code run as every service account of the %s (%s)", [member.title(who), member.level(right), right.action])
}

# What it may run.
runs(who) := array.slice(identity.anywhere(who, member.runs), 0, 1)
