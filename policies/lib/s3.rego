# An S3 bucket's settings are resources of their own that name the bucket in their argument `bucket`.
package lib.s3

import data.lib.attribute
import data.lib.graph
import data.lib.iam

# Whether it can be told from its reference which bucket `setting` configures.
has_bucket(setting) if {
	some ref in setting.references
	ref.kind in {"aws_s3_bucket", "aws_s3_directory_bucket", "data.aws_s3_bucket"}
	ref.via[0] == "bucket"
}

# The resources of a kind that configure `bucket`.
settings(bucket, kind) := graph.referrers_via(bucket, kind, "bucket")

# What must be known before one can say that no resource of a kind configures `bucket`, as `needs`: which bucket those
# of its root configure that have not been matched with any.
doubts(bucket, kind) := [doubt |
	some setting in unmatched_settings[kind][bucket.root]
	some doubt in [{"resource": setting, "path": ["bucket"]}, {"resource": bucket.id, "path": ["bucket"]}]
]

unmatched_settings := {kind: by_root |
	some kind in {
		"aws_s3_bucket_acl",
		"aws_s3_bucket_lifecycle_configuration",
		"aws_s3_bucket_logging",
		"aws_s3_bucket_policy",
		"aws_s3_bucket_public_access_block",
		"aws_s3_bucket_replication_configuration",
		"aws_s3_bucket_server_side_encryption_configuration",
		"aws_s3_bucket_versioning",
		"aws_s3_bucket_website_configuration",
	}
	found := [setting | some setting in input.resources[kind]; not has_bucket(setting)]
	by_root := {root: ids |
		some root in {setting.root | some setting in found}
		ids := [setting.id | some setting in found; setting.root == root]
	}
}

is_website(bucket) if count(websites(bucket)) > 0

# Whether there are files in a bucket for a website to show: one that sends all its readers elsewhere has none.
serves_website(bucket) if {
	some site in websites(bucket)
	count(object.get(site, "redirect_all_requests_to", [])) == 0
}

websites(bucket) := array.concat(
	[block | some block in bucket.attributes.website],
	[site.attributes | some site in settings(bucket, "aws_s3_bucket_website_configuration")],
)

# What must be known before one can say that a bucket is no website, as `needs`.
website_doubts(bucket) := array.concat(
	[{"resource": bucket.id, "path": ["website", 0]}],
	doubts(bucket, "aws_s3_bucket_website_configuration"),
)

# Whether AWS itself writes logs into the bucket. Some of what writes them can use no key of KMS.
receives_logs(bucket) if keeps_access_logs(bucket)

receives_logs(bucket) if {
	some acl in settings(bucket, "aws_s3_bucket_acl")
	takes_logs(acl.attributes)
}

receives_logs(bucket) if {
	some policy in settings(bucket, "aws_s3_bucket_policy")
	some statement in iam.statements(policy.attributes.policy)
	statement.body.Effect == "Allow"
	names_log_service(statement.body.Principal.Service)
}

# Whether the bucket is where the access logs of others go.
keeps_access_logs(bucket) if bucket.attributes.acl == "log-delivery-write"

keeps_access_logs(bucket) if count(graph.referrers_via(bucket, "aws_s3_bucket_logging", "target_bucket")) > 0

keeps_access_logs(bucket) if {
	some other in graph.referrers(bucket, "aws_s3_bucket")
	some reference in other.references
	reference.id == bucket.id
	reference.via[0] == "logging"
}

# What must be known before one can say that nobody's access logs go into the bucket, as `needs`. Its own do not: each
# line of the log would make another one.
access_log_doubts(bucket) := array.concat(
	[{"resource": bucket.id, "path": ["acl"]}],
	[doubt |
		some kind, argument in {"aws_s3_bucket_logging": "target_bucket", "aws_s3_bucket": "logging"}
		some doubt in graph.unresolved(bucket, kind, argument)
		not doubt.resource in own_logging(bucket)
	],
)

own_logging(bucket) := {bucket.id} | {setting.id | some setting in settings(bucket, "aws_s3_bucket_logging")}

# The same of all logs that AWS writes.
log_doubts(bucket) := array.concat(
	array.concat(
		access_log_doubts(bucket),
		array.concat(doubts(bucket, "aws_s3_bucket_acl"), doubts(bucket, "aws_s3_bucket_policy")),
	),
	array.concat(
		[need |
			some acl in settings(bucket, "aws_s3_bucket_acl")
			some argument in ["acl", "access_control_policy"]
			some need in attribute.unknown_in(acl, [argument], ["grant", "grantee", "uri"])
		],
		[need |
			some policy in settings(bucket, "aws_s3_bucket_policy")
			some need in attribute.unknown_in(policy, ["policy"], ["Statement", "Effect", "Principal", "Service"])
		],
	),
)

takes_logs(attributes) if attributes.acl == "log-delivery-write"

takes_logs(attributes) if {
	some policy in attributes.access_control_policy
	some grant in policy.grant
	some grantee in grant.grantee
	grantee.uri == "http://acs.amazonaws.com/groups/s3/LogDelivery"
}

names_log_service(service) if service in log_services

names_log_service(services) if {
	is_array(services)
	some service in services
	service in log_services
}

log_services := {
	"delivery.logs.amazonaws.com",
	"logdelivery.elasticloadbalancing.amazonaws.com",
	"logging.s3.amazonaws.com",
}

# What must be known before one can say that no public access block sets `flags` for `bucket`: which bucket the blocks
# of its root configure that have not been matched with any, and what the account's own block says. `bucket` may also
# be another resource whose argument `bucket` names it.
access_block_doubts(bucket, flags) := array.concat(
	doubts(bucket, "aws_s3_bucket_public_access_block"),
	account_doubts(bucket.root, flags),
)

# What must be known of the account's own block for that.
account_doubts(root, flags) := [{"resource": block, "path": [flag]} |
	some block in account_access_blocks[root]
	some flag in flags
]

access_block_flags := ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]

# By root. (Sets under computed keys, `name[key] contains value`, stay empty in the engine that runs policies.)
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
