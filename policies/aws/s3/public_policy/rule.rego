# METADATA
# title: S3 bucket policy lets anybody in
# description: |
#   A bucket holds files. The policy of this one lets anybody on the internet do something with them, without a login.
#   Public buckets are searched for all the time, and what can be read will be copied.
#
#   Where the statement allows writing or deleting, strangers can also replace what readers trust, or take the files
#   away.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the accounts, roles or services in `Principal`. Serve public files through CloudFront with origin access
#     control, and set all four settings of an `aws_s3_bucket_public_access_block`.
#   aliases: [CKV_AWS_70, AC_AWS_0217, AC_AWS_0218, AC_AWS_0219, AC_AWS_0220, AC_AWS_0221, AC_AWS_0224]
package policy.aws.s3.public_policy

import data.lib.attribute
import data.lib.graph
import data.lib.resource_policy
import data.lib.s3

deny contains {
	"resource": policy.id,
	"path": array.concat(["policy"], statement.path),
	"needs": array.concat(unknown_conditions(policy, statement), doubts(policy, buckets(policy))),
	"message": message(statement.body),
} if {
	some policy in input.resources.aws_s3_bucket_policy
	some statement in resource_policy.open(policy.attributes.policy)
	not restricted(policy.root, buckets(policy))
}

deny contains {
	"resource": bucket.id,
	"path": array.concat(["policy"], statement.path),
	"needs": array.concat(unknown_conditions(bucket, statement), doubts(bucket, [bucket])),
	"message": message(statement.body),
} if {
	some bucket in input.resources.aws_s3_bucket
	some statement in resource_policy.open(bucket.attributes.policy)
	not restricted(bucket.root, [bucket])
}

unknown_conditions(holder, statement) := attribute.unknown_below(
	holder,
	array.concat(["policy"], array.concat(statement.statement, ["Condition"])),
)

buckets(policy) := graph.targets_via(policy, "aws_s3_bucket", "bucket")

# With `restrict_public_buckets` a public policy lets in nobody but the account itself and services of AWS; with
# `block_public_policy` AWS refuses to take it.
protecting := ["restrict_public_buckets", "block_public_policy"]

restricted(root, _) if {
	some flag in protecting
	s3.account_sets(root, flag)
}

restricted(_, of) if {
	some bucket in of
	some block in graph.referrers_via(bucket, "aws_s3_bucket_public_access_block", "bucket")
	some flag in protecting
	attribute.is_true(block.attributes[flag])
}

doubts(holder, of) := array.concat(
	s3.access_block_doubts(holder, protecting),
	[{"resource": block.id, "path": [flag]} |
		some bucket in of
		some block in graph.referrers_via(bucket, "aws_s3_bucket_public_access_block", "bucket")
		some flag in protecting
	],
)

message(body) := "The statement lets anybody in" if count(actions(body)) == 0

message(body) := sprintf("Anybody on the internet may call %s", [concat(", ", actions(body))]) if count(actions(body)) in {1, 2, 3}

message(body) := sprintf("Anybody on the internet may call %s and %d more", [
	concat(", ", array.slice(actions(body), 0, 3)),
	count(actions(body)) - 3,
]) if {
	count(actions(body)) > 3
}

actions(body) := [name | some name in [body.Action]; is_string(name)] if not is_array(body.Action)

actions(body) := [name | some name in body.Action; is_string(name)] if is_array(body.Action)
