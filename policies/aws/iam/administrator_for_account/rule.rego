# METADATA
# title: Everybody of an account may act as an administrator
# description: |
#   The role may do everything in its account, and lets in another account as a whole, without asking for anything else.
#   Who may then act as it is up to that account: each user and each program there that may assume any role can.
#
#   A leaked key of a test user in the one account is enough to own the other.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Name the roles or users that need it as principals, or require a second factor for people (`Bool` on
#     `aws:MultiFactorAuthPresent`) and an external id for a service of somebody else (`StringEquals` on
#     `sts:ExternalId`).
#   outweighs: [aws-iam-trust-account-without-external-id]
package policy.aws.iam.administrator_for_account

import data.lib.identity
import data.lib.trust as asked

deny contains {
	"resource": who.id,
	"at": trust.resource,
	"path": trust.path,
	"by_reference": true,
	"needs": array.concat(array.concat(trust.needs, right.needs), asked.demand_doubts(trust)),
	"evidence": identity.evidence([right]),
	"message": sprintf("All of the account %s may act as the role, which may do everything", [account]),
} if {
	some who in input.identities
	some trust in who.trust
	account := asked.account(trust)
	count(asked.demands(trust)) == 0
	some right in array.slice([all | some all in who.administrator; not all.narrowed], 0, 1)
}
