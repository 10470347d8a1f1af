# METADATA
# title: KMS key is not rotated
# description: |
#   Key Management Service keeps the keys that disks, databases and files are encrypted with. With rotation on, it
#   makes new key material every year and keeps the old for what is encrypted with it; nothing that uses the key has
#   to change.
#
#   It limits how much is readable with one piece of key material, should that ever become known, and many standards
#   ask for it. Each of the first two rotations adds a dollar a month.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `enable_key_rotation` to `true`.
#   aliases: [CKV_AWS_7, AWS-0065, AC_AWS_0160]
#   compliance: {cis-aws-1.5: ["3.8"]}
package policy.aws.kms.no_rotation

import data.lib.setting

# AWS renews symmetric keys for encryption only, and none whose material is held elsewhere.
deny contains {
	"resource": key.id,
	"path": ["enable_key_rotation"],
	"needs": [{"resource": key.id, "path": [argument]} |
		some argument in ["customer_master_key_spec", "key_usage", "custom_key_store_id", "is_enabled"]
	],
	"message": message,
} if {
	some key in input.resources.aws_kms_key
	object.get(key.attributes, "customer_master_key_spec", "SYMMETRIC_DEFAULT") == "SYMMETRIC_DEFAULT"
	object.get(key.attributes, "key_usage", "ENCRYPT_DECRYPT") == "ENCRYPT_DECRYPT"
	not setting.is_set(key.attributes, "custom_key_store_id")
	not setting.turned_off(key.attributes, "is_enabled")
	message := setting.off(key.attributes, "enable_key_rotation")
}
