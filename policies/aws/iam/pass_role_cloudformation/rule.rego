# METADATA
# title: Identity may create stacks with a stronger role
# description: |
#   CloudFormation makes what a template says, with the rights of a role that it is given. Who may create a stack
#   and pass it a role has a template carried out with the rights of any role that CloudFormation may have, and
#   those are mostly administrators'.
#
#   The template may create a user with all rights, or give them to the one who wrote it.
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
package policy.aws.iam.pass_role_cloudformation

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
	some pass in identity.passing(who, passing.services.cloudformation)
	some way in passing.ways.cloudformation
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may create a stack with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
