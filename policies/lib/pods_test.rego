package lib.pods_test

import data.lib.pods

document := {
	"workloads": [
		{"id": "d", "kind": "Deployment", "index": 0, "path": ["spec", "template", "spec"], "labels": {"app": "cart", "tier": "web"}, "containers": []},
		{"id": "p", "kind": "Pod", "index": 0, "path": ["spec"], "labels": {"app": "cart"}, "containers": []},
	],
	"resources": {
		"Deployment": [{
			"id": "d", "root": "shop", "namespace": "web", "unknown": [],
			"referred_by": [{"id": "s", "kind": "Service", "index": 0, "via": ["spec", "selector"]}],
		}],
		"Pod": [{"id": "p", "root": "shop", "unknown": [], "referred_by": []}],
		"Service": [{"id": "s", "root": "shop", "references": [{"id": "d", "kind": "Deployment", "index": 0, "via": ["spec", "selector"]}]}],
	},
}

test_namespaces_with if {
	found := pods.namespaces_with("shop", {"app": "cart"}) with input as document
	found == {"web", "*"}
	fewer := pods.namespaces_with("shop", {"app": "cart", "tier": "web"}) with input as document
	fewer == {"web"}
}
test_wl if {
	found := pods.with_label with input as document
	count(found) == 2
}
test_wl3 if {
	found := object.get(pods.with_label, "shop\napp\ncart", set()) with input as document
	count(found) == 2
}
test_wl2 if {
	found := pods.label_key("a","b","c")
	found == "a\nb\nc"
}
