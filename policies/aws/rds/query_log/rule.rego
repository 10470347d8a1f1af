# METADATA
# title: PostgreSQL cluster does not log queries
# description: |
#   PostgreSQL can log the statements that it runs and those that take long. The log tells after an incident what
#   was read or changed, and before one which queries bring the database down.
#
#   It takes space, and statements may hold personal data, so what to log is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_LogAccess.Concepts.PostgreSQL.Query_Logging.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     In the cluster's parameter group set `log_statement`, for instance to `ddl`, and
#     `log_min_duration_statement`, for instance to `1000`.
#   aliases: [CKV2_AWS_27]
package policy.aws.rds.query_log

import data.lib.block
import data.lib.graph

deny contains {"resource": cluster.id, "at": group.id, "path": ["parameter"], "needs": needs, "message": message} if {
	some cluster in input.resources.aws_rds_cluster
	cluster.attributes.engine == "aurora-postgresql"
	some group in graph.targets_via(cluster, "aws_rds_cluster_parameter_group", "db_cluster_parameter_group_name")
	missing := [name |
		some name in ["log_statement", "log_min_duration_statement"]
		count([parameter | some parameter in group.attributes.parameter; parameter.name == name]) == 0
	]
	count(missing) > 0
	needs := block.doubts(group, "parameter", ["name"])
	message := sprintf("The cluster's parameter group does not set %s", [concat(" and ", [sprintf("`%s`", [name]) | some name in missing])])
}

# The group that AWS brings logs neither.
deny contains {"resource": cluster.id, "path": ["db_cluster_parameter_group_name"], "message": message} if {
	some cluster in input.resources.aws_rds_cluster
	cluster.attributes.engine == "aurora-postgresql"
	count(graph.targets_via(cluster, "aws_rds_cluster_parameter_group", "db_cluster_parameter_group_name")) == 0
	startswith(object.get(cluster.attributes, "db_cluster_parameter_group_name", "default."), "default.")
	message := "No parameter group sets `log_statement` and `log_min_duration_statement`"
}
