# METADATA
# title: Role is given to a single user
# description: |
#   Roles that are given to people one by one stay when these change their work or leave: nobody remembers all places where
#   they stand.
#
#   A group says what its members are for, and whoever joins or leaves it gets or loses all its roles at once.
# related_resources:
#   - https://cloud.google.com/iam/docs/groups-in-cloud-console
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Make the user a member of a group, and give the role to `group:<address>`.
#   aliases: [GCP-0003]
package policy.google.iam.role_of_single_user

import data.lib.member

deny contains {
	"resource": member.at_fault(who, grant),
	"at": named.resource,
	"path": named.path,
	"by_reference": true,
	"evidence": [{"resource": grant.resource, "path": grant.path, "note": "the role"}],
	"message": message,
} if {
	some who in input.identities
	some grant in who.grants
	who.form == "user"
	level := member.level(grant)
	named := member.member_of(grant)
	message := sprintf("\"%s\" has %s on the %s", [who.name, member.roles(grant), level])
}
