# METADATA
# title: Identity may schedule calls with a stronger role
# description: |
#   A schedule of EventBridge calls nearly every action of AWS at a given time, with the rights of a role. Who may
#   write one and pass a role calls any action with the rights of any role that the scheduler may have.
#
#   Such calls run long after the session that planned them has ended.
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
package policy.aws.iam.pass_role_scheduler

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
	some pass in identity.passing(who, passing.services.scheduler)
	some way in passing.ways.scheduler
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may schedule calls with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
