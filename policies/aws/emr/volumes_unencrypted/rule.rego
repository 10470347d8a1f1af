# METADATA
# title: EMR security configuration leaves the root volumes unencrypted
# description: |
#   EMR runs clusters of machines that work on large amounts of data. EMR encrypts the disks with data itself; the
#   root volumes, and disks that other programs use, only where encryption by EBS is asked for too. Programs leave
#   logs and temporary files there.
#
#   Accounts in which EBS encrypts every new disk by default do not need it, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `EnableEbsEncryption` to `true` in `LocalDiskEncryptionConfiguration`, with `AwsKms` as its kind of key.
#   aliases: [CKV_AWS_350]
package policy.aws.emr.volumes_unencrypted

import data.lib.emr
import data.lib.setting

deny contains {"resource": configuration.id, "path": path, "message": message} if {
	some configuration in input.resources.aws_emr_security_configuration
	disks := object.get(emr.at_rest(configuration), "LocalDiskEncryptionConfiguration", {})
	message := setting.off(disks, "EnableEbsEncryption")
	path := [
		"configuration",
		"EncryptionConfiguration",
		"AtRestEncryptionConfiguration",
		"LocalDiskEncryptionConfiguration",
		"EnableEbsEncryption",
	]
}
