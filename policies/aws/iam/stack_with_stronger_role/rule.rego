# METADATA
# title: Identity may change a stack that has a stronger role
# description: |
#   A stack of CloudFormation that was given a role keeps it. Who may change the stack has another template
#   carried out with the rights of that role, without the right to pass one. A change set that is made and carried out
#   does the same.
#
#   Here the role of a stack that the identity may change has all rights, or enough to get them. The template may
#   give such rights to anybody.
# related_resources:
#   - https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the stack a role with the rights that its template needs, and name in `Resource` the stacks that the
#     identity has to change.
package policy.aws.iam.stack_with_stronger_role

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
	some action, way in ways
	some right in identity.over_running(who, [action])
	rights := array.concat([right], identity.together(who, way))
	message := sprintf("%s may change a stack that has a stronger role (%s)", [identity.title(who), identity.shown(right)])
}

# What else each action takes: a list of steps, each step the actions of which one is needed.
ways := {
	"cloudformation:CreateChangeSet": [["cloudformation:ExecuteChangeSet"]],
	"cloudformation:UpdateStack": [],
}
