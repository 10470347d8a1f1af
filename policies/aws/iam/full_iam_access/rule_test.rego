package policy.aws.iam.full_iam_access_test

import data.policy.aws.iam.full_iam_access

right(action, fields) := object.union(
	{
		"action": action, "resource": action, "path": ["policy"], "needs": [], "evidence": [], "anywhere": true, "itself": false,
		"sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
	},
	fields,
)

found(action) := denied if {
	one := {"id": "u", "form": "user", "administrator": [right(action, {})]}
	denied := full_iam_access.deny with input.identities as [one]
}

test_all_of_iam if {
	some finding in found("iam:*")
	finding.message == "The user may do everything in IAM (iam:* on everything), and so give itself all rights"
}

test_everything_is_left_to_another_rule if count(found("*")) == 0
