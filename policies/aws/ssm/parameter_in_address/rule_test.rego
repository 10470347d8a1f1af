package policy.aws.ssm.parameter_in_address_test

import data.policy.aws.ssm.parameter_in_address


findings(kind, attributes, attribute) := found if {
	reference := {"kind": kind, "index": 0, "via": ["url"], "reads": [[attribute]]}
	resources := {
		kind: [{"id": "s", "address": "the.secret", "kind": kind, "attributes": attributes}],
		"data.http": [{"id": "h", "attributes": {}, "references": [reference]}],
	}
	found := parameter_in_address.deny with input.resources as resources
}

test_secret_in_address if {
	findings("aws_ssm_parameter", {"type": "SecureString"}, "value") == {{
		"resource": "h",
		"path": ["url"],
		"by_reference": true,
		"evidence": [{"resource": "s", "path": [], "note": "the secret"}],
		"message": "The address holds the.secret",
	}}
	count(findings("data.aws_secretsmanager_secret_version", {}, "secret_string")) == 1
	count(findings("random_password", {}, "result")) == 1
}

test_no_secret if {
	findings("aws_ssm_parameter", {"type": "SecureString"}, "name") == set()
	findings("aws_ssm_parameter", {"type": "String"}, "value") == set()
	findings("data.aws_secretsmanager_secret_version", {}, "arn") == set()
	findings("random_password", {}, "length") == set()
}
