# METADATA
# title: SageMaker notebook gives out credentials without a token
# description: |
#   On every machine an address answers with the credentials of its role. In its first version it answers every
#   request, also one that a web page or a library was tricked into; the second version wants a token first, which
#   such a request cannot fetch.
# related_resources:
#   - https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-imds.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `instance_metadata_service_configuration { minimum_instance_metadata_service_version = "2" }`.
#   aliases: [CKV_AWS_371]
package policy.aws.sagemaker.notebook_metadata_without_token

import data.lib.setting

deny contains {"resource": notebook.id, "path": path, "message": message} if {
	some notebook in input.resources.aws_sagemaker_notebook_instance
	service := setting.block(notebook.attributes, "instance_metadata_service_configuration")
	message := setting.other(service, "minimum_instance_metadata_service_version", {"2", 2}, "1")
	path := ["instance_metadata_service_configuration", 0, "minimum_instance_metadata_service_version"]
}
