package lib.ebs_test

import data.lib.ebs

setting(attributes, unknown) := {"aws_ebs_encryption_by_default": [{
	"id": "defaults",
	"root": ".",
	"attributes": attributes,
	"unknown": unknown,
}]}

test_account_that_encrypts if {
	ebs.encrypts(".") with input.resources as setting({}, [])
	ebs.encrypts(".") with input.resources as setting({"enabled": true}, [])
	not ebs.encrypts("other") with input.resources as setting({}, [])
	not ebs.encrypts(".") with input.resources as setting({"enabled": "false"}, [])
	not ebs.encrypts(".") with input.resources as setting({}, [["enabled"]])
	not ebs.encrypts(".") with input.resources as {}
}

test_doubts if {
	found := ebs.doubts(".") with input.resources as setting({}, [["enabled"]])
	found == [{"resource": "defaults", "path": ["enabled"]}]
}

test_faults if {
	ebs.fault({"encrypted": false, "snapshot_id": "snap-1"}) == "`encrypted` is `false`"
	ebs.fault({}) == "`encrypted` is not set, and the default is no encryption"
	not ebs.fault({"encrypted": true})
	not ebs.fault({"snapshot_id": "snap-1"})
}

image(kind, attributes, unknown) := {kind: [{"id": "image", "attributes": attributes, "unknown": unknown}]}

doubts(kind, attributes, unknown) := found if {
	machine := {"id": "m", "references": [{"kind": kind, "index": 0, "via": ["ami"]}]}
	found := ebs.doubts_of_image(machine, "ami") with input.resources as image(kind, attributes, unknown)
}

test_images_of_ones_own if {
	doubts("data.aws_ami", {"owners": ["self"]}, []) == [{"resource": "m", "path": ["ami"]}]
	doubts("data.aws_ami", {"owners": ["amazon"]}, []) == []
	doubts("data.aws_ami", {"owners": []}, [["owners", 0]]) == [{"resource": "image", "path": ["owners", 0]}]
	doubts("data.aws_ami", {}, [["owners"], ["filter"]]) == [{"resource": "image", "path": ["owners"]}]
	doubts("aws_ami_copy", {}, []) == [{"resource": "m", "path": ["ami"]}]
	doubts("aws_ssm_parameter", {}, []) == []
}

test_root_disks if {
	ebs.is_root({"device_name": "/dev/xvda"})
	not ebs.is_root({"device_name": "/dev/xvdb"})
	not ebs.is_root({})
}
