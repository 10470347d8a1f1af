package policy.google.artifact.moving_tag_test

import data.policy.google.artifact.moving_tag

found(attributes, pod) := denied if {
	links := [{"kind": "Pod", "index": 0, "relation": "pulls", "via": ["image"]} | some _ in object.get(pod, "attributes", [])]
	denied := moving_tag.deny with input as {
		"workloads": [{"id": "p", "kind": "Pod", "index": 0, "path": ["spec"]}],
		"resources": {
			"google_artifact_registry_repository": [{"id": "r", "attributes": attributes, "referred_by": links}],
			"Pod": [object.union({"id": "p", "address": "Pod.shop", "unknown": []}, pod)],
		},
	}
}

test_a_moving_tag_is_denied if {
	some denied in found({}, {"attributes": {"image": "shop:latest"}})
	denied.resource == "r"
	denied.path == ["docker_config", 0, "immutable_tags"]
	denied.evidence[0].resource == "p"
}

test_versions_and_kept_tags_pass if {
	found({}, {"attributes": {"image": "shop:1.2"}}) == set()
	found({"docker_config": [{"immutable_tags": true}]}, {"attributes": {"image": "shop:latest"}}) == set()
}

test_an_image_that_is_unknown_is_needed if {
	some denied in found({}, {"unknown": [["spec", "containers"]]})
	denied.needs == [{"resource": "p", "path": ["spec", "containers"]}]
}
