package policy.aws.s3.no_versioning_test

import data.policy.aws.s3.no_versioning

findings(attributes, settings) := found if {
	bucket := {
		"id": "bucket",
		"root": ".",
		"attributes": attributes,
		"referred_by": [{"kind": "aws_s3_bucket_versioning", "index": i, "via": ["bucket"]} | some i, _ in settings],
	}
	found := no_versioning.deny with input.resources as {
		"aws_s3_bucket": [bucket],
		"aws_s3_bucket_versioning": [{"id": "v", "root": ".", "attributes": one, "references": [{"kind": "aws_s3_bucket", "via": ["bucket"]}]} | some one in settings],
	}
}

messages(attributes, settings) := {finding.message | some finding in findings(attributes, settings)}

status(word) := {"versioning_configuration": [{"status": word}]}

test_buckets if {
	messages({}, []) == {"Versioning is not set on the bucket"}
	messages({"versioning": [{"enabled": false}]}, []) == {"`enabled` is `false`"}
	messages({"versioning": [{}]}, []) == {"`enabled` is not set, and the default is `false`"}
	messages({"versioning": [{"enabled": true}]}, []) == set()
}

test_settings if {
	messages({}, [status("Suspended")]) == {"`status` is `Suspended`"}
	{[finding.at, finding.path] | some finding in findings({}, [{}])} == {["v", ["versioning_configuration", 0, "status"]]}
	messages({}, [status("Enabled")]) == set()
	messages({"versioning": [{"enabled": false}]}, [status("Enabled")]) == set()
}

test_locked_buckets if {
	messages({"object_lock_enabled": true}, []) == set()
	messages({"object_lock_enabled": false}, []) == {"Versioning is not set on the bucket"}
	messages({"object_lock_configuration": [{"object_lock_enabled": "Enabled"}]}, []) == set()
	bucket := {"id": "b", "root": ".", "attributes": {}, "referred_by": [{"kind": "aws_s3_bucket_object_lock_configuration", "index": 0, "via": ["bucket"]}]}
	found := no_versioning.deny with input.resources as {"aws_s3_bucket": [bucket], "aws_s3_bucket_object_lock_configuration": [{"id": "l"}]}
	found == set()
}
