package policy.aws.ecr.mutable_tags_test

import data.policy.aws.ecr.mutable_tags

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := mutable_tags.deny with input.resources.aws_ecr_repository as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_tags if {
	messages({}) == {"`image_tag_mutability` is not set, and the default is `MUTABLE`"}
	paths({"image_tag_mutability": "MUTABLE"}) == {["image_tag_mutability"]}
	paths({"image_tag_mutability": "IMMUTABLE"}) == set()
}
