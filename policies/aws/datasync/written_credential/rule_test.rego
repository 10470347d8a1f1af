package policy.aws.datasync.written_credential_test

import data.policy.aws.datasync.written_credential

findings(attributes) := found if {
	found := written_credential.deny with input.resources as {"aws_datasync_location_object_storage": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_written if {
	findings({"secret_key": "x"}) == {{"resource": "a", "path": ["secret_key"], "message": "`secret_key` is written in the code"}}
}

test_not_written if {
	findings({}) == set()
	findings({"secret_key": ""}) == set()
}

test_given_for_one_run if {
	location := {"id": "a", "attributes": {"secret_key": "x"}, "unknown": [], "given": [["secret_key"]]}
	written_credential.deny == set() with input.resources as {"aws_datasync_location_object_storage": [location]}
}
