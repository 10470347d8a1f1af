# METADATA
# title: SageMaker model may use the network
# description: |
#   A model answers what it is asked, and needs no network for that. A container from somebody else, or a library in
#   it, that was tampered with could send what it sees away, or fetch programs.
#
#   Models that load something while they run cannot be isolated, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `enable_network_isolation` to `true`.
#   aliases: [CKV_AWS_370]
package policy.aws.sagemaker.model_not_isolated

import data.lib.setting

deny contains {"resource": model.id, "path": ["enable_network_isolation"], "message": message} if {
	some model in input.resources.aws_sagemaker_model
	message := setting.off(model.attributes, "enable_network_isolation")
}
