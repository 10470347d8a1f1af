package policy.aws.mwaa.public_page_test

import data.policy.aws.mwaa.public_page

findings(attributes) := found if {
	found := public_page.deny with input.resources as {"aws_mwaa_environment": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_public if {
	findings({"webserver_access_mode": "PUBLIC_ONLY"}) == {{
		"resource": "a",
		"path": ["webserver_access_mode"],
		"message": "`webserver_access_mode` is `PUBLIC_ONLY`",
	}}
}

test_private if {
	findings({}) == set()
	findings({"webserver_access_mode": "PRIVATE_ONLY"}) == set()
}
