# METADATA
# title: CloudWatch log group is not encrypted with a key of one's own
# description: |
#   CloudWatch encrypts all logs, with keys of its own. A key of one's own has a policy that says who may use it, a
#   record of each use, and can be withdrawn. A key that AWS keeps for a service lets everyone use it who may use
#   the service. It is a choice that costs a little for each key.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kms_key_id` to the ARN of a key whose policy lets `logs.<region>.amazonaws.com` use it.
#   aliases: [CKV_AWS_158, AWS-0017, AC_AWS_0451]
package policy.aws.cloudwatch.without_own_key

import data.lib.kms

deny contains {"resource": group.id, "path": ["kms_key_id"], "message": message} if {
	some group in input.resources.aws_cloudwatch_log_group
	message := kms.not_own(group.attributes, "kms_key_id")
}
