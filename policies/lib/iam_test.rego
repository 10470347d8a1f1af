package lib.iam_test

import data.lib.iam

test_a_statement_or_a_list_of_them if {
	iam.statements({"Statement": [{"Sid": "a"}, {"Sid": "b"}]}) == [
		{"path": ["Statement", 0], "body": {"Sid": "a"}},
		{"path": ["Statement", 1], "body": {"Sid": "b"}},
	]
	iam.statements({"Statement": {"Sid": "a"}}) == [{"path": ["Statement"], "body": {"Sid": "a"}}]
	not iam.statements({})
	not iam.statements("text")
}

test_wildcards_that_are_allowed if {
	iam.allowed_wildcards({"Statement": {"Effect": "Allow", "Action": "*"}}) == [["Statement", "Action"]]
	iam.allowed_wildcards({"Statement": [
		{"Effect": "Deny", "Action": "*"},
		{"Effect": "Allow", "Action": ["s3:*", "*:*", "*"]},
		{"Effect": "Allow", "NotAction": "*"},
		{"Action": "*"},
	]}) == [["Statement", 1, "Action", 1], ["Statement", 1, "Action", 2]]
}

test_positions if {
	iam.wildcard_positions("*") == [[]]
	iam.wildcard_positions(["s3:GetObject", null, "*"]) == [[2]]
	iam.wildcard_positions([]) == []
	not iam.wildcard_positions("s3:*")
	not iam.wildcard_positions("arn:*")
}
