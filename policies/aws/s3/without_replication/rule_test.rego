package policy.aws.s3.without_replication_test

import data.policy.aws.s3.without_replication

paths(attributes, settings, referred_by) := {finding.path | some finding in found} if {
	bucket := {"id": "b", "root": ".", "attributes": attributes, "unknown": [], "referred_by": referred_by}
	found := without_replication.deny with input.resources as object.union({"aws_s3_bucket": [bucket]}, settings)
}

replication(statuses) := {"aws_s3_bucket_replication_configuration": [{
	"id": "r",
	"root": ".",
	"attributes": {"rule": [{"status": status} | some status in statuses]},
	"references": [{"kind": "aws_s3_bucket", "index": 0, "via": ["bucket"]}],
}]}

here := [{"kind": "aws_s3_bucket_replication_configuration", "index": 0, "via": ["bucket"]}]

test_none if paths({}, {}, []) == {[]}

test_in_the_bucket if {
	paths({"replication_configuration": [{"rules": [{"status": "Disabled"}]}]}, {}, []) == {["replication_configuration", 0, "rules", 0, "status"]}
	paths({"replication_configuration": [{"rules": [{"status": "Disabled"}, {"status": "Enabled"}]}]}, {}, []) == set()
}

test_beside_the_bucket if {
	paths({}, replication(["Disabled", "Disabled"]), here) == {["rule", 0, "status"]}
	paths({}, replication(["Disabled", "Enabled"]), here) == set()
}

test_where_the_copies_go if {
	paths({}, {}, [{"kind": "aws_s3_bucket_replication_configuration", "index": 0, "via": ["rule", 0, "destination", 0, "bucket"]}]) == set()
}
