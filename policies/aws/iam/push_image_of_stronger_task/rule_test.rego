package policy.aws.iam.push_image_of_stronger_task_test

import data.policy.aws.iam.push_image_of_stronger_task

right(power) := {
	"action": "ecr:PutImage", "resource": "p", "path": ["policy"], "needs": [], "evidence": [], "anywhere": false,
	"itself": false, "sweeping": false, "narrowed": false, "resources": ["*"], "conditions": [], "tags": [],
	"targets": [{"id": "r", "power": power, "services": [], "needs": [], "doubts": []}],
}

who(power) := {
	"id": "u", "form": "user", "power": "ordinary", "trust": [],
	"permissions": {"ecr:PutImage": [right(power)]},
}

test_what_runs_as_an_administrator if {
	one := who("administrator")
	found := push_image_of_stronger_task.deny with input.identities as [one]
	count(found) == 1
}

test_what_runs_as_anything_else if {
	one := who("ordinary")
	found := push_image_of_stronger_task.deny with input.identities as [one]
	count(found) == 0
}
