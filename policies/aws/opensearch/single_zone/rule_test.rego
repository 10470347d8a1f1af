package policy.aws.opensearch.single_zone_test

import data.policy.aws.opensearch.single_zone

findings(kind, attributes) := found if {
	found := single_zone.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_one_zone if {
	findings("aws_opensearch_domain", {"cluster_config": [{"dedicated_master_count": 3}]}) == {{
		"resource": "a",
		"path": ["cluster_config", 0, "zone_awareness_enabled"],
		"message": "`zone_awareness_enabled` is not set, and the default is `false`",
	}}
	count(findings("aws_opensearch_domain", {"cluster_config": [{"dedicated_master_count": 3, "zone_awareness_enabled": false}]})) == 1
	findings("aws_elasticsearch_domain", {"cluster_config": [{"dedicated_master_count": 3}]}) == {{
		"resource": "a",
		"path": ["cluster_config", 0, "zone_awareness_enabled"],
		"message": "`zone_awareness_enabled` is not set, and the default is `false`",
	}}
}

test_few_masters if {
	findings("aws_opensearch_domain", {"cluster_config": [{"zone_awareness_enabled": true}]}) == {{
		"resource": "a",
		"path": ["cluster_config", 0, "dedicated_master_count"],
		"message": "`dedicated_master_count` is not set, and the default of 0 is less than 3",
	}}
}

test_spread if {
	findings("aws_opensearch_domain", {"cluster_config": [{"dedicated_master_count": 3, "zone_awareness_enabled": true}]}) == set()
}
