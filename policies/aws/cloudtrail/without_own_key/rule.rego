# METADATA
# title: CloudTrail logs are not encrypted with a key of one's own
# description: |
#   A CloudTrail trail records who did what in an AWS account. Its files are encrypted in any case, but with a key
#   that lets everyone read them who may read the bucket.
#
#   A key of one's own has a policy that says who may use it, a record of each use, and can be withdrawn. A key that
#   AWS keeps for a service lets everyone use it who may use the service. It is a choice that costs a little for
#   each key.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kms_key_id` to the ARN of a key whose policy lets CloudTrail encrypt with it.
#   aliases: [CKV_AWS_35, AWS-0015, AC_AWS_0033]
#   compliance: {cis-aws-1.5: ["3.7"]}
package policy.aws.cloudtrail.without_own_key

import data.lib.kms

deny contains {"resource": trail.id, "path": ["kms_key_id"], "message": message} if {
	some trail in input.resources.aws_cloudtrail
	message := kms.not_own(trail.attributes, "kms_key_id")
}
