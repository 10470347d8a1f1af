# METADATA
# title: Identity may give a pod a stronger role
# description: |
#   A pod identity association gives the pods of a service account in an EKS cluster a role of AWS. Who may make
#   one and pass roles, and may start a pod, has the credentials of any role that pods may have.
#
#   The right to start pods is easy to come by in most clusters.
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
package policy.aws.iam.pass_role_pod_identity

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
	some pass in identity.passing(who, passing.services.pod_identity)
	some way in passing.ways.pod_identity
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may give a pod a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
