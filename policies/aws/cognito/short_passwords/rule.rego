# METADATA
# title: Passwords of the pool may be short
# description: |
#   A user pool keeps the accounts of an application. Passwords of fewer than eight characters are found by trying,
#   from the hashes of other places or at the login itself.
#
#   Whoever finds one is that user.
# related_resources:
#   - https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `minimum_length` to `8` or more.
package policy.aws.cognito.short_passwords

import data.lib.setting

deny contains {"resource": pool.id, "path": ["password_policy", 0, "minimum_length"], "message": message} if {
	some pool in input.resources.aws_cognito_user_pool
	message := setting.below(setting.block(pool.attributes, "password_policy"), "minimum_length", 8, 8)
}
