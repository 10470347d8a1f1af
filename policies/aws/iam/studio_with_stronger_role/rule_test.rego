package policy.aws.iam.studio_with_stronger_role_test

import data.policy.aws.iam.studio_with_stronger_role

who(power) := {
	"id": "u", "form": "user", "power": "ordinary",
	"permissions": {"sagemaker:CreatePresignedDomainUrl": [{
		"action": "sagemaker:CreatePresignedDomainUrl", "resource": "p", "path": ["policy"], "needs": [], "evidence": [],
		"anywhere": false, "itself": false, "sweeping": false, "narrowed": false, "resources": ["*"], "conditions": [],
		"tags": [], "targets": [{"id": "r", "power": power, "services": [], "needs": [], "doubts": []}],
	}]},
}

test_what_runs_as_an_administrator if {
	found := studio_with_stronger_role.deny with input.identities as [who("administrator")]
	count(found) == 1
}

test_what_runs_as_anything_else if {
	found := studio_with_stronger_role.deny with input.identities as [who("ordinary")]
	count(found) == 0
}
