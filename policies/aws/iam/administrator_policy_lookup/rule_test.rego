package policy.aws.iam.administrator_policy_lookup_test

import data.policy.aws.iam.administrator_policy_lookup

findings(attributes) := found if {
	found := administrator_policy_lookup.deny with input.resources["data.aws_iam_policy"] as [{"id": "x", "attributes": attributes}]
}

test_lookups if {
	{finding.path | some finding in findings({"name": "AdministratorAccess"})} == {["name"]}
	{finding.path | some finding in findings({"arn": "arn:aws-cn:iam::aws:policy/AdministratorAccess"})} == {["arn"]}
	{finding.message | some finding in findings({"name": "IAMFullAccess"})} == {"IAMFullAccess is looked up"}
	findings({"name": "ReadOnlyAccess"}) == set()
	findings({}) == set()
}
