package policy.aws.iam.rights_of_single_user_test

import data.policy.aws.iam.rights_of_single_user

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := rights_of_single_user.deny with input.resources.aws_iam_user_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_user_policies if {
	messages({"user": "app"}) == {"The policy is given to a user"}
	paths({"user": "app"}) == {["user"]}
}

test_attachments if {
	attachments := [{"id": "a", "attributes": {"users": ["x"]}}, {"id": "b", "attributes": {"groups": ["x"], "users": []}}]
	found := rights_of_single_user.deny with input.resources.aws_iam_policy_attachment as attachments
	{finding.resource | some finding in found} == {"a"}
}
