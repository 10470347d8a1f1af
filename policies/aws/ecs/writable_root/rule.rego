# METADATA
# title: ECS container can change its own file system
# description: |
#   A program inside a container seldom has to write anywhere but in a few folders. Where the rest is read-only,
#   whoever breaks in cannot put down tools or change the program.
#
#   Folders that are written to are mounted as volumes.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `readonlyRootFilesystem` to `true`, and mount volumes where the program writes.
#   aliases: [CKV_AWS_336]
package policy.aws.ecs.writable_root

import data.lib.setting

deny contains {
	"resource": task.id,
	"path": ["container_definitions", i, "readonlyRootFilesystem"],
	"message": sprintf("Container %s: %s", [object.get(container, "name", i), message]),
} if {
	some task in input.resources.aws_ecs_task_definition
	some i, container in task.attributes.container_definitions
	message := setting.off(container, "readonlyRootFilesystem")
}
