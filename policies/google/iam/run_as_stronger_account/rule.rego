# METADATA
# title: Identity may run code as a stronger service account
# description: |
#   Whatever runs in a project runs as a service account. This identity may start such things, and may act as an account
#   that has all rights, or enough to get them.
#
#   It looks like a developer's or a pipeline's role, and is worth an administrator's.
# related_resources:
#   - https://cloud.google.com/iam/docs/service-account-permissions
#   - https://cloud.google.com/iam/docs/service-accounts-actas
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the role Service Account User on an account that has what the program needs, or take the strong role from this
#     account.
package policy.google.iam.run_as_stronger_account

import data.lib.identity
import data.lib.member

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": identity.needs([right, run]),
	"evidence": identity.evidence([right, run]),
	"message": message,
} if {
	some who in member.identities
	some right in identity.over_stronger(who, ["iam.serviceAccounts.actAs"])
	not right.anywhere
	run := member.running(who)
	message := sprintf("%s may act as a stronger service account (%s), in what it may run (%s)", [
		member.title(who),
		right.action,
		run.action,
	])
}
