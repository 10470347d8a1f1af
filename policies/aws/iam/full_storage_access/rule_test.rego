package policy.aws.iam.full_storage_access_test

import data.policy.aws.iam.full_storage_access

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := full_storage_access.deny with input.resources.aws_iam_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

policy(statement) := {"policy": {"Statement": [object.union({"Effect": "Allow", "Action": "s3:*", "Resource": "*"}, statement)]}}

test_statements if {
	messages(policy({})) == {"The statement allows every action of S3 in every bucket"}
	paths(policy({})) == {["policy", "Statement", 0, "Action"]}
	every change in [{"Effect": "Deny"}, {"Action": "s3:GetObject"}, {"Resource": ["arn:aws:s3:::x"]}, {"Condition": {"Bool": {"a": "b"}}}] {
		paths(policy(change)) == set()
	}
}

full := "arn:aws:iam::aws:policy/AmazonS3FullAccess"

test_attachments if {
	resources := {
		"aws_iam_role_policy_attachment": [{"id": "a", "attributes": {"policy_arn": full}}, {"id": "b", "attributes": {"policy_arn": "x"}}],
		"aws_iam_role": [{"id": "c", "attributes": {"managed_policy_arns": ["x", full]}}],
	}
	found := full_storage_access.deny with input.resources as resources
	{[finding.resource, finding.path] | some finding in found} == {["a", ["policy_arn"]], ["c", ["managed_policy_arns", 1]]}
}

holder(power) := {"power": power, "grants": [{"resource": "x"}]}

test_policies_of_holders_who_may_do_more_in_any_case if {
	resource := {"id": "x", "root": ".", "attributes": policy({}), "unknown": [], "references": [], "referred_by": []}
	every powers, expected in {["escalating"]: 0, ["administrator"]: 0, ["ordinary"]: 1, ["escalating", "ordinary"]: 1} {
		held := [holder(power) | some power in powers]
		found := full_storage_access.deny with input as {"resources": {"aws_iam_policy": [resource]}, "identities": held}
		count(found) == expected
	}
}

test_a_policy_that_is_looked_up_by_its_name if {
	every row in [
		["AmazonS3FullAccess", "policy_arn", {"p"}],
		["AmazonS3FullAccess", "role", set()],
		["AmazonS3ReadOnlyAccess", "policy_arn", set()],
	] {
		reference := {"kind": "aws_iam_role_policy_attachment", "index": 0, "via": [row[1]]}
		policies := [{"id": "p", "attributes": {"name": row[0]}, "referred_by": [reference]}]
		found := full_storage_access.deny with input.resources as {"data.aws_iam_policy": policies}
		{finding.resource | some finding in found} == row[2]
	}
}

test_a_policy_that_is_made_here_is_none_of_aws if {
	attachment := {
		"id": "a", "attributes": {"policy_arn": "arn:aws:iam::aws:policy/AmazonS3FullAccess"},
		"references": [{"kind": "aws_iam_policy", "index": 0, "via": ["policy_arn"]}],
	}
	found := full_storage_access.deny with input.resources as {"aws_iam_role_policy_attachment": [attachment]}
	found == set()
}
