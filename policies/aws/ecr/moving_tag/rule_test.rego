package policy.aws.ecr.moving_tag_test

import data.policy.aws.ecr.moving_tag

found(attributes, image, unknown) := denied if {
	denied := moving_tag.deny with input as {
		"workloads": [{"id": "p", "kind": "Pod", "index": 0, "path": ["spec"], "containers": [
			{"path": ["spec", "containers", 0], "spec": {"image": image}},
		]}],
		"resources": {
			"aws_ecr_repository": [{"id": "r", "root": ".", "attributes": attributes, "referred_by": [
				{"id": "p", "kind": "Pod", "index": 0, "relation": "pulls", "via": ["spec", "containers", 0, "image"]},
			]}],
			"Pod": [{"id": "p", "address": "Pod.shop.p", "unknown": unknown}],
		},
	}
}

test_a_moving_tag_is_denied if {
	some denied in found({}, "shop:latest", [])
	denied.resource == "r"
	denied.path == ["image_tag_mutability"]
	denied.evidence[0].resource == "p"
}

test_versions_and_kept_tags_pass if {
	found({}, "shop:1.2", []) == set()
	found({"image_tag_mutability": "IMMUTABLE"}, "shop:latest", []) == set()
}

test_an_image_that_is_unknown_is_needed if {
	some denied in found({}, "", [["spec", "containers"]])
	denied.needs == [{"resource": "p", "path": ["spec", "containers"]}]
}
