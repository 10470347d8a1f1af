# METADATA
# title: SageMaker endpoint is not encrypted with a key of one's own
# description: |
#   The machines of an endpoint hold the model, and what it is asked. Their disks are encrypted with a key of AWS
#   unless another is named. A key of one's own has a policy that says who may use it, a record of each use, and can
#   be withdrawn. A key that AWS keeps for a service lets everyone use it who may use the service. It is a choice
#   that costs a little for each key.
# related_resources:
#   - https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kms_key_arn` to the ARN of a key of your own.
#   aliases: [CKV_AWS_98]
package policy.aws.sagemaker.endpoint_without_own_key

import data.lib.kms

deny contains {"resource": endpoint.id, "path": ["kms_key_arn"], "message": message} if {
	some endpoint in input.resources.aws_sagemaker_endpoint_configuration
	message := kms.not_own(endpoint.attributes, "kms_key_arn")
}
