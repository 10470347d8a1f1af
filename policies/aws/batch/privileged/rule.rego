# METADATA
# title: Batch job runs a privileged container
# description: |
#   A privileged container has all rights over the machine under it, as if nothing was around it. Whoever breaks
#   into the job, through what it reads or a library that it uses, has the machine, and with it all other jobs there
#   and the rights of the machine.
#
#   Hardly any job needs more than single capabilities or devices.
# related_resources:
#   - https://docs.aws.amazon.com/batch/latest/userguide/job_definition_parameters.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `privileged`, and add what is needed under `linuxParameters`.
#   aliases: [CKV_AWS_210]
package policy.aws.batch.privileged

import data.lib.attribute

deny contains {
	"resource": job.id,
	"path": array.concat(container.path, ["privileged"]),
	"message": "`privileged` is `true`",
} if {
	some job in input.resources.aws_batch_job_definition
	some container in containers(job.attributes)
	attribute.is_true(container.body.privileged)
}

# One container, the containers of a task, of each range of nodes, or of a pod.
containers(attributes) := array.concat(
	array.concat(
		[{"path": ["container_properties"], "body": attributes.container_properties} |
			is_object(attributes.container_properties)
		],
		[{"path": ["ecs_properties", "taskProperties", i, "containers", j], "body": container} |
			some i, task in attributes.ecs_properties.taskProperties
			some j, container in task.containers
		],
	),
	array.concat(
		[{"path": ["node_properties", "nodeRangeProperties", i, "container"], "body": range.container} |
			some i, range in attributes.node_properties.nodeRangeProperties
		],
		[{"path": ["eks_properties", 0, "pod_properties", 0, list, i, "security_context", 0], "body": container.security_context[0]} |
			some list in ["containers", "init_containers"]
			some i, container in attributes.eks_properties[0].pod_properties[0][list]
		],
	),
)
