# METADATA
# title: Container that the internet reaches is privileged on its machine
# description: |
#   The internet reaches this service, and one of its containers runs privileged: it has the rights of the
#   administrator on the machine that it shares with others.
#
#   A flaw in the program then gives away the machine, with the credentials of every task on it and of the machine
#   itself.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html
# custom:
#   severity: critical
#   worst_case: {gain: everything, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `privileged` to `false` in the container's definition, and give it the single Linux capability that it
#     needs.
package policy.aws.exposure.privileged_container

import data.lib.acting
import data.lib.attribute
import data.lib.exposure

deny contains {
	"resource": reached.id,
	"at": task.id,
	"path": ["container_definitions", i, "privileged"],
	"needs": reached.unknown,
	"evidence": reached.stations,
	"message": sprintf("The internet reaches %s, whose container %s runs privileged", [acting.title(reached), object.get(container, "name", "")]),
} if {
	some reached in exposure.of_kind("aws_ecs_service")
	some step in reached.reaches
	step.kind == "aws_ecs_task_definition"
	task := input.resources.aws_ecs_task_definition[step.index]
	some i, container in task.attributes.container_definitions
	attribute.is_true(container.privileged)
}
