# METADATA
# title: Users of any identity pool may act as the role
# description: |
#   Identity pools of Cognito give the users of applications the credentials of a role. The trust policy says by
#   the condition on `aud` for which pool: without it, everybody can make a pool of their own, in their own
#   account, and act as the role through it.
#
#   A condition on `amr` alone only says whether somebody has signed in, to whichever pool.
# related_resources:
#   - https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Add a condition `StringEquals` on `cognito-identity.amazonaws.com:aud` with the id of the pool.
package policy.aws.iam.trust_any_identity_pool

import data.lib.trust as asked

deny contains {
	"resource": who.id,
	"at": trust.resource,
	"path": trust.path,
	"by_reference": true,
	"needs": trust.needs,
	"message": message,
} if {
	some who in input.identities
	some trust in who.trust
	trust.principal_type == "Federated"
	trust.principal == "cognito-identity.amazonaws.com"
	not asked.asks_who(trust, ["aud", "sub"])
	message := "The role trusts the users of every identity pool of Cognito"
}
