package policy.aws.docdb.unencrypted_transit_test

import data.policy.aws.docdb.unencrypted_transit

findings(attributes) := found if {
	found := unencrypted_transit.deny with input.resources as {"aws_docdb_cluster_parameter_group": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_disabled if {
	findings({"parameter": [{"name": "audit_logs", "value": "disabled"}, {"name": "tls", "value": "disabled"}]}) == {{
		"resource": "a",
		"path": ["parameter", 1, "value"],
		"message": "The parameter `tls` is `disabled`",
	}}
}

test_enabled if {
	findings({}) == set()
	findings({"parameter": [{"name": "tls", "value": "enabled"}]}) == set()
	findings({"parameter": [{"name": "tls", "value": "tls1.2+"}]}) == set()
}
