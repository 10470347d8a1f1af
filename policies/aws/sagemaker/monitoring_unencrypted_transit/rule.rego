# METADATA
# title: SageMaker monitoring job does not encrypt what passes between its machines
# description: |
#   A job that watches the quality of data can run on several machines, which send each other parts of that data, in
#   plain form unless told otherwise. They are in a network of their own, so only whoever is in it could listen.
#
#   Encryption makes the job slower, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `network_config { enable_inter_container_traffic_encryption = true }`.
#   aliases: [CKV_AWS_369]
package policy.aws.sagemaker.monitoring_unencrypted_transit

import data.lib.attribute
import data.lib.block
import data.lib.setting

deny contains {"resource": job.id, "path": path, "needs": needs, "message": message} if {
	some job in input.resources.aws_sagemaker_data_quality_job_definition
	machines := setting.block(setting.block(job.attributes, "job_resources"), "cluster_config")
	not attribute.number(machines.instance_count) == 1
	message := block.off(job.attributes, "network_config", "enable_inter_container_traffic_encryption")
	path := ["network_config", 0, "enable_inter_container_traffic_encryption"]
	needs := [{"resource": job.id, "path": ["job_resources", 0, "cluster_config", 0, "instance_count"]}]
}
