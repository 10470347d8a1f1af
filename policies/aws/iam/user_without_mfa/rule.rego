# METADATA
# title: No policy of a user with a password asks for a second factor
# description: |
#   A password can be guessed, reused or fished for. Where a policy asks for a second factor, a code from a device,
#   a stolen password alone does not open the account. This user has a password for the console, and none of its
#   policies asks for more.
#
#   IAM Identity Center, which asks for the second factor itself, makes such users unnecessary.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Give the user, or a group that the user is in, a policy that denies everything but setting up a device unless
#     `aws:MultiFactorAuthPresent` is `true`.
#   aliases: [AWS-0145, AC_AWS_0151]
package policy.aws.iam.user_without_mfa

import data.lib.graph
import data.lib.mfa

deny contains {
	"resource": user.id,
	"at": login.id,
	"path": [],
	"needs": mfa.doubts_of_user(user),
	"message": sprintf("No policy of %s has a condition on `aws:MultiFactorAuthPresent`", [user.address]),
} if {
	some user in input.resources.aws_iam_user
	some login in graph.referrers_via(user, "aws_iam_user_login_profile", "user")
	not mfa.asks(mfa.policies_of_user(user))
}

# It is unknown whose login it is.
deny contains {
	"resource": user.id,
	"path": [],
	"needs": logins,
	"message": sprintf("A login may be %s's, and no policy of it has a condition on `aws:MultiFactorAuthPresent`", [user.address]),
} if {
	some user in input.resources.aws_iam_user
	count(graph.referrers_via(user, "aws_iam_user_login_profile", "user")) == 0
	logins := graph.unresolved(user, "aws_iam_user_login_profile", "user")
	count(logins) > 0
	not mfa.asks(mfa.policies_of_user(user))
}
