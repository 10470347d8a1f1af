# METADATA
# title: Identity may run data pipelines with a stronger role
# description: |
#   A data pipeline runs commands on machines of its own, with a role that its definition names. Who may define
#   and activate one and pass roles runs commands with the rights of any role that pipelines may have.
#
#   The service is no longer sold, but its actions are still in many policies.
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
package policy.aws.iam.pass_role_data_pipeline

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
	some pass in identity.passing(who, passing.services.data_pipeline)
	some way in passing.ways.data_pipeline
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may run a data pipeline with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
