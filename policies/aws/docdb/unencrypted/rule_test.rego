package policy.aws.docdb.unencrypted_test

import data.policy.aws.docdb.unencrypted

findings(attributes) := found if {
	found := unencrypted.deny with input.resources as {"aws_docdb_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"storage_encrypted": false}) == {{
		"resource": "a",
		"path": ["storage_encrypted"],
		"message": "`storage_encrypted` is `false`",
		"needs": needs,
	}}
	count(findings({"storage_encrypted": "false", "snapshot_identifier": ""})) == 1
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["storage_encrypted"],
		"message": "`storage_encrypted` is not set, and the default is `false`",
		"needs": needs,
	}}
}

needs := [{"resource": "a", "path": [name]} | some name in ["snapshot_identifier", "restore_to_point_in_time", "global_cluster_identifier"]]

test_encrypted if {
	findings({"storage_encrypted": true}) == set()
	findings({"storage_encrypted": "true"}) == set()
}

test_encrypted_as_its_source if {
	every said in [{}, {"storage_encrypted": false}] {
		findings(object.union(said, {"snapshot_identifier": "x"})) == set()
		findings(object.union(said, {"restore_to_point_in_time": [{"a": "b"}]})) == set()
		findings(object.union(said, {"global_cluster_identifier": "x"})) == set()
	}
}
