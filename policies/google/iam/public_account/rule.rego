# METADATA
# title: Everyone may act as a service account
# description: |
#   `allUsers` means everyone on the internet, `allAuthenticatedUsers` everyone with any Google account. This binding gives them
#   a role on a service account.
#
#   With a role that gives tokens, keys or the right to run things as the account, everyone has what the account has.
# related_resources:
#   - https://cloud.google.com/iam/docs/principals-overview
#   - https://cloud.google.com/iam/docs/service-account-permissions
# custom:
#   severity: critical
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the users, groups or workloads that act as the account. For pipelines outside of Google Cloud name the repository
#     or workspace: `principalSet://iam.googleapis.com/<pool>/attribute.repository/<owner>/<repository>`.
package policy.google.iam.public_account

import data.lib.member

deny contains {
	"resource": member.at_fault(who, grant),
	"at": named.resource,
	"path": named.path,
	"by_reference": true,
	"needs": member.needs(who, grant),
	"evidence": [{"resource": grant.resource, "path": grant.path, "note": "the role"}],
	"message": message,
} if {
	some who in input.identities
	some grant in who.grants
	who.form == "everyone"
	startswith(grant.resources[0], "serviceAccounts/")
	named := member.member_of(grant)
	message := sprintf("%s has %s on the service account", [who.name, member.roles(grant)])
}
