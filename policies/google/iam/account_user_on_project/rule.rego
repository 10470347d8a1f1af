# METADATA
# title: Identity may act as every service account of a project, in what others let it run
# description: |
#   The role Service Account User lets things run as a service account: machines, functions, jobs. Given on a project,
#   folder or organization it covers every account there, those that are made later too.
#
#   Alone it gives nothing, but whichever right to start something is added, here or elsewhere, then comes with the rights
#   of the strongest account.
# related_resources:
#   - https://cloud.google.com/iam/docs/service-account-permissions
#   - https://cloud.google.com/iam/docs/service-accounts-actas
# custom:
#   severity: medium
#   profiles: [default, security]
#   remediation: >-
#     Give the role on the service accounts that have to be used (`google_service_account_iam_member`), not on the
#     project.
#   aliases: [CKV_GCP_41, CKV_GCP_44, CKV_GCP_45, CKV_GCP_49, GCP-0005, GCP-0009, GCP-0011, AC_GCP_0006]
#   compliance:
#     cis-gcp-2.0: ["1.6"]
package policy.google.iam.account_user_on_project

import data.lib.identity
import data.lib.member

deny contains {
	"resource": member.at_fault(who, right),
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": identity.needs([right]),
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in member.identities
	some right in identity.anywhere(who, ["iam.serviceAccounts.actAs"])
	not member.running(who)
	message := sprintf("%s may act as every service account of the %s (%s)", [member.title(who), member.level(right), right.action])
}
