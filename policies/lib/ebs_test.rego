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
