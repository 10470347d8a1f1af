package policy.kubernetes.api.deprecated_version_test

import data.policy.kubernetes.api.deprecated_version

api := {
	"id": "d",
	"kind": "CronJob",
	"index": 0,
	"api_version": "batch/v1beta1",
	"removed": false,
	"since": "1.21",
	"until": "1.25",
	"replacement": "batch/v1",
	"target": "1.24",
	"target_given": true,
	"unknown": [],
}

test_denies_deprecated if {
	apis := [api]
	found := deprecated_version.deny with input as {"outdated_apis": apis}
	found == {{"resource": "d", "path": ["apiVersion"], "message": "CronJob of batch/v1beta1 is deprecated since Kubernetes 1.21 and gone in 1.25; use batch/v1"}}
}

test_denies_deprecated_without_an_end if {
	apis := [object.remove(api, ["until"])]
	found := deprecated_version.deny with input as {"outdated_apis": apis}
	some denied in found
	denied.message == "CronJob of batch/v1beta1 is deprecated since Kubernetes 1.21; use batch/v1"
}

test_allows_removed if {
	apis := [object.union(api, {"removed": true})]
	found := deprecated_version.deny with input as {"outdated_apis": apis}
	count(found) == 0
}
