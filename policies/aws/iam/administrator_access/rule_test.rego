package policy.aws.iam.administrator_access_test

import data.policy.aws.iam.administrator_access

right(action, fields) := object.union(
	{
		"action": action, "resource": action, "path": ["policy"], "needs": [], "evidence": [], "anywhere": true, "itself": false,
		"sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
	},
	fields,
)

found(path) := denied if {
	one := {"id": "u", "provider": "aws", "form": "user", "administrator": [right("*", {"path": path})]}
	denied := administrator_access.deny with input.identities as [one]
}

test_a_policy_of_aws if {finding.resource | some finding in found(["policy_arn"])} == {"u"}

given(kind, attributes) := {finding.resource | some finding in denied} if {
	one := {"id": "r", "provider": "aws", "form": "role", "administrator": [right("*", {"resource": "a"})]}
	attachment := {"id": "a", "attributes": attributes, "references": [{"id": "r", "kind": "aws_iam_role", "index": 0, "via": ["role"]}]}
	denied := administrator_access.deny with input as {
		"identities": [one],
		"resources": {kind: [attachment], "aws_iam_role": [{"id": "r"}]},
	}
}

test_what_attaches_it if {
	full := "arn:aws:iam::aws:policy/AdministratorAccess"
	given("aws_iam_role_policy_attachment", {"policy_arn": full}) == {"r", "a"}
	given("aws_iam_role_policy_attachment", {}) == {"r", "a"}
	given("aws_iam_role_policy_attachment", {"policy_arn": "arn:aws:iam::123456789012:policy/deploy"}) == {"r"}
	given("aws_iam_role_policy_attachments_exclusive", {"policy_arns": [full]}) == {"r", "a"}
}

test_a_policy_of_the_configuration if count(found(["policy", "Statement", 0, "Action"])) == 0

attached(references) := denied if {
	attachment := {"id": "a", "attributes": {"policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess"}, "references": references}
	denied := administrator_access.deny with input as {
		"identities": [],
		"resources": {"aws_iam_user_policy_attachment": [attachment], "aws_iam_user": [{"id": "u"}]},
	}
}

test_somebody_made_elsewhere if {
	{[finding.resource, finding.path] | some finding in attached([])} == {["a", ["policy_arn"]]}
	attached([{"kind": "aws_iam_user", "index": 0, "via": ["user"]}]) == set()
}

test_all_of_a_role_made_elsewhere if {
	arns := ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/AdministratorAccess"]
	attachment := {"id": "a", "attributes": {"policy_arns": arns}, "references": []}
	denied := administrator_access.deny with input as {
		"identities": [],
		"resources": {"aws_iam_role_policy_attachments_exclusive": [attachment]},
	}
	{finding.path | some finding in denied} == {["policy_arns", 1]}
}
