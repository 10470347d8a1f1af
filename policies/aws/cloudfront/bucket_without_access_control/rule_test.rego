package policy.aws.cloudfront.bucket_without_access_control_test

import data.policy.aws.cloudfront.bucket_without_access_control

paths(origin, reads) := {finding.path | some finding in found} if {
	distribution := {
		"id": "x",
		"attributes": {"origin": [origin]},
		"references": [{"kind": "aws_s3_bucket", "index": 0, "via": ["origin", 0, "domain_name"], "reads": reads}],
	}
	found := bucket_without_access_control.deny with input.resources.aws_cloudfront_distribution as [distribution]
}

here := ["origin", 0, "origin_access_control_id"]

test_bucket_by_reference if {
	paths({}, [["bucket_regional_domain_name"]]) == {here}
	paths({"s3_origin_config": [{"origin_access_identity": ""}]}, [["bucket_domain_name"]]) == {here}
	paths({}, [["id"]]) == set()
	paths({"origin_access_control_id": "x"}, [["bucket_regional_domain_name"]]) == set()
	paths({"s3_origin_config": [{"origin_access_identity": "x"}]}, [["bucket_regional_domain_name"]]) == set()
	paths({"custom_origin_config": [{"http_port": 80}]}, [["bucket_regional_domain_name"]]) == set()
}

test_bucket_by_name if {
	every name in ["files.s3.amazonaws.com", "files.s3.eu-west-1.amazonaws.com", "files.s3-eu-west-1.amazonaws.com"] {
		paths({"domain_name": name}, []) == {here}
	}
	every name in ["files.s3-website-eu-west-1.amazonaws.com", "files.s3-website.eu-west-1.amazonaws.com", "shop.example.com"] {
		paths({"domain_name": name}, []) == set()
	}
}
