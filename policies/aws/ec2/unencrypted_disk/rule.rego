# METADATA
# title: EC2 machine has a disk that is not encrypted
# description: |
#   A machine's disks are EBS volumes. Without encryption their data lies in plain form on disks that AWS manages, in
#   every snapshot and in every image made of the machine, and can be read by whoever gets hold of one of these.
#
#   Encryption costs nothing and is not felt. A disk that says nothing about it is encrypted only if the account
#   encrypts all disks, or the image or snapshot that it is made of is encrypted.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `encrypted` to `true` in `root_block_device` and in every other disk, or have the account encrypt all new
#     disks with an `aws_ebs_encryption_by_default`.
#   aliases: [CKV_AWS_8, AWS-0008, AWS-0131, AC_AWS_0167]
package policy.aws.ec2.unencrypted_disk

import data.lib.attribute
import data.lib.ebs

deny contains {
	"resource": machine.id,
	"path": ["root_block_device", 0, "encrypted"],
	"needs": array.concat(
		[{"resource": machine.id, "path": ["launch_template", 0]}],
		array.concat(ebs.doubts(machine.root), ebs.doubts_of_image(machine, "ami")),
	),
	"message": message,
} if {
	some kind in {"aws_instance", "aws_spot_instance_request"}
	some machine in input.resources[kind]
	not ebs.encrypts(machine.root)
	not takes_template(machine)
	message := root_fault(object.get(machine.attributes, "root_block_device", []))
}

deny contains {
	"resource": template.id,
	"path": ["root_block_device", 0, "encrypted"],
	"needs": array.concat(ebs.doubts(template.root), ebs.doubts_of_image(template, "image_id")),
	"message": message,
} if {
	some template in input.resources.aws_launch_configuration
	not ebs.encrypts(template.root)
	message := root_fault(object.get(template.attributes, "root_block_device", []))
}

deny contains {
	"resource": machine.id,
	"path": ["ebs_block_device", i, "encrypted"],
	"needs": array.concat(
		[{"resource": machine.id, "path": ["ebs_block_device", i, argument]} | some argument in arguments],
		ebs.doubts(machine.root),
	),
	"message": sprintf("Disk %s: %s", [object.get(disk, "device_name", i), message]),
} if {
	some kind, arguments in {
		"aws_instance": ["snapshot_id"],
		"aws_launch_configuration": ["no_device", "snapshot_id"],
		"aws_spot_instance_request": ["snapshot_id"],
	}
	some machine in input.resources[kind]
	not ebs.encrypts(machine.root)
	some i, disk in machine.attributes.ebs_block_device
	not attribute.is_true(disk.no_device)
	message := ebs.fault(disk)
}

deny contains {
	"resource": template.id,
	"path": ["block_device_mappings", i, "ebs", j, "encrypted"],
	"needs": array.concat(
		[{"resource": template.id, "path": ["block_device_mappings", i, "ebs", j, "snapshot_id"]}],
		array.concat(ebs.doubts(template.root), doubts_of_mapping(template, i)),
	),
	"message": sprintf("Disk %s: %s", [object.get(mapping, "device_name", i), message]),
} if {
	some template in input.resources.aws_launch_template
	not ebs.encrypts(template.root)
	some i, mapping in template.attributes.block_device_mappings
	some j, disk in mapping.ebs
	message := ebs.fault(disk)
}

root_fault([]) := "The root disk is not described, and the default is no encryption"

root_fault(blocks) := sprintf("Root disk: %s", [ebs.fault_of_new(block)]) if some block in blocks

takes_template(machine) if count(object.get(machine.attributes, "launch_template", [])) > 0

# Other disks than the root disk are no part of the image.
doubts_of_mapping(template, i) := [doubt |
	some found in ebs.doubts_of_image(template, "image_id")
	some doubt in by_name(template, i, found)
]

by_name(template, i, doubt) := [doubt] if ebs.is_root(template.attributes.block_device_mappings[i])

by_name(template, i, _) := [{"resource": template.id, "path": ["block_device_mappings", i, "device_name"]}] if {
	not ebs.is_root(template.attributes.block_device_mappings[i])
}
