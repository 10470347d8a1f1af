# METADATA
# title: Cognito identity pool gives guests AWS credentials
# description: |
#   An identity pool exchanges a login for AWS credentials. With guest access it gives them to everyone who asks,
#   without any login; the id of the pool, which apps and web pages carry, is enough.
#
#   What guests may then do is what the role for them allows. Such roles tend to grow.
# related_resources:
#   - https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `allow_unauthenticated_identities` to `false`, and let users sign in through a user pool or another
#     provider.
#   aliases: [CKV_AWS_366]
package policy.aws.cognito.guest_access

import data.lib.setting

deny contains {"resource": pool.id, "path": ["allow_unauthenticated_identities"], "message": message} if {
	some pool in input.resources.aws_cognito_identity_pool
	message := setting.turned_on(pool.attributes, "allow_unauthenticated_identities")
}
