# METADATA
# title: S3 bucket answers without TLS
# description: |
#   S3 takes requests over HTTP as well as over HTTPS. What is sent over HTTP, the files and who asks for them, is read
#   and changed by whoever sits on the way.
#
#   Only the bucket's policy can refuse such requests, for all who may use the bucket, whatever their programs do.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html#transit
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-5
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add a statement to the bucket's policy that denies `s3:*` to everybody, on the bucket and on what is in it, where
#     `aws:SecureTransport` is `false`.
#   compliance: {cis-aws-1.5: ["2.1.2"]}
package policy.aws.s3.plain_http

import data.lib.graph
import data.lib.s3
import data.lib.secure_transport
import data.lib.setting

deny contains {
	"resource": bucket.id,
	"path": [],
	"needs": array.concat([{"resource": bucket.id, "path": ["policy"]}], doubts(bucket)),
	"message": "The bucket has no policy, so nothing refuses requests without TLS",
	"missing": "aws_s3_bucket_policy",
} if {
	some bucket in input.resources.aws_s3_bucket
	count(s3.settings(bucket, "aws_s3_bucket_policy")) == 0
	not setting.is_set(bucket.attributes, "policy")
	not s3.is_website(bucket)
}

deny contains {
	"resource": bucket.id,
	"at": holder.id,
	"path": ["policy"],
	"needs": array.concat(secure_transport.unknown_statements(holder), doubts(bucket)),
	"message": message,
} if {
	some bucket in input.resources.aws_s3_bucket
	not s3.is_website(bucket)
	some holder in holders(bucket)
	setting.is_set(holder.attributes, "policy")
	not secure_transport.demanded_by(holder.attributes.policy)
}

# For a bucket that is made elsewhere.
deny contains {
	"resource": policy.id,
	"path": ["policy"],
	"needs": secure_transport.unknown_statements(policy),
	"message": message,
} if {
	some policy in input.resources.aws_s3_bucket_policy
	count(graph.targets_via(policy, "aws_s3_bucket", "bucket")) == 0
	not secure_transport.demanded_by(policy.attributes.policy)
}

message := "The bucket's policy does not refuse requests without TLS"

# A policy of its own takes the place of the one that is written in the bucket.
holders(bucket) := s3.settings(bucket, "aws_s3_bucket_policy") if {
	count(s3.settings(bucket, "aws_s3_bucket_policy")) > 0
} else := [bucket]

# The pages of a website are served over HTTP alone.
doubts(bucket) := array.concat(s3.doubts(bucket, "aws_s3_bucket_policy"), s3.website_doubts(bucket))
