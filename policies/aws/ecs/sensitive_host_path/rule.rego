# METADATA
# title: ECS task may change its machine
# description: |
#   A volume with `host_path` is a directory or a file of the machine that the task runs on. This one is what the machine
#   is run from (programs, configuration, start-up files), and a container may write to it, or it is the socket through
#   which Docker takes orders from anybody.
#
#   Whoever gets into the container puts a program of their own there, or has Docker start one with all rights: the
#   machine, the other tasks on it and their roles are theirs.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html
#   - https://docs.docker.com/engine/security/protect-access/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the volume, or narrow `host_path` to what is needed and mount it with `readOnly` set to `true`. A
#     socket can be used however it is mounted: read metrics and logs from the agent's endpoint or from CloudWatch.
package policy.aws.ecs.sensitive_host_path

import data.lib.attribute
import data.lib.host_paths

deny contains {"resource": task.id, "path": ["volume", at, "host_path"], "message": message} if {
	some task in input.resources.aws_ecs_task_definition
	some at, volume in task.attributes.volume
	host_paths.exposes_socket(volume.host_path)
	some mounted in mounts(task, volume)
	message := sprintf("Container %s gets %s, through which Docker takes orders", [mounted.name, volume.host_path])
}

deny contains {"resource": task.id, "path": ["volume", at, "host_path"], "message": message, "needs": needs} if {
	some task in input.resources.aws_ecs_task_definition
	some at, volume in task.attributes.volume
	directory := host_paths.sensitive(volume.host_path)
	some mounted in mounts(task, volume)
	not attribute.is_true(mounted.mount.readOnly)
	needs := [{"resource": task.id, "path": array.concat(mounted.path, ["readOnly"])}]
	message := sprintf("Container %s may write to %s of its machine", [mounted.name, directory])
}

# Where containers of the task have the volume.
mounts(task, volume) := [{"name": object.get(container, "name", i), "mount": mount, "path": ["container_definitions", i, "mountPoints", k]} |
	some i, container in task.attributes.container_definitions
	some k, mount in container.mountPoints
	mount.sourceVolume == volume.name
]
