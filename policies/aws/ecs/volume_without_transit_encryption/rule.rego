# METADATA
# title: ECS task mounts a file system without encryption in transit
# description: |
#   The containers of this task mount an EFS file system over the network. Without encryption in transit, files go
#   through it in plain form, and whoever is on the same network can read and change them on the way.
#
#   AWS does not encrypt unless it is told to. It costs nothing.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `transit_encryption` to `ENABLED` in `efs_volume_configuration`.
#   aliases: [CKV_AWS_97, AWS-0035, AC_AWS_0463]
package policy.aws.ecs.volume_without_transit_encryption

import data.lib.setting

deny contains {
	"resource": task.id,
	"path": ["volume", i, "efs_volume_configuration", j, "transit_encryption"],
	"message": message,
} if {
	some task in input.resources.aws_ecs_task_definition
	some i, volume in task.attributes.volume
	some j, configuration in volume.efs_volume_configuration
	message := setting.other(configuration, "transit_encryption", {"ENABLED"}, "DISABLED")
}
