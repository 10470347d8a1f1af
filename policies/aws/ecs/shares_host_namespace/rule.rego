# METADATA
# title: ECS task sees the processes of its machine
# description: |
#   Containers see only their own processes and memory. With `pid_mode` or `ipc_mode` set to `host`, those of this
#   task share them with the machine and with all other tasks on it.
#
#   Whoever gets into one of its containers reads the environment of the others, with the credentials in it, and what
#   they keep in shared memory, and stops them.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#task_definition_pidmode
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-3
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove the argument, or set it to `task` where the containers of the task have to see each other.
#   aliases: [CKV_AWS_335]
package policy.aws.ecs.shares_host_namespace

deny contains {"resource": task.id, "path": [argument], "message": message} if {
	some task in input.resources.aws_ecs_task_definition
	some argument, shared in {"pid_mode": "the processes", "ipc_mode": "the shared memory"}
	task.attributes[argument] == "host"
	message := sprintf("The task shares %s of its machine and of other tasks", [shared])
}
