# METADATA
# title: Users may choose their old passwords again
# description: |
#   The password policy of an account says what people may choose as their password for the AWS console. When a
#   password has become known and is changed, going back to it soon makes the change void, and people do go back.
#
#   AWS remembers up to 24 passwords of each user when it is told to.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `password_reuse_prevention` to 24.
#   aliases: [CKV_AWS_13, AWS-0056, AC_AWS_0472]
#   compliance: {cis-aws-1.5: ["1.9"]}
package policy.aws.iam.password_reuse

import data.lib.setting

deny contains {"resource": rules.id, "path": ["password_reuse_prevention"], "message": message} if {
	some rules in input.resources.aws_iam_account_password_policy
	message := setting.below(rules.attributes, "password_reuse_prevention", 24, 0)
}
