package policy.aws.apigateway.no_cache_test

import data.policy.aws.apigateway.no_cache

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := no_cache.deny with input.resources.aws_api_gateway_stage as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_stages if {
	messages({}) == {"`cache_cluster_enabled` is not set, and the default is `false`"}
	paths({"cache_cluster_enabled": false}) == {["cache_cluster_enabled"]}
	paths({"cache_cluster_enabled": true}) == set()
}

test_methods if {
	methods := [{"id": "x", "attributes": {"settings": [{"caching_enabled": true}]}}, {"id": "y", "attributes": {"settings": [{}]}}]
	found := no_cache.deny with input.resources.aws_api_gateway_method_settings as methods
	{finding.resource | some finding in found} == {"y"}
}
