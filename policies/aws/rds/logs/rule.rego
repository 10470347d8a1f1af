# METADATA
# title: RDS database publishes no logs
# description: |
#   The logs of a database say which errors it met, which queries were slow, and, if it is set up so, who connected.
#   They stay on the machine for a few days, unless they are published to CloudWatch; after an incident they are
#   often gone.
#
#   Logs cost money for each byte, so which to keep is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     Set `enabled_cloudwatch_logs_exports`, for instance to `["postgresql", "upgrade"]` or `["audit", "error"]`.
#   aliases: [CKV_AWS_129, CKV_AWS_324, AC_AWS_0454]
package policy.aws.rds.logs

import data.lib.setting

deny contains {"resource": db.id, "path": ["enabled_cloudwatch_logs_exports"], "message": message} if {
	some kind in ["aws_db_instance", "aws_rds_cluster"]
	some db in input.resources[kind]
	message := setting.missing(db.attributes, "enabled_cloudwatch_logs_exports")
}
