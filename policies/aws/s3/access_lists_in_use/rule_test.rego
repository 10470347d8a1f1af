package policy.aws.s3.access_lists_in_use_test

import data.policy.aws.s3.access_lists_in_use

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := access_lists_in_use.deny with input.resources.aws_s3_bucket_ownership_controls as [resource]
}

test_ownership if {
	every ownership in ["BucketOwnerPreferred", "ObjectWriter"] {
		paths({"rule": [{"object_ownership": ownership}]}) == {["rule", 0, "object_ownership"]}
	}
	paths({"rule": [{"object_ownership": "BucketOwnerEnforced"}]}) == set()
}
