package lib.graph_test

import data.lib.graph

resources := {
	"bucket": [{
		"id": "bucket.a",
		"root": ".",
		"references": [],
		"referred_by": [
			{"id": "acl.x", "kind": "acl", "index": 1, "via": ["bucket"]},
			{"id": "log.y", "kind": "log", "index": 0, "via": ["target", 0, "name"]},
		],
	}],
	"acl": [
		{"id": "acl.w", "root": ".", "references": [], "unknown": [["bucket"]]},
		{
			"id": "acl.x",
			"root": ".",
			"references": [{"id": "bucket.a", "kind": "bucket", "index": 0, "via": ["bucket"]}],
			"unknown": [["bucket"]],
		},
		{"id": "acl.z", "root": "other", "references": [], "unknown": [["bucket"]]},
		{"id": "acl.many", "root": ".", "references": [], "unknown": [["acl"], ["bucket", "*"]]},
	],
	"log": [{"id": "log.y", "references": []}],
}

test_targets if {
	all := resources
	acl := all.acl[1]
	found := graph.targets(acl, "bucket") with input as {"resources": all}
	[resource.id | some resource in found] == ["bucket.a"]
	via := graph.targets_via(acl, "bucket", "bucket") with input as {"resources": all}
	count(via) == 1
	other := graph.targets_via(acl, "bucket", "policy") with input as {"resources": all}
	count(other) == 0
}

test_referrers if {
	all := resources
	bucket := all.bucket[0]
	found := graph.referrers(bucket, "acl") with input as {"resources": all}
	[resource.id | some resource in found] == ["acl.x"]
	via := graph.referrers_via(bucket, "log", "target") with input as {"resources": all}
	count(via) == 1
	other := graph.referrers_via(bucket, "log", "source") with input as {"resources": all}
	count(other) == 0
}

test_unresolved_is_what_may_belong_to_it if {
	all := resources
	found := graph.unresolved(all.bucket[0], "acl", "bucket") with input as {"resources": all}
	found == [{"resource": "acl.w", "path": ["bucket"]}, {"resource": "acl.many", "path": ["bucket"]}]
}
