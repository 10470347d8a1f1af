# METADATA
# title: Another account may act as the role without an external id
# description: |
#   A service that works in the accounts of its customers acts as a role in each, and the role trusts the account
#   of the service. A customer who tells the service the ARN of somebody else's role has it work there. An
#   external id, which the service sends and the role asks for, keeps them apart.
#
#   Between accounts of one owner there is no such danger; `aws:PrincipalOrgID` then says so.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add a condition `StringEquals` on `sts:ExternalId`, or on `aws:PrincipalOrgID` where both accounts have
#     one owner.
#   aliases: [CKV_AWS_61]
package policy.aws.iam.trust_account_without_external_id

import data.lib.trust as asked

deny contains {
	"resource": who.id,
	"at": trust.resource,
	"path": trust.path,
	"by_reference": true,
	"needs": array.concat(trust.needs, asked.demand_doubts(trust)),
	"message": message,
} if {
	some who in input.identities
	some trust in who.trust
	account := asked.account(trust)
	count(asked.demands(trust)) == 0
	message := sprintf("The role trusts all of the account %s and asks for nothing else", [account])
}
