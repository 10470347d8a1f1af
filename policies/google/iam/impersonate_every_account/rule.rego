# METADATA
# title: Identity may act as every service account of a project
# description: |
#   A short-lived token of a service account is all that is needed to act as it. This role gives out tokens, or signs
#   what is as good as one, for every service account of the project, folder or organization it is given on.
#
#   Among them are the accounts that deploy and administer: whoever has the role has what the strongest of them has.
# related_resources:
#   - https://cloud.google.com/iam/docs/service-account-permissions
#   - https://cloud.google.com/iam/docs/service-account-impersonation
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the role on the service account that is needed (`google_service_account_iam_member`), not on the project.
#   aliases: [CKV_GCP_41, CKV_GCP_44, CKV_GCP_45, CKV_GCP_49, GCP-0005, GCP-0009, GCP-0011, AC_GCP_0006, AC_GCP_0007]
#   compliance:
#     cis-gcp-2.0: ["1.6"]
package policy.google.iam.impersonate_every_account

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
	some right in identity.anywhere(who, permissions)
	message := sprintf("%s may act as every service account of the %s (%s)", [member.title(who), member.level(right), right.action])
}

permissions := [
	"iam.serviceAccounts.getAccessToken",
	"iam.serviceAccounts.implicitDelegation",
	"iam.serviceAccounts.signBlob",
	"iam.serviceAccounts.signJwt",
]
