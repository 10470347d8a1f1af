package policy.kubernetes.api.removed_version_test

import data.policy.kubernetes.api.removed_version

api := {
	"id": "d",
	"kind": "Deployment",
	"index": 0,
	"api_version": "apps/v1beta1",
	"removed": true,
	"since": "1.16",
	"replacement": "apps/v1",
	"target": "1.30",
	"target_given": true,
	"unknown": [],
}

test_denies_removed if {
	apis := [api]
	found := removed_version.deny with input as {"outdated_apis": apis}
	found == {{"resource": "d", "path": ["apiVersion"], "message": "Deployment of apps/v1beta1 is not served since Kubernetes 1.16; use apps/v1"}}
}

test_allows_deprecated if {
	apis := [object.union(api, {"removed": false})]
	found := removed_version.deny with input as {"outdated_apis": apis}
	count(found) == 0
}
