# METADATA
# title: Every pod of the cluster may act as the role
# description: |
#   An EKS cluster tells AWS which service account a pod runs as, and a role says in its trust policy which ones
#   it takes, by the condition on `sub`. Without that condition, or with one that leaves the namespace and name
#   open, every pod of the cluster may act as the role.
#
#   Whoever gets into any pod, or may start one, then has what the role allows.
# related_resources:
#   - https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Add a condition `StringEquals` on `<provider>:sub` with `system:serviceaccount:<namespace>:<name>`.
package policy.aws.iam.trust_every_service_account

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
	asked.is_of_cluster(trust)
	takes_everybody(trust)
	message := "The role trusts every service account of the cluster"
}

takes_everybody(trust) if not asked.asks_who(trust, ["sub"])

takes_everybody(trust) if asked.names_nobody(trust, everybody)

everybody := {
	"*", "system:*", "system:serviceaccount:*", "system:serviceaccount:*:*", "system:serviceaccount*", "system:serviceaccounts:*",
	"*:*", "*:*:*", "*:*:*:*",
}
