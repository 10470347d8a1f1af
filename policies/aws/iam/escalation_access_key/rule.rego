# METADATA
# title: Identity may make access keys for stronger users
# description: |
#   An access key is a name and a password for programs, valid until somebody deletes it. Who may make one for
#   another user acts as that user from then on, from anywhere, without that anybody's password changes.
#
#   Many policies mean to let people renew their own keys and forget to say so in `Resource`.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_iam_credentials_console.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name in `Resource` the users whose keys have to be made, none of them stronger: a path such as `user/app/*` for
#     a program that makes users. People who renew their own keys need `arn:aws:iam::*:user/${aws:username}` only; for
#     a role that variable stands for nothing.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
package policy.aws.iam.escalation_access_key

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
	some right in identity.over_stronger(who, actions)
	message := sprintf("%s may make access keys for stronger users (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["iam:CreateAccessKey"]
