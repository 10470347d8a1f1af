package policy.aws.redshift.unencrypted_transit_test

import data.policy.aws.redshift.unencrypted_transit

findings(attributes) := found if {
	found := unencrypted_transit.deny with input.resources as {"aws_redshift_parameter_group": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings({"family": "redshift-2.0", "parameter": [{"name": "require_ssl", "value": "false"}]}) == {{
		"resource": "a",
		"path": ["parameter", 0, "value"],
		"message": "The parameter `require_ssl` is `false`",
	}}
}

test_not_set if {
	findings({"family": "redshift-1.0"}) == {{
		"resource": "a",
		"path": ["parameter"],
		"message": "The parameter `require_ssl` is not set, and the default is `false`",
		"needs": [{"resource": "a", "path": ["family"]}],
	}}
	count(findings({"family": "redshift-1.0", "parameter": [{"name": "query_group", "value": "x"}]})) == 1
}

test_on if {
	findings({"family": "redshift-1.0", "parameter": [{"name": "require_ssl", "value": "true"}]}) == set()
	findings({"family": "redshift-2.0"}) == set()
}
