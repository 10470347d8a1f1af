# METADATA
# title: ECS container has all rights over its machine
# description: |
#   A privileged container is not kept apart from the machine it runs on: its programs have all rights of the
#   machine's administrator, its devices included.
#
#   Whoever breaks into the program inside has the machine, the other containers on it and their roles.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `privileged` to `false` or remove it, and add the capabilities that are needed under `linuxParameters`.
#   aliases: [CKV_AWS_334]
package policy.aws.ecs.privileged_container

import data.lib.setting

deny contains {
	"resource": task.id,
	"path": ["container_definitions", i, "privileged"],
	"message": sprintf("Container %s: %s", [object.get(container, "name", i), message]),
} if {
	some task in input.resources.aws_ecs_task_definition
	some i, container in task.attributes.container_definitions
	message := setting.turned_on(container, "privileged")
}
