# METADATA
# title: Key of KMS is switched off
# description: |
#   What is encrypted with a key of Key Management Service can be read only while the key is on. This one is off:
#   whatever uses it fails, from disks that cannot be attached to secrets that cannot be read.
#
#   A key that is no longer needed is better scheduled for deletion, which cannot be forgotten.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [strict, reliability]
#   remediation: >-
#     Remove `is_enabled`, or remove the key.
#   aliases: [CKV_AWS_227]
package policy.aws.kms.disabled_key

import data.lib.setting

deny contains {"resource": key.id, "path": [argument], "message": message} if {
	some kind, argument in {"aws_kms_key": "is_enabled", "aws_kms_external_key": "enabled", "aws_kms_replica_key": "enabled"}
	some key in input.resources[kind]
	message := setting.turned_off(key.attributes, argument)
}
