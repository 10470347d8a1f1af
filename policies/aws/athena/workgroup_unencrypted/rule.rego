# METADATA
# title: Athena workgroup leaves the encryption of results to the bucket
# description: |
#   Athena answers queries over data in S3, and stores the results as files. S3 encrypts what is stored in it with
#   keys of its own, so the results are not in plain form, but everyone reads them who may read the bucket. With a
#   KMS key in between, reading also takes permission to use the key.
# related_resources:
#   - https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `encryption_configuration { encryption_option = "SSE_KMS" }` with `kms_key_arn` to `result_configuration`.
#   aliases: [CKV_AWS_159, AWS-0006]
package policy.aws.athena.workgroup_unencrypted

import data.lib.attribute
import data.lib.setting

deny contains {"resource": group.id, "path": path, "needs": needs, "message": message} if {
	some group in input.resources.aws_athena_workgroup
	configuration := setting.block(group.attributes, "configuration")
	not attribute.is_true(setting.block(configuration, "managed_query_results_configuration").enabled)
	results := setting.block(configuration, "result_configuration")
	message := setting.missing(setting.block(results, "encryption_configuration"), "encryption_option")
	path := ["configuration", 0, "result_configuration", 0, "encryption_configuration", 0, "encryption_option"]
	needs := [{"resource": group.id, "path": ["configuration", 0, "managed_query_results_configuration", 0, "enabled"]}]
}
