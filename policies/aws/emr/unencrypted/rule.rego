# METADATA
# title: EMR security configuration leaves data unencrypted at rest
# description: |
#   EMR runs clusters of machines that work on large amounts of data. On the disks of the machines lie parts of that
#   data and results in between. Unless the security configuration of the cluster asks for encryption at rest, and
#   says how the disks are encrypted, they lie there in plain form.
# related_resources:
#   - https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `EnableAtRestEncryption` to `true`, and give `LocalDiskEncryptionConfiguration` an
#     `EncryptionKeyProviderType` and a key.
#   aliases: [CKV_AWS_349, AWS-0137, AWS-0139]
package policy.aws.emr.unencrypted

import data.lib.attribute
import data.lib.emr
import data.lib.setting

deny contains {"resource": configuration.id, "path": path, "message": message} if {
	some configuration in input.resources.aws_emr_security_configuration
	message := setting.off(emr.encryption(configuration), "EnableAtRestEncryption")
	path := ["configuration", "EncryptionConfiguration", "EnableAtRestEncryption"]
}

deny contains {"resource": configuration.id, "path": path, "message": message} if {
	some configuration in input.resources.aws_emr_security_configuration
	attribute.is_true(emr.encryption(configuration).EnableAtRestEncryption)
	disks := object.get(emr.at_rest(configuration), "LocalDiskEncryptionConfiguration", {})
	setting.missing(disks, "EncryptionKeyProviderType")
	path := [
		"configuration",
		"EncryptionConfiguration",
		"AtRestEncryptionConfiguration",
		"LocalDiskEncryptionConfiguration",
		"EncryptionKeyProviderType",
	]
	message := "`LocalDiskEncryptionConfiguration` names no kind of key, so the disks are not encrypted"
}
