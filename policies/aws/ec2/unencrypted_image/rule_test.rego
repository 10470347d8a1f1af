package policy.aws.ec2.unencrypted_image_test

import data.policy.aws.ec2.unencrypted_image

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := unencrypted_image.deny with input.resources.aws_ami as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_images if {
	disks := [{"device_name": "/dev/xvda"}, {"encrypted": true}, {"snapshot_id": "snap-1"}]
	messages({"ebs_block_device": disks}) == {"Disk /dev/xvda: `encrypted` is not set, and the default is no encryption"}
	paths({"ebs_block_device": disks}) == {["ebs_block_device", 0, "encrypted"]}
	paths({}) == set()
}

test_copies if {
	copies := [{"id": "a", "root": ".", "attributes": {}}, {"id": "b", "root": ".", "attributes": {"encrypted": true}}]
	found := unencrypted_image.deny with input.resources.aws_ami_copy as copies
	{finding.resource | some finding in found} == {"a"}
}
