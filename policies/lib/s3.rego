# An S3 bucket's settings are resources of their own that name the bucket in their argument `bucket`.
package lib.s3

import data.lib.attribute

# Whether it can be told from its reference which bucket `setting` configures.
has_bucket(setting) if {
	some ref in setting.references
	ref.kind in {"aws_s3_bucket", "data.aws_s3_bucket"}
	ref.via[0] == "bucket"
}

# What must be known before one can say that no public access block sets `flags` for `bucket`: which bucket the blocks
# of its root configure that have not been matched with any, and what the account's own block says. `bucket` may also
# be another resource whose argument `bucket` names it.
access_block_doubts(bucket, flags) := array.concat(
	[doubt |
		some block in unmatched_access_blocks[bucket.root]
		some doubt in [{"resource": block, "path": ["bucket"]}, {"resource": bucket.id, "path": ["bucket"]}]
	],
	[{"resource": block, "path": [flag]} |
		some block in account_access_blocks[bucket.root]
		some flag in flags
	],
)

access_block_flags := ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]

# By root. (Sets under computed keys, `name[key] contains value`, stay empty in the engine that runs policies.)
unmatched_access_blocks := {root: blocks |
	some root in {block.root | some block in unmatched}
	blocks := [block.id | some block in unmatched; block.root == root]
}

unmatched := [block |
	some block in input.resources.aws_s3_bucket_public_access_block
	not has_bucket(block)
]

account_access_blocks := {root: blocks |
	some root in {block.root | some block in input.resources.aws_s3_account_public_access_block}
	blocks := [block.id | some block in input.resources.aws_s3_account_public_access_block; block.root == root]
}

# Whether the account that `root` configures has `flag` set for all its buckets.
account_sets(root, flag) if {
	some block in input.resources.aws_s3_account_public_access_block
	block.root == root
	attribute.is_true(block.attributes[flag])
}
