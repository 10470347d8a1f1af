# METADATA
# title: No policy of a group asks for a second factor
# description: |
#   A password can be guessed, reused or fished for. Where a policy asks for a second factor, a code from a device,
#   a stolen password alone does not open the account. None of the policies that this group gives to its members
#   does.
#
#   Accounts whose people sign in through IAM Identity Center, or for which the organization asks for the second
#   factor, do not need it here.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Give the group a policy that denies everything but setting up a device unless `aws:MultiFactorAuthPresent` is
#     `true`.
#   aliases: [AWS-0123]
package policy.aws.iam.group_without_mfa

import data.lib.mfa

deny contains {"resource": group.id, "path": [], "needs": mfa.doubts_of_group(group), "message": message} if {
	some group in input.resources.aws_iam_group
	not mfa.asks(mfa.policies_of_group(group))
	message := "No policy of the group has a condition on `aws:MultiFactorAuthPresent`"
}
