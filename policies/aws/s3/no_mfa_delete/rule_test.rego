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
	every status in ["Disabled", "Suspended"] {
		paths(configuration({"status": status})) == set()
	}
	paths(configuration({"mfa_delete": "Enabled"})) == set()
}

bucket(id, attributes, unknown) := {"id": id, "attributes": attributes, "unknown": unknown}

test_buckets if {
	buckets := [
		bucket("a", {"versioning": [{"enabled": true}]}, []),
		bucket("b", {"versioning": [{"enabled": true, "mfa_delete": true}]}, []),
		bucket("c", {}, []),
		bucket("d", {"versioning": [{"enabled": false}]}, []),
		bucket("e", {"versioning": [{}]}, []),
		bucket("f", {"versioning": [{}]}, [["versioning", 0, "enabled"]]),
	]
	found := no_mfa_delete.deny with input.resources.aws_s3_bucket as buckets
	{finding.resource | some finding in found} == {"a", "f"}
	{need.resource | some finding in found; some need in finding.needs} == {"f"}
}
