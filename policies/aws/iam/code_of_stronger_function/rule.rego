# METADATA
# title: Identity may change the code of a function that has a stronger role
# description: |
#   A Lambda function runs with the rights of its role. Who may replace its code runs their own with these rights:
#   the credentials lie in the function's environment. To change its configuration is enough, too: a layer that is
#   added brings code along, which the function starts or loads.
#
#   Here a function that the identity may change has a role that may do everything, or enough to get there. No
#   right to pass roles is needed for that.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/lambda-permissions.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the function a role with the rights it needs, and name in `Resource` the functions that the identity
#     has to deploy.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
package policy.aws.iam.code_of_stronger_function

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
	some right in reaching(who)
	some way in ways
	rights := array.concat([right], identity.together(who, way))
	message := sprintf("%s may change the code of a function with a stronger role (%s)", [identity.title(who), identity.shown(right)])
}

# Who may change the code itself needs no layer.
reaching(who) := rights if {
	rights := identity.over_running(who, ["lambda:UpdateFunctionCode"])
	count(rights) > 0
} else := identity.over_running(who, ["lambda:UpdateFunctionConfiguration"])

# What else it takes: each way is a list of steps, each step the actions of which one is needed.
ways := [[]]
