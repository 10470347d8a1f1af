package policy.aws.rds.cluster_unencrypted_test

import data.policy.aws.rds.cluster_unencrypted

findings(attributes) := found if {
	found := cluster_unencrypted.deny with input.resources as {"aws_rds_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"storage_encrypted": false}) == {{
		"resource": "a",
		"path": ["storage_encrypted"],
		"message": "`storage_encrypted` is `false`",
		"needs": [{"resource": "a", "path": [name]} | some name in ["snapshot_identifier", "restore_to_point_in_time", "engine_mode"]],
	}}
	count(findings({"storage_encrypted": "false", "replication_source_identifier": "x"})) == 1
	count(findings({"storage_encrypted": false, "global_cluster_identifier": "x"})) == 1
}

test_not_set if {
	count(findings({"engine_mode": "provisioned"})) == 1
	count(findings({"snapshot_identifier": ""})) == 1
}

test_encrypted if {
	findings({"storage_encrypted": true}) == set()
}

test_encrypted_as_its_source if {
	every said in [{}, {"storage_encrypted": false}] {
		findings(object.union(said, {"snapshot_identifier": "nightly"})) == set()
		findings(object.union(said, {"restore_to_point_in_time": [{"use_latest_restorable_time": true}]})) == set()
	}
	findings({"replication_source_identifier": "x"}) == set()
	findings({"global_cluster_identifier": "x"}) == set()
}

test_serverless_is_always_encrypted if {
	findings({"engine_mode": "serverless"}) == set()
	findings({"engine_mode": "serverless", "storage_encrypted": false}) == set()
}
