# METADATA
# title: Identity may lift permissions boundaries
# description: |
#   A permissions boundary is the most that a user or role may do, whatever its policies say; it is what makes it
#   safe to let teams write policies themselves. Who may remove or replace the boundary of their own user or role
#   is no longer held by it.
#
#   The rights of its policies, which were written with the boundary in mind, then hold in full.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Leave these actions to administrators, or deny them for the boundary that has to stay, as the
#     documentation of boundaries shows.
package policy.aws.iam.escalation_permissions_boundary

import data.lib.identity
import data.lib.setting

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": identity.needs([right]),
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in input.identities
	some right in identity.over_its_kind(who, actions)
	right.anywhere
	message := sprintf("%s may lift every permissions boundary, its own included (%s)", [identity.title(who), identity.shown(right)])
}

# A right over itself alone is worth something to whom a boundary holds only.
deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": identity.needs([right]),
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in input.identities
	some right in identity.over_its_kind(who, actions)
	not right.anywhere
	not has_no_boundary(who)
	message := sprintf("%s may lift its own permissions boundary (%s)", [identity.title(who), identity.shown(right)])
}

# A right over everything that does not act on what the identity is reaches others alone.
deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": identity.needs([right]),
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in input.identities
	count(identity.over_its_kind(who, actions)) == 0
	some right in identity.over_itself(who, actions)
	message := sprintf("%s may lift the permissions boundary of others (%s)", [identity.title(who), identity.shown(right)])
}

# The members of a group and the sessions of a permission set may have boundaries that the identity does not show.
has_no_boundary(who) if {
	who.kind in {"aws_iam_role", "aws_iam_user"}
	not setting.is_set(input.resources[who.kind][who.index].attributes, "permissions_boundary")
}

actions := ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:PutRolePermissionsBoundary", "iam:PutUserPermissionsBoundary"]
