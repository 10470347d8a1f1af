# METADATA
# title: EMR security configuration encrypts files in S3 with a key of S3
# description: |
#   EMR runs clusters of machines that work on large amounts of data. A key of one's own has a policy that says who
#   may use it, a record of each use, and can be withdrawn. A key that AWS keeps for a service lets everyone use it
#   who may use the service. It is a choice that costs a little for each key.
# related_resources:
#   - https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `EncryptionMode` in `S3EncryptionConfiguration` to `SSE-KMS` and `AwsKmsKey` to a key of your own.
#   aliases: [CKV_AWS_171]
package policy.aws.emr.without_own_key

import data.lib.emr

deny contains {"resource": configuration.id, "path": path, "message": "`EncryptionMode` is `SSE-S3`"} if {
	some configuration in input.resources.aws_emr_security_configuration
	emr.at_rest(configuration).S3EncryptionConfiguration.EncryptionMode == "SSE-S3"
	path := [
		"configuration",
		"EncryptionConfiguration",
		"AtRestEncryptionConfiguration",
		"S3EncryptionConfiguration",
		"EncryptionMode",
	]
}
