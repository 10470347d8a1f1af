# METADATA
# title: SageMaker notebook is not encrypted with a key of one's own
# description: |
#   On the disk of a notebook lie data and code of those who work there. It is encrypted in any case. A key of one's
#   own has a policy that says who may use it, a record of each use, and can be withdrawn. A key that AWS keeps for
#   a service lets everyone use it who may use the service. It is a choice that costs a little for each key.
# related_resources:
#   - https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kms_key_id` to the ARN of a key of your own. An existing notebook is replaced.
#   aliases: [CKV_AWS_22, AC_AWS_0499, CKV_AWS_187]
package policy.aws.sagemaker.notebook_without_own_key

import data.lib.kms

deny contains {"resource": notebook.id, "path": ["kms_key_id"], "message": message} if {
	some notebook in input.resources.aws_sagemaker_notebook_instance
	message := kms.not_own(notebook.attributes, "kms_key_id")
}
