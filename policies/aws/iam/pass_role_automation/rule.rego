# METADATA
# title: Identity may run automations with a stronger role
# description: |
#   An automation of Systems Manager calls actions of AWS one after the other, as a runbook says. It does so with the
#   rights of the role that it is passed when it starts. AWS itself has runbooks that call any action one names.
#
#   Who may start one and pass it a role does anything that this role may do.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name in `Resource` of `iam:PassRole` the roles that have to be passed, none of them an administrator. The
#     condition `iam:PassedToService` alone leaves every role that the service may have. Where the policy is one of
#     AWS, attach one of your own in its place.
package policy.aws.iam.pass_role_automation

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
	some pass in identity.passing(who, passing.services.automation)
	some way in passing.ways.automation
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may run an automation with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
