# METADATA
# title: Identity may run builds with a stronger role
# description: |
#   A build in CodeBuild runs commands with the rights of its project's role. Who may create or change a project,
#   pass it a role and start a build runs commands with the rights of any role that CodeBuild may have.
#
#   The roles of builds deploy, and so tend to have nearly all rights.
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
package policy.aws.iam.pass_role_codebuild

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
	some pass in identity.passing(who, passing.services.codebuild)
	some way in passing.ways.codebuild
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may run a build with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
