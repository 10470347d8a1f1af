# METADATA
# title: CodeBuild project stores its logs unencrypted
# description: |
#   The logs of a build hold what its commands print, now and then also what should not be printed. CodeBuild
#   encrypts logs in S3 unless that is switched off.
#
#   Encryption costs nothing.
# related_resources:
#   - https://docs.aws.amazon.com/codebuild/latest/userguide/change-project-console.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `encryption_disabled` from `s3_logs`, or set it to `false`.
#   aliases: [CKV_AWS_311]
package policy.aws.codebuild.unencrypted_logs

import data.lib.setting

deny contains {
	"resource": project.id,
	"path": ["logs_config", 0, "s3_logs", 0, "encryption_disabled"],
	"needs": needs,
	"message": message,
} if {
	some project in input.resources.aws_codebuild_project
	logs := setting.block(setting.block(project.attributes, "logs_config"), "s3_logs")
	logs.status == "ENABLED"
	message := setting.turned_on(logs, "encryption_disabled")
	needs := [{"resource": project.id, "path": ["logs_config", 0, "s3_logs", 0, "status"]}]
}
