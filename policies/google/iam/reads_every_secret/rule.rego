# METADATA
# title: Identity may read every secret of a project
# description: |
#   Secret Manager holds the passwords and keys of all applications of a project. Who may read every one has the databases,
#   the keys of other providers and what administrators put there, and what is added later.
#
#   An application needs its own secrets; their names are known when its role is given.
# related_resources:
#   - https://cloud.google.com/secret-manager/docs/access-control
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the role on the secrets that are needed (`google_secret_manager_secret_iam_member`), or add a condition on
#     `resource.name` with a prefix that they share.
package policy.google.iam.reads_every_secret

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
	some right in identity.anywhere(who, ["secretmanager.versions.access"])
	message := sprintf("%s may read every secret of the %s (%s)", [member.title(who), member.level(right), right.action])
}
