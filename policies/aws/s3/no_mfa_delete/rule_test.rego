package policy.aws.s3.no_mfa_delete_test

import data.policy.aws.s3.no_mfa_delete

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := no_mfa_delete.deny with input.resources.aws_s3_bucket_versioning as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

configuration(fields) := {"versioning_configuration": [fields]}

test_settings if {
	messages(configuration({"status": "Enabled"})) == {"`mfa_delete` is not set, and the default is `Disabled`"}
	paths(configuration({"mfa_delete": "Disabled"})) == {["versioning_configuration", 0, "mfa_delete"]}
	paths(configuration({"mfa_delete": "Enabled"})) == set()
}

test_buckets if {
	buckets := [{"id": "a", "attributes": {"versioning": [{"enabled": true}]}}, {"id": "b", "attributes": {"versioning": [{"mfa_delete": true}]}}, {"id": "c", "attributes": {}}]
	found := no_mfa_delete.deny with input.resources.aws_s3_bucket as buckets
	{finding.resource | some finding in found} == {"a"}
}
