# METADATA
# title: RDS instance records no performance data
# description: |
#   Performance Insights records what a database is busy with, by query, user and host. When it gets slow, that
#   tells why; without it one has to guess, or wait until it happens again.
#
#   Seven days are kept without charge; it is a choice all the same.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `performance_insights_enabled` to `true`.
#   aliases: [CKV_AWS_353, AWS-0133]
package policy.aws.rds.performance_insights

import data.lib.attribute
import data.lib.graph
import data.lib.setting

deny contains {"resource": db.id, "path": ["performance_insights_enabled"], "needs": needs, "message": message} if {
	some kind in ["aws_db_instance", "aws_rds_cluster_instance"]
	some db in input.resources[kind]
	not too_small(db)
	not enabled_for_all(db)
	message := setting.off(db.attributes, "performance_insights_enabled")
	needs := array.concat(
		[{"resource": db.id, "path": [name]} | some name in ["engine", "instance_class"]; not is_supported(db)],
		[{"resource": cluster.id, "path": ["performance_insights_enabled"]} | some cluster in clusters(db)],
	)
}

clusters(db) := graph.targets_via(db, "aws_rds_cluster", "cluster_identifier")

# For these engines the smallest machines do not support it.
too_small(db) if {
	db.attributes.engine in demanding
	db.attributes.instance_class in smallest
}

too_small(db) if {
	db.attributes.engine == "aurora-mysql"
	is_small_for_aurora(db.attributes.instance_class)
}

demanding := {"aurora-mysql", "mariadb", "mysql"}

smallest := {
	"db.t2.micro", "db.t2.small",
	"db.t3.micro", "db.t3.small",
	"db.t4g.micro", "db.t4g.small",
}

is_small_for_aurora(class) if regex.match(`^db\.t[23]\.`, class)

# Large machines support it whatever the engine is, and so does any other engine on whatever machine.
is_supported(db) if {
	class := db.attributes.instance_class
	not class in smallest
	not is_small_for_aurora(class)
}

is_supported(db) if {
	engine := db.attributes.engine
	not engine in demanding
}

enabled_for_all(db) if {
	some cluster in clusters(db)
	attribute.is_true(cluster.attributes.performance_insights_enabled)
}
