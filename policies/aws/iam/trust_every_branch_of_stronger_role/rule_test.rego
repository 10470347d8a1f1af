package policy.aws.iam.trust_every_branch_of_stronger_role_test

import data.policy.aws.iam.trust_every_branch_of_stronger_role

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

right(more) := object.union(
	{
		"action": "iam:AttachRolePolicy", "resource": "p", "path": ["policy"], "needs": [], "evidence": [], "anywhere": true,
		"itself": false, "sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
	},
	more,
)

messages(who) := {denied.message | some denied in all} if {
	one := object.union({"id": "r", "trust": [trust], "administrator": [], "permissions": {}, "escalates_by": []}, who)
	all := trust_every_branch_of_stronger_role.deny with input.identities as [one]
}

test_administrator if {
	messages({"power": "administrator", "administrator": [right({"action": "*"})]}) == {"The role, which may do everything, takes workflows of every branch, tag and pull request of example/app, workflows of every pull request of example/app; a single branch is `repo:OWNER/REPOSITORY:ref:refs/heads/main`"}
	messages({"power": "administrator", "administrator": [right({"narrowed": true})]}) == set()
}

test_escalating if {
	role := {"power": "escalating", "escalates_by": ["iam:AttachRolePolicy"]}
	messages(object.union(role, {"permissions": {"iam:AttachRolePolicy": [right({})]}})) == {"The role, which can give itself all rights, takes workflows of every branch, tag and pull request of example/app, workflows of every pull request of example/app; a single branch is `repo:OWNER/REPOSITORY:ref:refs/heads/main`"}
	messages(object.union(role, {"permissions": {"iam:AttachRolePolicy": [right({"anywhere": false})]}})) == set()
}

test_ordinary_roles_pass if {
	messages({"power": "ordinary"}) == set()
}
