package policy.aws.apigateway.unencrypted_cache_test

import data.policy.aws.apigateway.unencrypted_cache

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := unencrypted_cache.deny with input.resources.aws_api_gateway_method_settings as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

settings(fields) := {"settings": [fields]}

test_caches if {
	messages(settings({"caching_enabled": true})) == {"`cache_data_encrypted` is not set, and the default is `false`"}
	paths(settings({"caching_enabled": true, "cache_data_encrypted": false})) == {["settings", 0, "cache_data_encrypted"]}
	paths(settings({"caching_enabled": true, "cache_data_encrypted": true})) == set()
	paths(settings({"caching_enabled": false})) == set()
	paths(settings({})) == set()
}
