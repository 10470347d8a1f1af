# METADATA
# title: Identity may run SageMaker notebooks or jobs with a stronger role
# description: |
#   Notebooks and jobs in SageMaker run code with the rights of a role. Who may create one and pass a role opens a
#   notebook, or hands in a job with their own container, and has the credentials of any role that SageMaker may
#   have.
#
#   The roles of data scientists often reach every bucket of an account.
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
package policy.aws.iam.pass_role_sagemaker

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
	some pass in identity.passing(who, passing.services.sagemaker)
	some way in passing.ways.sagemaker
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may run a notebook or job with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
