# METADATA
# title: Identity may write new versions of its own policies
# description: |
#   A managed policy has versions, one of which is in force. Who may create a version of a policy that they have
#   themselves writes into it what they like, every action of every service included, and can put it in force with
#   the same call.
#
#   The right is needed by few: those who keep the policies of an account. Everybody else who has it is an
#   administrator in all but name.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name in `Resource` the policies that have to be changed, none of which the identity has itself, or leave
#     the action out.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
#   covers:
#     - aws-iam-escalation-default-version
#   outweighs:
#     - aws-iam-eks-access-entry
#     - aws-iam-escalation-mfa-removal
#     - aws-iam-escalation-service-credential
#     - aws-iam-reads-every-parameter
#     - aws-iam-reads-every-secret
#     - aws-iam-rights-behind-writable-tags
package policy.aws.iam.escalation_policy_version

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
	some right in identity.over_itself(who, actions)
	message := sprintf("%s may write new versions of its own policies (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["iam:CreatePolicyVersion"]
