# METADATA
# title: Build keeps no log
# description: |
#   The log of a build says what was built, from what, and what went wrong. CodeBuild sends it to CloudWatch
#   unless told otherwise; this project switches it off and names no bucket for it, so nothing can be looked up
#   after a build that failed, or was tampered with.
# related_resources:
#   - https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details.html
#   - https://docs.aws.amazon.com/codebuild/latest/APIReference/API_LogsConfig.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security, reliability]
#   remediation: >-
#     Set `status` of `cloudwatch_logs` or of `s3_logs` in `logs_config` to `ENABLED`.
package policy.aws.codebuild.without_log

deny contains {
	"resource": project.id,
	"path": ["logs_config", i, "cloudwatch_logs", 0, "status"],
	"needs": [{"resource": project.id, "path": ["logs_config", i, "s3_logs", 0, "status"]}],
	"message": "`status` of `cloudwatch_logs` is `DISABLED`, and no bucket takes the log",
} if {
	some project in input.resources.aws_codebuild_project
	some i, config in project.attributes.logs_config
	config.cloudwatch_logs[0].status == "DISABLED"
	object.get(config, ["s3_logs", 0, "status"], "DISABLED") == "DISABLED"
}
