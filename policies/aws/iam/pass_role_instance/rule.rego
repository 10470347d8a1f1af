# METADATA
# title: Identity may start instances with a stronger role
# description: |
#   A machine in EC2 can have a role, and hands its credentials to every program on it. Who may start machines and
#   choose the role logs in to one, or gives it a start-up script, and takes the credentials of any role that EC2
#   may have.
#
#   Passing a role is a right of its own, `iam:PassRole`, so that it can be held to the roles that a machine
#   needs.
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
package policy.aws.iam.pass_role_instance

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
	some pass in identity.passing(who, passing.services.instance)
	some way in passing.ways.instance
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may start an instance with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
