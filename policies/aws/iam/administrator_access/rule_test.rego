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

test_a_policy_of_aws if {finding.resource | some finding in found(["policy_arn"])} == {"u", "*"}

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
