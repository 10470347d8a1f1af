package policy.aws.iam.exclusive_attachment_test

import data.policy.aws.iam.exclusive_attachment as rule

found(attributes) := {violation.message | some violation in violations} if {
	violations := rule.deny with input.resources.aws_iam_policy_attachment as [{"id": "a", "attributes": attributes, "references": []}]
}

test_policy_of_aws if {
	found({"policy_arn": "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"}) == {"All others in the account lose `service-role/AWSLambdaBasicExecutionRole`, a policy of AWS"}
	found({"policy_arn": "arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess"}) == {"All others in the account lose `ReadOnlyAccess`, a policy of AWS"}
	found({"policy_arn": "arn:aws:iam::123456789012:policy/shop"}) == set()
	found({"policy_arn": "shop"}) == set()
}

attached(kind, other) := {violation.resource | some violation in violations} if {
	via := {"kind": "aws_iam_policy", "index": 0, "id": "p", "via": ["policy_arn"]}
	violations := rule.deny with input.resources as {
		"aws_iam_policy_attachment": [{"id": "a", "attributes": {}, "references": [via]}],
		"aws_iam_role_policy_attachment": [{"id": "r", "attributes": {}, "references": [via]}],
		"aws_iam_policy": [{"id": "p", "attributes": {}, "referred_by": array.concat(
			[{"kind": "aws_iam_policy_attachment", "index": 0, "id": "a", "via": ["policy_arn"]}],
			[{"kind": kind, "index": 0, "id": other, "via": ["policy_arn"]}],
		)}],
	}
}

test_two_attachments if {
	attached("aws_iam_role_policy_attachment", "r") == {"a"}
	attached("aws_iam_policy_attachment", "a") == set()
}
