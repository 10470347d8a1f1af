package policy.aws.opensearch.unencrypted_between_nodes_test

import data.policy.aws.opensearch.unencrypted_between_nodes

findings(kind, attributes) := found if {
	found := unencrypted_between_nodes.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings("aws_opensearch_domain", {"cluster_config": [{"instance_count": 3}], "node_to_node_encryption": [{"enabled": false}]}) == {{
		"resource": "a",
		"path": ["node_to_node_encryption", 0, "enabled"],
		"message": "`node_to_node_encryption.enabled` is `false`",
		"needs": [{"resource": "a", "path": ["cluster_config", 0, "instance_count"]}],
	}}
	findings("aws_elasticsearch_domain", {"cluster_config": [{"instance_count": 3}], "node_to_node_encryption": [{"enabled": false}]}) == {{
		"resource": "a",
		"path": ["node_to_node_encryption", 0, "enabled"],
		"message": "`node_to_node_encryption.enabled` is `false`",
		"needs": [{"resource": "a", "path": ["cluster_config", 0, "instance_count"]}],
	}}
}

test_not_set if {
	count(findings("aws_opensearch_domain", {"cluster_config": [{"instance_count": "2"}]})) == 1
	count(findings("aws_opensearch_domain", {"cluster_config": [{"instance_count": 1, "dedicated_master_enabled": true}]})) == 1
}

test_encrypted if {
	findings("aws_opensearch_domain", {"cluster_config": [{"instance_count": 3}], "node_to_node_encryption": [{"enabled": true}]}) == set()
}

test_one_node if {
	findings("aws_opensearch_domain", {}) == set()
	findings("aws_opensearch_domain", {"cluster_config": [{"instance_count": 1}]}) == set()
	findings("aws_opensearch_domain", {"cluster_config": [{"instance_type": "t3.small.search"}]}) == set()
}
