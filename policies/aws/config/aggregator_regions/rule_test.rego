package policy.aws.config.aggregator_regions_test

import data.policy.aws.config.aggregator_regions

findings(attributes) := found if {
	found := aggregator_regions.deny with input.resources as {"aws_config_configuration_aggregator": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_listed if {
	findings({"account_aggregation_source": [{"regions": ["eu-west-1"]}]}) == {{
		"resource": "a",
		"path": ["account_aggregation_source", 0, "all_regions"],
		"message": "`account_aggregation_source.all_regions` is not set, and the default is `false`",
	}}
	findings({"organization_aggregation_source": [{"all_regions": false}]}) == {{
		"resource": "a",
		"path": ["organization_aggregation_source", 0, "all_regions"],
		"message": "`organization_aggregation_source.all_regions` is `false`",
	}}
}

test_no_source if {
	findings({}) == {{
		"resource": "a",
		"path": [],
		"message": "Nothing is collected: no source is set",
		"needs": [{"resource": "a", "path": ["account_aggregation_source"]}, {"resource": "a", "path": ["organization_aggregation_source"]}],
	}}
}

test_all if {
	findings({"account_aggregation_source": [{"all_regions": true}]}) == set()
	findings({"organization_aggregation_source": [{"all_regions": "true"}]}) == set()
}
