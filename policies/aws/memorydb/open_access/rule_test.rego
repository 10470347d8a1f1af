package policy.aws.memorydb.open_access_test

import data.policy.aws.memorydb.open_access

findings(attributes) := found if {
	found := open_access.deny with input.resources as {"aws_memorydb_cluster": [{"id": "a", "attributes": attributes}]}
}

test_open if {
	findings({"acl_name": "open-access"}) == {{
		"resource": "a",
		"path": ["acl_name"],
		"message": "Whoever reaches the port may use the cluster: `acl_name` is `open-access`",
	}}
}

test_list_of_its_own if {
	findings({"acl_name": "sessions"}) == set()
	findings({}) == set()
}
