package policy.aws.redshift.unencrypted_test

import data.policy.aws.redshift.unencrypted

findings(attributes) := found if {
	found := unencrypted.deny with input.resources as {"aws_redshift_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"encrypted": false}) == {{"resource": "a", "path": ["encrypted"], "message": "`encrypted` is `false`"}}
	count(findings({"encrypted": "false", "snapshot_identifier": "x"})) == 1
}

test_encrypted if {
	findings({"encrypted": true}) == set()
}

test_encrypted_by_default if {
	findings({}) == set()
}

old(attributes) := found if {
	found := unencrypted.deny with input as {
		"providers": [{"root": "live", "source": "registry.terraform.io/hashicorp/aws", "constraints": ["~> 5.0"]}],
		"resources": {"aws_redshift_cluster": [{"id": "a", "root": "live", "attributes": attributes}]},
	}
}

test_not_encrypted_by_default_before_version_6 if {
	old({}) == {{
		"resource": "a",
		"path": ["encrypted"],
		"needs": [{"resource": "a", "path": ["snapshot_identifier"]}, {"resource": "a", "path": ["snapshot_arn"]}],
		"message": "`encrypted` is not set, and the default is `false` before version 6 of the provider",
	}}
	old({"encrypted": true}) == set()
	old({"snapshot_identifier": "nightly"}) == set()
	old({"snapshot_arn": "arn:x"}) == set()
}
