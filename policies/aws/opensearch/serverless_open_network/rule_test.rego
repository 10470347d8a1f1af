package policy.aws.opensearch.serverless_open_network_test

import data.policy.aws.opensearch.serverless_open_network

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := serverless_open_network.deny with input.resources.aws_opensearchserverless_security_policy as [resource]
}

of(rule) := {"type": "network", "policy": [rule]}

test_public if {
	paths(of({"AllowFromPublic": true, "Rules": [{"ResourceType": "collection"}]})) == {["policy", 0, "AllowFromPublic"]}
	paths(of({"AllowFromPublic": true})) == {["policy", 0, "AllowFromPublic"]}
	paths(of({"AllowFromPublic": false, "SourceVPCEs": ["vpce-1"]})) == set()
	paths({"type": "encryption", "policy": {"AWSOwnedKey": true}}) == set()
}
