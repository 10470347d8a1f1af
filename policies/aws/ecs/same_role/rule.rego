# METADATA
# title: ECS task runs with the role that starts it
# description: |
#   A task has two roles. With one, ECS starts it: it pulls the image, reads secrets and writes logs. With the
#   other, the program in it acts. Where both are the same, a hole in the program gives away all secrets of the
#   task, and what the program may do is given to ECS.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Make a role of its own for `task_role_arn` that may do what the program needs, or leave it out if it needs
#     nothing.
#   aliases: [CKV_AWS_249]
package policy.aws.ecs.same_role

import data.lib.graph

deny contains {"resource": task.id, "path": ["task_role_arn"], "by_reference": true, "message": message} if {
	some task in input.resources.aws_ecs_task_definition
	is_same(task)
	message := "`task_role_arn` and `execution_role_arn` are the same role"
}

is_same(task) if {
	task.attributes.task_role_arn == task.attributes.execution_role_arn
	count(roles(task, "task_role_arn")) != 1
}

is_same(task) if {
	count(roles(task, "task_role_arn")) == 1
	roles(task, "task_role_arn") == roles(task, "execution_role_arn")
}

roles(task, argument) := {role.id |
	some kind in ["aws_iam_role", "data.aws_iam_role"]
	some role in graph.targets_via(task, kind, argument)
}
