# METADATA
# title: Identity may create CodeStar projects with a stronger role
# description: |
#   CodeStar sets up a project from a template, with the rights of a role that it is given. Who may create a
#   project and pass a role has the template carried out with the rights of that role.
#
#   The service has closed, but its actions are still in many policies.
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
package policy.aws.iam.pass_role_codestar

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
	some pass in identity.passing(who, passing.services.codestar)
	some way in passing.ways.codestar
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may create a CodeStar project with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
