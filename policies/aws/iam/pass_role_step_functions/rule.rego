# METADATA
# title: Identity may run state machines with a stronger role
# description: |
#   A state machine of Step Functions can call nearly every action of AWS, with the rights of its role. Who may
#   write one, pass it a role and start it calls any action with the rights of any role that Step Functions may
#   have.
#
#   That takes no code at all: the call to make is written in the definition.
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
package policy.aws.iam.pass_role_step_functions

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
	some pass in identity.passing(who, passing.services.step_functions)
	some way in passing.ways.step_functions
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may run a state machine with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
