# METADATA
# title: Secret in Secrets Manager is not encrypted with a key of one's own
# description: |
#   Secrets Manager encrypts secrets with the key that AWS keeps for the account, unless they name another one.
#   Whoever may read the secret may use that key, and a secret under it cannot be given to another account.
#
#   With a key of one's own, reading takes two permissions that different people can give. Keys cost a little each
#   month.
# related_resources:
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kms_key_id` to the ARN of an `aws_kms_key`.
#   aliases: [CKV_AWS_149, AWS-0098, AC_AWS_0500]
package policy.aws.secretsmanager.without_own_key

import data.lib.kms

deny contains {"resource": secret.id, "path": ["kms_key_id"], "message": message} if {
	some secret in input.resources.aws_secretsmanager_secret
	message := kms.not_own(secret.attributes, "kms_key_id")
}
