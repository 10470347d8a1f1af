package lib.image_test

import data.lib.image

test_tags_that_move if {
	image.moving("registry.example.com:5000/shop") == "which has no tag"
	contains(image.moving("shop:latest"), "latest")
	contains(image.moving("registry.example.com:5000/shop:production"), "production")
}

test_what_is_pinned_or_not_settled if {
	every one in ["shop:1.4", "shop:latest@sha256:ab", "shop@sha256:ab", "shop:${TAG}", "{{ image }}", "IMAGE_URL", "quay.io/acme/<app>", "", null] {
		not image.moving(one)
	}
}

pulls(kind, via) := {"referred_by": [
	{"id": "a", "kind": kind, "index": 0, "relation": "pulls", "via": via},
	{"id": "a", "kind": kind, "index": 0, "relation": "refers", "via": via},
]}

pulled(kind, via, given) := [[use.user, use.image] | some use in uses] if {
	uses := image.pulled(pulls(kind, via), []) with input as given
}

test_uses_are_those_that_pull if {
	given := {"resources": {"Pod": [{"address": "Pod.shop.a"}]}, "workloads": [{"id": "a", "containers": [
		{"path": ["spec", "containers", 0], "spec": {"image": "shop"}},
		{"path": ["spec", "containers", 1], "spec": {"image": "other"}},
	]}]}
	pulled("Pod", ["spec", "containers", 0, "image"], given) == [["a", "shop"]]
}

other(kind, attributes) := {"workloads": [], "resources": {kind: [{"id": "a", "address": "it", "attributes": attributes}]}}

in_tasks(via, given) := [used.image | some used in found] if {
	found := image.in_tasks(pulls("aws_ecs_task_definition", via)) with input as given
}

in_services(kind, via, given) := [used.image | some used in found] if {
	found := image.in_services(pulls(kind, via)) with input as given
}

test_tasks_and_services_pull_too if {
	task := other("aws_ecs_task_definition", {"container_definitions": [{"image": "shop"}]})
	in_tasks(["container_definitions", 0, "image"], task) == ["shop"]
	service := other("google_cloud_run_v2_service", {"template": [{"containers": [{"image": "shop"}]}]})
	in_services("google_cloud_run_v2_service", ["template", 0, "containers", 0, "image"], service) == ["shop"]
	first := other("google_cloud_run_service", {"template": [{"spec": [{"containers": [{"image": "shop"}]}]}]})
	in_services("google_cloud_run_service", ["template", 0, "spec", 0, "containers", 0, "image"], first) == ["shop"]
}

test_others_use_it_too if {
	used := {"reference": {"id": "a", "kind": "aws_ecs_task_definition", "index": 0, "via": []}, "image": "shop"}
	uses := image.pulled({"referred_by": []}, [used]) with input as other("aws_ecs_task_definition", {})
	[[use.title, use.image] | some use in uses] == [["it", "shop"]]
}

unclear(path) := found if {
	found := image.unclear({"root": "terraform"}, {}) with input as {
		"workloads": [{"id": "p", "kind": "Pod", "index": 0, "path": ["spec"]}],
		"resources": {"Pod": [{"id": "p", "unknown": [path]}]},
	}
}

test_a_repository_without_a_known_name_is_unclear if {
	named := {"id": "r", "root": "terraform", "unknown": [["tags"], ["name"]]}
	found := image.unclear(named, {}) with input as {"workloads": [], "resources": {}}
	found == [{"resource": "r", "path": ["name"]}]
}

test_images_that_are_unknown_are_unclear if {
	every path in [["spec"], ["spec", "containers"], ["spec", "containers", 0], ["spec", "containers", 0, "image"]] {
		unclear(path) == [{"resource": "p", "path": path}]
	}
	every path in [["metadata"], ["spec", "containers", 0, "name"], ["spec", "volumes"]] {
		unclear(path) == []
	}
}

test_so_are_those_of_the_same_root if {
	path := ["template", 0, "containers", 0, "image"]
	services := [{"id": "s", "root": "terraform", "unknown": [path, ["name"]]}]
	given := {"workloads": [], "resources": {"google_cloud_run_v2_service": services}}
	unknown := image.unknown_in_services with input as given
	unknown == {"terraform": [{"resource": "s", "path": path}]}
	found := image.unclear({"root": "terraform"}, unknown) with input as given
	found == [{"resource": "s", "path": path}]
	none := image.unclear({"root": "other"}, unknown) with input as given
	none == []
}

test_so_are_those_of_tasks if {
	tasks := [{"id": "t", "root": ".", "unknown": [["container_definitions", 0, "image"], ["family"]]}]
	unknown := image.unknown_in_tasks with input.resources.aws_ecs_task_definition as tasks
	unknown == {".": [{"resource": "t", "path": ["container_definitions", 0, "image"]}]}
}
