package policy.aws.docdb.global_cluster_unencrypted_test

import data.policy.aws.docdb.global_cluster_unencrypted

findings(attributes) := found if {
	found := global_cluster_unencrypted.deny with input.resources as {"aws_docdb_global_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"storage_encrypted": false}) == {{
		"resource": "a",
		"path": ["storage_encrypted"],
		"message": "`storage_encrypted` is `false`",
		"needs": [{"resource": "a", "path": ["source_db_cluster_identifier"]}],
	}}
}

test_not_set if {
	findings({"source_db_cluster_identifier": ""}) == {{
		"resource": "a",
		"path": ["storage_encrypted"],
		"message": "`storage_encrypted` is not set, and the default is `false`",
		"needs": [{"resource": "a", "path": ["source_db_cluster_identifier"]}],
	}}
}

test_encrypted if {
	findings({"storage_encrypted": true}) == set()
}

test_encrypted_as_its_source if {
	findings({"source_db_cluster_identifier": "arn:x"}) == set()
}
