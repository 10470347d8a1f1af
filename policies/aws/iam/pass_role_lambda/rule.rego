# METADATA
# title: Identity may run code in a Lambda function with a stronger role
# description: |
#   A Lambda function runs code with the rights of its role. Who may create a function, pass it a role and have it
#   run, by a call, an event or an address of its own, runs code with the rights of any role that Lambda may have.
#   So does who may change the role and the code of a function that runs already.
#
#   Deployment pipelines need these rights, for the roles of the functions that they deploy.
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
package policy.aws.iam.pass_role_lambda

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
	some pass in identity.passing(who, passing.services.lambda)
	some way in passing.ways.lambda
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may run code in a function with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
