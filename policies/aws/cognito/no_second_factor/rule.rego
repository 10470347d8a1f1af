# METADATA
# title: Users of the pool sign in with a password alone
# description: |
#   A user pool keeps the accounts of an application. With `mfa_configuration` set to `OFF`, which is the default, not
#   even users who want to may have a second factor.
#
#   Passwords that were used elsewhere, or given away on a forged page, are enough to be somebody else.
# related_resources:
#   - https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `mfa_configuration` to `ON`, or to `OPTIONAL` so that users may choose, with
#     `software_token_mfa_configuration`.
package policy.aws.cognito.no_second_factor

import data.lib.setting

# Where users have a key or are sent a code, there are no passwords.
deny contains {"resource": pool.id, "path": ["mfa_configuration"], "message": message, "needs": needs} if {
	some pool in input.resources.aws_cognito_user_pool
	message := setting.other(pool.attributes, "mfa_configuration", {"ON", "OPTIONAL"}, "OFF")
	not without_passwords(pool)
	needs := [{"resource": pool.id, "path": ["sign_in_policy", 0, "allowed_first_auth_factors"]}]
}

without_passwords(pool) if {
	factors := setting.block(pool.attributes, "sign_in_policy").allowed_first_auth_factors
	count(factors) > 0
	not "PASSWORD" in factors
}
