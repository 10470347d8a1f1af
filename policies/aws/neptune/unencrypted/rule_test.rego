package policy.aws.neptune.unencrypted_test

import data.policy.aws.neptune.unencrypted

findings(attributes) := found if {
	found := unencrypted.deny with input.resources as {"aws_neptune_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"storage_encrypted": false}) == {{
		"resource": "a",
		"path": ["storage_encrypted"],
		"message": "`storage_encrypted` is `false`",
		"needs": [{"resource": "a", "path": ["snapshot_identifier"]}],
	}}
	count(findings({"storage_encrypted": "false", "global_cluster_identifier": "x"})) == 1
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["storage_encrypted"],
		"message": "`storage_encrypted` is not set, and the default is `false`",
		"needs": [{"resource": "a", "path": ["snapshot_identifier"]}, {"resource": "a", "path": ["replication_source_identifier"]}, {"resource": "a", "path": ["global_cluster_identifier"]}],
	}}
}

test_encrypted if {
	findings({"storage_encrypted": true}) == set()
	findings({"storage_encrypted": "true"}) == set()
}

test_encrypted_as_its_source if {
	findings({"snapshot_identifier": "x"}) == set()
	findings({"snapshot_identifier": "x", "storage_encrypted": false}) == set()
	findings({"replication_source_identifier": "x"}) == set()
	findings({"global_cluster_identifier": "x"}) == set()
}
