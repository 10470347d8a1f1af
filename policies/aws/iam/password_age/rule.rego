# METADATA
# title: Passwords of users never expire, or late
# description: |
#   The password policy of an account can make people change their password for the AWS console every so often, so
#   that one that leaked without notice stops working some day.
#
#   Many advise against it today, since people then choose weaker ones; a second factor does more. Some standards
#   still ask for 90 days.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `max_password_age` to 90 or less, or let people log in through an identity provider instead of IAM users.
#   aliases: [CKV_AWS_9, AWS-0062, AC_AWS_0138]
package policy.aws.iam.password_age

import data.lib.attribute
import data.lib.setting

deny contains {"resource": rules.id, "path": ["max_password_age"], "message": message} if {
	some rules in input.resources.aws_iam_account_password_policy
	message := too_long(rules.attributes)
}

too_long(attributes) := setting.above(attributes, "max_password_age", 90, 0)

too_long(attributes) := "`max_password_age` is not set, so passwords do not expire" if {
	not "max_password_age" in object.keys(attributes)
}

too_long(attributes) := "`max_password_age` is 0, so passwords do not expire" if {
	attribute.number(attributes.max_password_age) == 0
}
