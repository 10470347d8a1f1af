# METADATA
# title: Performance data of an RDS database is not encrypted with a key of one's own
# description: |
#   Performance Insights records the queries of a database, some of them with the values in them. They are encrypted
#   in any case. A key of one's own has a policy that says who may use it, a record of each use, and can be
#   withdrawn. A key that AWS keeps for a service lets everyone use it who may use the service. It is a choice that
#   costs a little for each key.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `performance_insights_kms_key_id` to the ARN of a key of your own. It can only be chosen when Performance
#     Insights is switched on first.
#   aliases: [CKV_AWS_354, AWS-0078]
package policy.aws.rds.performance_insights_without_own_key

import data.lib.attribute
import data.lib.kms

deny contains {"resource": db.id, "path": ["performance_insights_kms_key_id"], "needs": needs, "message": message} if {
	some kind in ["aws_db_instance", "aws_rds_cluster_instance"]
	some db in input.resources[kind]
	attribute.is_true(db.attributes.performance_insights_enabled)
	message := kms.not_own(db.attributes, "performance_insights_kms_key_id")
	needs := [{"resource": db.id, "path": ["performance_insights_enabled"]}]
}
