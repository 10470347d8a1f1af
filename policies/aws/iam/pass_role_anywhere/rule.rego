# METADATA
# title: Identity may let certificates of its own act as a stronger role
# description: |
#   Roles Anywhere gives credentials of a role to machines outside of AWS, to whoever shows a certificate of an authority
#   that the account trusts, a trust anchor. A profile says which roles that may be.
#
#   Who may make both, and pass a role to the profile, trusts an authority of their own, and then acts as any role that
#   the service may have, from anywhere, for as long as nobody finds the anchor.
# related_resources:
#   - https://docs.aws.amazon.com/rolesanywhere/latest/userguide/introduction.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Keep `rolesanywhere:CreateTrustAnchor` to those who administer the account. Name in `Resource` of `iam:PassRole` the
#     roles that have to be passed, none of them an administrator.
package policy.aws.iam.pass_role_anywhere

import data.lib.identity
import data.lib.passing

deny contains {
	"resource": who.id,
	"at": pass.resource,
	"path": pass.path,
	"by_reference": true,
	"needs": identity.needs(rights),
	"evidence": identity.evidence(rights),
	"message": message,
} if {
	some who in input.identities
	some pass in identity.passing(who, passing.services.anywhere)
	some way in passing.ways.anywhere
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may let certificates of its own act as a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
