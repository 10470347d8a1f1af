# METADATA
# title: Identity may set console passwords of stronger users
# description: |
#   A login profile is the password with which a user logs in to the console. Who may make or change those of
#   others gives a user with more rights a password that they know, and logs in with it.
#
#   A user who had no password until then, as those of programs, does not even notice.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_iam_credentials_console.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `Resource` to `arn:aws:iam::*:user/${aws:username}`, use `iam:ChangePassword`, or name the users that
#     may be managed.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
package policy.aws.iam.escalation_console_password

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
	message := sprintf("%s may set console passwords of stronger users (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["iam:CreateLoginProfile", "iam:UpdateLoginProfile"]
