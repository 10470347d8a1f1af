# METADATA
# title: AppSync API keeps no logs
# description: |
#   AppSync answers GraphQL queries. Its logs say what was asked and what went wrong, in which field. Without them
#   nobody can tell why an answer was wrong, or who took what.
#
#   Logs cost money for each byte, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     Add `log_config` with a `cloudwatch_logs_role_arn` and `field_log_level = "ERROR"`.
#   aliases: [CKV_AWS_193, CKV_AWS_194]
package policy.aws.appsync.no_logs

import data.lib.setting

deny contains {"resource": api.id, "path": ["log_config", 0, "field_log_level"], "message": message} if {
	some api in input.resources.aws_appsync_graphql_api
	message := setting.missing(api.attributes, "log_config")
}

deny contains {"resource": api.id, "path": ["log_config", 0, "field_log_level"], "message": message} if {
	some api in input.resources.aws_appsync_graphql_api
	api.attributes.log_config[0].field_log_level == "NONE"
	message := "`field_log_level` is `NONE`"
}
