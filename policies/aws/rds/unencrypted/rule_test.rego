package policy.aws.rds.unencrypted_test

import data.policy.aws.rds.unencrypted

findings(attributes) := found if {
	found := unencrypted.deny with input.resources.aws_db_instance as [{"id": "db", "attributes": attributes}]
}

test_switched_off if {
	every value in [false, "false"] {
		findings({"storage_encrypted": value, "kms_key_id": "arn:aws:kms:eu-west-1:1:key/a"}) == {{
			"resource": "db",
			"path": ["storage_encrypted"],
			"needs": needs,
			"message": "`storage_encrypted` is `false`",
		}}
	}
}

needs := [
	{"resource": "db", "path": ["replicate_source_db"]},
	{"resource": "db", "path": ["snapshot_identifier"]},
	{"resource": "db", "path": ["restore_to_point_in_time", 0]},
	{"resource": "db", "path": ["engine"]},
]

test_not_set if {
	findings({"engine": "postgres", "snapshot_identifier": ""}) == {{
		"resource": "db",
		"path": ["storage_encrypted"],
		"needs": needs,
		"message": "`storage_encrypted` is not set, and the default is `false`",
	}}
}

test_encrypted if {
	findings({"storage_encrypted": true}) == set()
	findings({"storage_encrypted": "true"}) == set()
}

test_encrypted_as_the_source if {
	every said in [{}, {"storage_encrypted": false}] {
		findings(object.union(said, {"replicate_source_db": "orders"})) == set()
		findings(object.union(said, {"snapshot_identifier": "before-upgrade"})) == set()
		findings(object.union(said, {"restore_to_point_in_time": [{"use_latest_restorable_time": true}]})) == set()
	}
}

test_express_edition_cannot_be_encrypted if {
	findings({"engine": "sqlserver-ex", "storage_encrypted": false}) == set()
	findings({"engine": "sqlserver-ex"}) == set()
	count(findings({"engine": "sqlserver-se"})) == 1
}
