package policy.aws.lambda.permission_by_source_alone_test

import data.policy.aws.lambda.permission_by_source_alone

messages(attributes, unknown) := {finding.message | some finding in found} if {
	permission := {"id": "x", "root": ".", "attributes": attributes, "unknown": unknown}
	found := permission_by_source_alone.deny with input.resources.aws_lambda_permission as [permission]
}

test_everybody_from_a_source if {
	messages({"principal": "*", "source_arn": "a"}, []) == {"`principal` is `*`, and only `source_arn` tells who may call the function"}
	messages({"principal": "*"}, [["source_arn"]]) == {"`principal` is `*`, and only `source_arn` tells who may call the function"}
	messages({"principal": "*", "source_arn": "a", "source_account": "1"}, []) == {"`principal` is `*`, and only `source_arn` with `source_account` tells who may call the function"}
}

test_others if {
	messages({"principal": "events.amazonaws.com", "source_arn": "a"}, []) == set()
	messages({"principal": "*"}, []) == set()
	messages({"principal": "*", "source_arn": "a", "principal_org_id": "o-1"}, []) == set()
}
