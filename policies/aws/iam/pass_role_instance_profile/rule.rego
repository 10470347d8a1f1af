# METADATA
# title: Identity may give a running instance a stronger role
# description: |
#   The role of a machine in EC2 can be changed while it runs: by another instance profile, or another role in its
#   profile. Who may do that and is on some machine gives it the role of an administrator and reads the
#   credentials from it.
#
#   No machine has to be started for that, so that limits on starting them do not help.
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
package policy.aws.iam.pass_role_instance_profile

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
	some pass in identity.passing(who, passing.services.instance_profile)
	some way in passing.ways.instance_profile
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may give an instance a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
