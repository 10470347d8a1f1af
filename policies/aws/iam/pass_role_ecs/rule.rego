# METADATA
# title: Identity may run ECS tasks with a stronger role
# description: |
#   A task definition in ECS names the container image, the command and the role. Who may register one, pass a
#   role and have it run runs whatever image they like with the rights of any role that tasks may have.
#
#   Deployment pipelines need these rights, for the roles of the tasks that they deploy.
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
package policy.aws.iam.pass_role_ecs

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
	some pass in identity.passing(who, passing.services.ecs)
	some way in passing.ways.ecs
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may run a task with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
