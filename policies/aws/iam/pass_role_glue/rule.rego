# METADATA
# title: Identity may run Glue jobs with a stronger role
# description: |
#   Glue runs scripts over data with the rights of a role: as jobs, in sessions, and on development endpoints that
#   one logs in to. Who may make one of these and pass a role runs their own code with the rights of any role that
#   Glue may have.
#
#   Such roles tend to reach all data of an account.
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
#   aliases: [CKV_AWS_286, CKV_AWS_110]
package policy.aws.iam.pass_role_glue

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
	some pass in identity.passing(who, passing.services.glue)
	some way in passing.ways.glue
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may run a Glue job or session with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
