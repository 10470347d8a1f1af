package policy.aws.cloudtrail.bucket_without_access_log_test

import data.policy.aws.cloudtrail.bucket_without_access_log


resources(bucket, loggers) := {
	"aws_cloudtrail": [{"id": "trail", "address": "aws_cloudtrail.audit", "root": ".", "attributes": {}}],
	"aws_s3_bucket": [{
		"id": "bucket",
		"root": ".",
		"attributes": bucket,
		"referred_by": array.concat(
			[{"id": "trail", "kind": "aws_cloudtrail", "index": 0, "via": ["s3_bucket_name"]}],
			[{"id": "log", "kind": "aws_s3_bucket_logging", "index": 0, "via": ["bucket"]} | some _ in loggers],
		),
	}],
	"aws_s3_bucket_logging": loggers,
}

test_no_access_log if {
	all := resources({}, [])
	found := bucket_without_access_log.deny with input as {"resources": all}
	found == {{
		"resource": "bucket",
		"path": ["logging"],
		"needs": [],
		"evidence": [{"resource": "trail", "path": ["s3_bucket_name"], "note": "the trail writes here"}],
		"message": "aws_cloudtrail.audit writes here, and no `aws_s3_bucket_logging` is set on the bucket",
		"missing": "aws_s3_bucket_logging",
	}}
}

test_access_log if {
	old := resources({"logging": [{"target_bucket": "logs"}]}, [])
	in_bucket := bucket_without_access_log.deny with input as {"resources": old}
	in_bucket == set()
	new := resources({}, [{"id": "log", "attributes": {}, "root": ".", "references": [], "unknown": []}])
	beside := bucket_without_access_log.deny with input as {"resources": new}
	beside == set()
}
