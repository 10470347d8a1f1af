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
