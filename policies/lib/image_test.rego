package lib.image_test

import data.lib.image

test_tags_that_move if {
	image.moving("registry.example.com:5000/shop") == "which has no tag"
	contains(image.moving("shop:latest"), "latest")
	contains(image.moving("registry.example.com:5000/shop:production"), "production")
}

test_what_is_pinned_or_not_settled if {
	every one in ["shop:1.4", "shop:latest@sha256:ab", "shop@sha256:ab", "shop:${TAG}", "{{ image }}", "", null] {
		not image.moving(one)
	}
}

repository := {"referred_by": [
	{"kind": "Pod", "index": 0, "relation": "pulls", "via": ["spec", "image"]},
	{"kind": "Pod", "index": 0, "relation": "refers", "via": ["spec", "image"]},
	{"kind": "Pod", "index": 1, "relation": "pulls", "via": ["spec", "image"]},
]}

pods := [
	{"id": "a", "attributes": {"spec": {"image": "shop"}}, "unknown": []},
	{"id": "b", "attributes": {}, "unknown": [["spec", "image"]]},
]

test_uses_are_those_that_pull if {
	uses := image.pulled(repository) with input.resources as {"Pod": pods}
	[use.user.id | some use in uses] == ["a"]
}

unclear(path) := found if {
	found := image.unclear with input as {
		"workloads": [{"id": "p", "kind": "Pod", "index": 0, "path": ["spec"]}],
		"resources": {"Pod": [{"id": "p", "unknown": [path]}]},
	}
}

test_images_that_are_unknown_are_unclear if {
	every path in [["spec"], ["spec", "containers"], ["spec", "containers", 0], ["spec", "containers", 0, "image"]] {
		unclear(path) == [{"resource": "p", "path": path}]
	}
	every path in [["metadata"], ["spec", "containers", 0, "name"], ["spec", "volumes"]] {
		unclear(path) == []
	}
}

test_so_are_those_of_what_is_no_pod if {
	path := ["template", 0, "containers", 0, "image"]
	found := image.unclear with input as {"workloads": [], "resources": {"google_cloud_run_v2_service": [{"id": "s", "unknown": [path, ["name"]]}]}}
	found == [{"resource": "s", "path": path}]
}
