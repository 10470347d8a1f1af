# METADATA
# title: Passwords of users need no digit
# description: |
#   The password policy of an account says what people may choose as their password for the AWS console. This one
#   takes passwords without a digit, which leaves fewer to try for whoever guesses.
#
#   Length counts for much more. Some standards ask for this all the same.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `require_numbers` to `true`, or let people log in through an identity provider instead of IAM users.
#   aliases: [CKV_AWS_12, AWS-0059, AC_AWS_0136]
package policy.aws.iam.password_without_number

import data.lib.setting

deny contains {"resource": rules.id, "path": ["require_numbers"], "message": message} if {
	some rules in input.resources.aws_iam_account_password_policy
	message := setting.off(rules.attributes, "require_numbers")
}
