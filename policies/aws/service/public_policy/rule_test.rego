package policy.aws.service.public_policy_test

import data.policy.aws.service.public_policy

findings(kind, argument, change) := found if {
	statement := object.union({"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}, change)
	resource := {"id": "x", "root": ".", "attributes": {argument: {"Statement": [statement]}}, "unknown": []}
	found := public_policy.deny with input.resources as {kind: [resource]}
}

test_open if {
	every kind, thing in public_policy.with_policy {
		findings(kind, "policy", {}) == {{
			"resource": "x",
			"path": ["policy", "Statement", 0, "Principal"],
			"needs": [],
			"message": sprintf("The statement lets anybody use the %s", [thing]),
		}}
	}
	count(findings("aws_cloudwatch_log_destination_policy", "access_policy", {})) == 1
	every kind, _ in public_policy.with_document {
		count(findings(kind, "policy_document", {})) == 1
	}
}

test_narrow if {
	every change in [
		{"Effect": "Deny"},
		{"Principal": {"AWS": "arn:aws:iam::111122223333:root"}},
		{"Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}},
	] {
		findings("aws_secretsmanager_secret_policy", "policy", change) == set()
	}
}

test_file_system_in_its_network if {
	every value, count_of in {"true": 0, "false": 1} {
		change := {"Condition": {"Bool": {"elasticfilesystem:AccessedViaMountTarget": value}}}
		count(findings("aws_efs_file_system_policy", "policy", change)) == count_of
	}
}

test_a_statement_that_allows_nothing if {
	findings("aws_efs_file_system_policy", "policy", {"Action": ""}) == set()
	findings("aws_efs_file_system_policy", "policy", {"Action": [""]}) == set()
	count(findings("aws_efs_file_system_policy", "policy", {"Action": ["", "elasticfilesystem:ClientMount"]})) == 1
}
