# METADATA
# title: Users may choose short passwords
# description: |
#   The password policy of an account says what people may choose as their password for the AWS console. Short
#   passwords are found by trying, or from a stolen list of hashes elsewhere, long ones are not.
#
#   The default is 6 characters in Terraform. It takes 14 to be safe for years.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `minimum_password_length` to 14 or more, or let people log in through an identity provider instead of IAM
#     users.
#   aliases: [CKV_AWS_10, AWS-0063, AC_AWS_0142, AC_AWS_0141]
#   compliance: {cis-aws-1.5: ["1.8"]}
package policy.aws.iam.short_passwords

import data.lib.setting

deny contains {"resource": rules.id, "path": ["minimum_password_length"], "message": message} if {
	some rules in input.resources.aws_iam_account_password_policy
	message := setting.below(rules.attributes, "minimum_password_length", 14, 6)
}
