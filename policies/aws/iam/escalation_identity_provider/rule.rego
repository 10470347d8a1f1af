# METADATA
# title: Identity may change who federated users are
# description: |
#   Roles for people and pipelines trust an identity provider, SAML or OpenID Connect, to say who somebody is. Who
#   may change a provider makes it one of their own, signs a statement that they are somebody else, and acts as
#   any role that trusts it.
#
#   In most accounts that includes the administrators' role.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Leave these actions to administrators, or name in `Resource` the provider that has to be kept.
package policy.aws.iam.escalation_identity_provider

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": identity.needs([right]),
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in input.identities
	some right in identity.anywhere(who, actions)
	message := sprintf("%s may change the identity providers that roles trust (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["iam:AddClientIDToOpenIDConnectProvider", "iam:UpdateOpenIDConnectProviderThumbprint", "iam:UpdateSAMLProvider"]
