# METADATA
# title: Identity may change a state machine that has a stronger role
# description: |
#   A state machine of Step Functions calls actions of AWS with the rights of its role; which ones stands in its
#   definition. Who may change the definition and start it calls any action with these rights, without the right to pass
#   a role.
#
#   Here the role of a state machine that the identity may change has all rights, or enough to get them.
# related_resources:
#   - https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the state machine a role with the rights that its steps need, and name in `Resource` the state machines that
#     the identity has to change.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
package policy.aws.iam.state_machine_with_stronger_role

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": array.concat(identity.doubts(right), identity.needs(rights)),
	"evidence": identity.evidence(rights),
	"message": message,
} if {
	some who in input.identities
	some right in identity.over_running(who, actions)
	some way in ways
	rights := array.concat([right], identity.together(who, way))
	message := sprintf("%s may change a state machine with a stronger role (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["states:UpdateStateMachine"]

# What else it takes: each way is a list of steps, each step the actions of which one is needed.
ways := [[["states:StartExecution"]]]
