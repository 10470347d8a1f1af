# METADATA
# title: Identity may say who may act as every service account of a project
# description: |
#   Who may act as a service account stands in the account's own policy. Who may change these policies for a whole
#   project makes themselves one of those, for the account with the strongest rights.
#
#   The role Service Account Admin holds this right, though its name speaks of making and deleting accounts.
# related_resources:
#   - https://cloud.google.com/iam/docs/service-account-permissions
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the role on the accounts that have to be kept (`google_service_account_iam_member`). To make new ones the role
#     Create Service Accounts (`roles/iam.serviceAccountCreator`) is enough.
package policy.google.iam.account_policies

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
	some right in identity.anywhere(who, ["iam.serviceAccounts.setIamPolicy"])

	# Whoever changes the policy of the project itself is another rule's matter.
	every other in identity.anywhere(who, ["resourcemanager.projects.setIamPolicy"]) {
		[other.resource, other.path] != [right.resource, right.path]
	}
	message := sprintf("%s may make itself a user of every service account of the %s (%s)", [member.title(who), member.level(right), right.action])
}
