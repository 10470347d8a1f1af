# METADATA
# title: Machine image (AMI) has disks that are not encrypted
# description: |
#   An image (AMI) is a template from which machines are started. Disks that it does not encrypt stay in plain form in
#   every machine made of it, unless each of them or the account says otherwise, and a shared or leaked snapshot can
#   be read by who receives it.
#
#   Copying an image with encryption is one argument, and machines start from it as before.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `encrypted` to `true`.
#   aliases: [CKV_AWS_204, CKV_AWS_235, AC_AWS_0005]
package policy.aws.ec2.unencrypted_image

import data.lib.ebs

deny contains {
	"resource": image.id,
	"path": ["ebs_block_device", i, "encrypted"],
	"needs": array.concat([{"resource": image.id, "path": ["ebs_block_device", i, "snapshot_id"]}], ebs.doubts(image.root)),
	"message": sprintf("Disk %s: %s", [object.get(disk, "device_name", i), message]),
} if {
	some image in input.resources.aws_ami
	not ebs.encrypts(image.root)
	some i, disk in image.attributes.ebs_block_device
	message := ebs.fault(disk)
}

deny contains {
	"resource": image.id,
	"path": ["encrypted"],
	"needs": ebs.doubts(image.root),
	"message": message,
} if {
	some image in input.resources.aws_ami_copy
	not ebs.encrypts(image.root)
	message := ebs.fault_of_new(image.attributes)
}
