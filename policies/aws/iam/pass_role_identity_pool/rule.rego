# METADATA
# title: Identity may hand a stronger role to an identity pool
# description: |
#   An identity pool of Cognito gives the users of an application, and strangers where it is told to, the
#   credentials of a role. Who may set the roles of a pool and pass roles sets it to a strong one and asks the
#   pool for credentials.
#
#   That needs no rights of AWS: the pool answers everybody.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name in `Resource` of `iam:PassRole` the roles that have to be passed, none of them an administrator. The
#     condition `iam:PassedToService` alone leaves every role that the service may have. Where the policy is one of
#     AWS, attach one of your own in its place.
package policy.aws.iam.pass_role_identity_pool

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
	some pass in identity.passing(who, passing.services.identity_pool)
	some way in passing.ways.identity_pool
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may hand a stronger role to an identity pool (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
