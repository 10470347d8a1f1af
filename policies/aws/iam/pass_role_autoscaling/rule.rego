# METADATA
# title: Identity may let an Auto Scaling group start instances with a stronger role
# description: |
#   An Auto Scaling group starts machines from a template that names their role and start-up script. Who may write
#   the template, change a group and pass roles has a machine with any role that EC2 may have, without the right
#   to start one.
#
#   The script runs when the group starts its next machine.
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
package policy.aws.iam.pass_role_autoscaling

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
	some pass in identity.passing(who, passing.services.autoscaling)
	some way in passing.ways.autoscaling
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may have instances started with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
