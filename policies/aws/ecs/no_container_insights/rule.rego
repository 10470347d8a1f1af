# METADATA
# title: ECS cluster does not measure what its containers use
# description: |
#   Container Insights counts processor, memory, network and restarts for each task and service of a cluster. Without
#   it, CloudWatch only has averages, and a service that restarts all the time is noticed late.
#
#   It is paid by the number of metrics.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add a `setting` with `name = "containerInsights"` and `value = "enabled"` or `"enhanced"`.
#   aliases: [CKV_AWS_65, AWS-0034]
package policy.aws.ecs.no_container_insights

import data.lib.attribute

deny contains {"resource": cluster.id, "path": ["setting", i, "value"], "message": message} if {
	some cluster in input.resources.aws_ecs_cluster
	some i, setting in cluster.attributes.setting
	setting.name == "containerInsights"
	not setting.value in {"enabled", "enhanced"}
	message := sprintf("`containerInsights` is `%s`", [object.get(setting, "value", "")])
}

deny contains {
	"resource": cluster.id,
	"path": ["setting"],
	"needs": attribute.unknown_in(cluster, ["setting"], ["name"]),
	"message": "`containerInsights` is not set",
} if {
	some cluster in input.resources.aws_ecs_cluster
	names := {setting.name | some setting in cluster.attributes.setting}
	not "containerInsights" in names
}
