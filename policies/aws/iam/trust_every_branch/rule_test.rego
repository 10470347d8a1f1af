package policy.aws.iam.trust_every_branch_test

import data.policy.aws.iam.trust_every_branch

trust := {
	"principal_type": "Federated",
	"principal": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
	"needs": [],
	"conditions": [{
		"operator": "StringLike",
		"key": "token.actions.githubusercontent.com:sub",
		"values": ["repo:example/app:*", "repo:example/app:pull_request"],
		"resource": "r",
		"path": ["c"],
	}],
}

test_open_subjects if {
	found := trust_every_branch.deny with input.identities as [{"id": "r", "trust": [trust]}]
	found == {{
		"resource": "r",
		"at": "r",
		"path": ["c", 0],
		"by_reference": true,
		"needs": [],
		"evidence": [{"resource": "r", "path": ["c", 1], "note": "takes workflows of every pull request of example/app"}],
		"message": "The role takes workflows of every branch, tag and pull request of example/app, workflows of every pull request of example/app; a single branch is `repo:OWNER/REPOSITORY:ref:refs/heads/main`",
	}}
}

test_others_pass if {
	found := trust_every_branch.deny with input.identities as [{"id": "r", "trust": [object.union(trust, {"conditions": []})]}]
	found == set()
}
