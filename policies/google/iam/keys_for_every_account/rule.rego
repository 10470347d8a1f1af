# METADATA
# title: Identity may make keys for every service account of a project
# description: |
#   A key of a service account is a file that is good from anywhere and until somebody deletes it. Who may make keys for
#   every account of a project makes one for the strongest, and keeps its rights even when their own are taken away.
#
#   Keys for storage (HMAC) do the same for the data in buckets.
# related_resources:
#   - https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys
#   - https://cloud.google.com/iam/docs/service-account-permissions
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the role on the one service account whose keys have to be renewed (`google_service_account_iam_member`), or do
#     without keys: workload identity federation and impersonation need none.
package policy.google.iam.keys_for_every_account

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
	message := sprintf("%s may make keys for every service account of the %s (%s)", [member.title(who), member.level(right), right.action])
}

permissions := ["iam.serviceAccountKeys.create", "storage.hmacKeys.create"]
