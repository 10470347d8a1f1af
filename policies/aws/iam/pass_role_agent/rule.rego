# METADATA
# title: Identity may run agent code with a stronger role
# description: |
#   Code interpreters and agent runtimes of Bedrock AgentCore run code with the rights of a role. Who may create
#   one, pass it a role and call it runs code with the rights of any role that the service may have.
#
#   An interpreter runs whatever text it is sent, so that no image or repository is needed.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrockagentcore.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name in `Resource` of `iam:PassRole` the roles that have to be passed, none of them an administrator. The
#     condition `iam:PassedToService` alone leaves every role that the service may have. Where the policy is one of
#     AWS, attach one of your own in its place.
package policy.aws.iam.pass_role_agent

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
	some pass in identity.passing(who, passing.services.agent)
	some way in passing.ways.agent
	others := identity.together(who, way)
	rights := array.concat([pass], others)
	message := sprintf("%s may run agent code with a stronger role (%s with %s)", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", {right.action | some right in others}),
	])
}
