# METADATA
# title: Everyone has a role on a project, folder or organization
# description: |
#   `allUsers` means everyone on the internet, without logging in. `allAuthenticatedUsers` means everyone with any Google
#   account, which takes a minute to make, not only the members of your organization.
#
#   A role on a project, folder or organization holds for everything in it, and for what is added later.
# related_resources:
#   - https://cloud.google.com/iam/docs/principals-overview
#   - https://cloud.google.com/resource-manager/docs/organization-policy/restricting-domains
# custom:
#   severity: critical
#   worst_case: {gain: everything, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the users, groups or service accounts that need the role. What is meant for everyone can be opened by itself: one
#     bucket, one service.
#   aliases: [CKV_GCP_113]
package policy.google.iam.public_project

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
	level := member.level(grant)
	named := member.member_of(grant)
	message := sprintf("%s has %s on the %s", [who.name, member.roles(grant), level])
}
