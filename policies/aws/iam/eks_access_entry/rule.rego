# METADATA
# title: Identity may make itself administrator of every EKS cluster
# description: |
#   An access entry lets an identity of AWS into an EKS cluster, and an access policy says what it may do there,
#   up to everything. Who may associate such policies makes themselves administrator of the cluster and has its
#   secrets and the roles of all that runs in it.
#
#   Creating clusters does not need the right: they give it to their creator.
# related_resources:
#   - https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastickubernetesservice.html
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name in `Resource` the clusters that have to be managed, or hold the right by the condition
#     `eks:policyArn` to weak policies.
package policy.aws.iam.eks_access_entry

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
	message := sprintf("%s may give itself rights in EKS clusters (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["eks:AssociateAccessPolicy"]
