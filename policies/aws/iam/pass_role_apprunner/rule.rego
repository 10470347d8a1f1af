# METADATA
# title: Identity may run App Runner services with a stronger role
# description: |
#   App Runner runs a container or a repository as a web service, with the rights of a role. Who may create or
#   change a service and pass a role runs their own code with the rights of any role that App Runner may have, and
#   reads its credentials over the web.
#
#   Deployment pipelines need these rights, for the roles of the services that they deploy.
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
package policy.aws.iam.pass_role_apprunner

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
	some pass in identity.passing(who, passing.services.apprunner)
	some way in passing.ways.apprunner
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may run a service with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
