package policy.aws.redshift.guessable_administrator_test

import data.policy.aws.redshift.guessable_administrator

findings(attributes) := found if {
	found := guessable_administrator.deny with input.resources as {"aws_redshift_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_guessable if {
	findings({"publicly_accessible": true, "master_username": "Administrator"}) == {{
		"resource": "a",
		"path": ["master_username"],
		"message": "The cluster is public, and its administrator is called `Administrator`",
		"needs": [{"resource": "a", "path": ["publicly_accessible"]}],
	}}
}

test_not_guessable if {
	findings({"publicly_accessible": true, "master_username": "lantern"}) == set()
}

test_not_public if {
	findings({"publicly_accessible": false, "master_username": "admin"}) == set()
}
