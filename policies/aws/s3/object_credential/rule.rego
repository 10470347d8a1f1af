# METADATA
# title: Object in an S3 bucket holds a credential
# description: |
#   A file in a bucket is read by everyone whom the bucket's policy, an access list or a wide IAM policy lets
#   in, and buckets are the store that is most often opened by mistake. Copies stay behind in old versions,
#   replicas and backups.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Store the credential in Secrets Manager or an SSM SecureString and let whoever needs it read it there.
#     Delete all versions of the object and replace the credential.
package policy.aws.s3.object_credential

import data.lib.credential

deny contains {
	"resource": flow.id,
	"path": flow.path,
	"needs": flow.unknown,
	"by_reference": true,
	"evidence": credential.evidence(flow),
	"message": message,
} if {
	some flow in input.credential_flows
	flow.sink == "object"
	startswith(flow.kind, "aws_")
	message := sprintf("The object holds %s; all who may read the bucket can read it", [credential.listed(flow)])
}
