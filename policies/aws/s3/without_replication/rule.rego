# METADATA
# title: Bucket is not copied to another one
# description: |
#   S3 keeps each file in several data centres of one region. A bucket that is replicated has a second copy, in
#   another region or account, which survives an outage of the region, or somebody who takes over the account.
#
#   The copy costs as much as the original, so this is for what cannot be had again.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add an `aws_s3_bucket_replication_configuration` whose `bucket` is this bucket's `id`, with a `rule` whose
#     `status` is `Enabled`.
#   aliases: [CKV_AWS_144]
package policy.aws.s3.without_replication

import data.lib.s3
import data.lib.setting

deny contains {
	"resource": bucket.id,
	"path": [],
	"needs": array.concat(
		[{"resource": bucket.id, "path": ["replication_configuration"]}],
		s3.doubts(bucket, "aws_s3_bucket_replication_configuration"),
	),
	"message": "No replication is set on the bucket",
	"missing": "aws_s3_bucket_replication_configuration",
} if {
	some bucket in input.resources.aws_s3_bucket
	not receives_copies(bucket)
	count(s3.settings(bucket, "aws_s3_bucket_replication_configuration")) == 0
	not setting.is_set(bucket.attributes, "replication_configuration")
}

# Written in the bucket itself, as up to version 3 of the provider.
deny contains {
	"resource": bucket.id,
	"path": ["replication_configuration", i, "rules", j, "status"],
	"needs": [{"resource": bucket.id, "path": ["replication_configuration", i, "rules", k, "status"]} | some k, _ in replication.rules],
	"message": "No rule of the replication is `Enabled`",
} if {
	some bucket in input.resources.aws_s3_bucket
	some i, replication in bucket.attributes.replication_configuration
	count([rule | some rule in replication.rules; rule.status == "Enabled"]) == 0
	some j in [0]
}

deny contains {
	"resource": bucket.id,
	"at": replication.id,
	"path": ["rule", j, "status"],
	"needs": [{"resource": replication.id, "path": ["rule", k, "status"]} | some k, _ in replication.attributes.rule],
	"message": "No rule of the replication is `Enabled`",
} if {
	some bucket in input.resources.aws_s3_bucket
	some replication in s3.settings(bucket, "aws_s3_bucket_replication_configuration")
	count([rule | some rule in replication.attributes.rule; rule.status == "Enabled"]) == 0
	some j in [0]
}

# The copies go here: they need none of their own.
receives_copies(bucket) if {
	some reference in bucket.referred_by
	reference.kind in {"aws_s3_bucket_replication_configuration", "aws_s3_bucket"}
	"destination" in reference.via
}
