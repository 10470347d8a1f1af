package policy.aws.ec2.unencrypted_disk_test

import data.policy.aws.ec2.unencrypted_disk

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := unencrypted_disk.deny with input.resources.aws_instance as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_root_disk if {
	messages({}) == {"The root disk is not described, and the default is no encryption"}
	messages({"root_block_device": [{"encrypted": false}]}) == {"Root disk: `encrypted` is `false`"}
	messages({"root_block_device": [{}]}) == {"Root disk: `encrypted` is not set, and the default is no encryption"}
	paths({}) == {["root_block_device", 0, "encrypted"]}
	paths({"root_block_device": [{"encrypted": true}]}) == set()
	paths({"launch_template": [{"id": "lt-1"}]}) == set()
}

test_other_disks if {
	disks := [{"device_name": "/dev/xvdb"}, {"no_device": true}, {"encrypted": true}, {"snapshot_id": "snap-1"}]
	some_machine := {"root_block_device": [{"encrypted": true}], "ebs_block_device": disks}
	messages(some_machine) == {"Disk /dev/xvdb: `encrypted` is not set, and the default is no encryption"}
	paths(some_machine) == {["ebs_block_device", 0, "encrypted"]}
}

test_templates if {
	mappings := [{"device_name": "/dev/xvda", "ebs": [{"encrypted": "false"}]}, {"device_name": "/dev/xvdb", "ebs": [{"encrypted": "true"}]}]
	template := {"id": "x", "root": ".", "attributes": {"block_device_mappings": mappings}}
	found := unencrypted_disk.deny with input.resources.aws_launch_template as [template]
	{finding.message | some finding in found} == {"Disk /dev/xvda: `encrypted` is `false`"}
}

test_root_disks_of_launch_configurations if {
	configuration := {"id": "x", "root": ".", "attributes": {"root_block_device": [{"encrypted": false}]}}
	found := unencrypted_disk.deny with input.resources.aws_launch_configuration as [configuration]
	{finding.message | some finding in found} == {"Root disk: `encrypted` is `false`"}
}

test_disks_of_images_of_ones_own if {
	mappings := [{"device_name": "/dev/xvda", "ebs": [{}]}, {"device_name": "/dev/sdf", "ebs": [{}]}]
	reference := {"kind": "aws_ami_copy", "index": 0, "via": ["image_id"]}
	template := {"id": "x", "root": ".", "attributes": {"block_device_mappings": mappings}, "references": [reference]}
	found := unencrypted_disk.deny with input.resources as {"aws_launch_template": [template], "aws_ami_copy": [{"id": "y", "unknown": []}]}
	{finding.needs[0].path | some finding in found} == {["block_device_mappings", i, "ebs", 0, "snapshot_id"] | some i in [0, 1]}
	{finding.needs[1].path | some finding in found} == {["image_id"], ["block_device_mappings", 1, "device_name"]}
}
