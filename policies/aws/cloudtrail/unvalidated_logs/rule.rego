# METADATA
# title: CloudTrail trail does not let its logs be verified
# description: |
#   A CloudTrail trail records who did what in an AWS account. With validation it also signs an account of the files
#   that it wrote each hour, so that a file that was changed or removed later can be told.
#
#   Without it an intruder who reaches the bucket can rewrite history, and nobody can prove that the rest is true.
#   Validation costs nothing.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `enable_log_file_validation` to `true`.
#   aliases: [CKV_AWS_36, AWS-0016, AC_AWS_0446]
#   compliance: {cis-aws-1.5: ["3.2"]}
package policy.aws.cloudtrail.unvalidated_logs

import data.lib.setting

deny contains {"resource": trail.id, "path": ["enable_log_file_validation"], "message": message} if {
	some trail in input.resources.aws_cloudtrail
	message := setting.off(trail.attributes, "enable_log_file_validation")
}
