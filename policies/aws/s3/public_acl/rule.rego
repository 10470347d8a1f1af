# METADATA
# title: S3 bucket ACL grants public access
# description: |
#   An access control list (ACL) says which AWS accounts may list, read or write the files of a storage bucket. This
#   one names everyone on the internet, or everyone with an AWS account of any kind, which anybody can open for free.
#
#   Public buckets are searched for all the time. What can be read will be copied; what can be written to will be
#   used to serve malware, to change what the bucket's readers trust, or to run up the bill.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
# custom:
#   severity: high
#   profiles: [default, security]
#   remediation: >-
#     Set `acl` to `private` or remove it, and remove grants to the groups AllUsers and AuthenticatedUsers. Serve
#     public files through CloudFront with origin access control.
#   aliases: [CKV_AWS_20, CKV_AWS_57, AWS-0092, AWS-0161, AC_AWS_0210, AC_AWS_0211, AC_AWS_0212, AC_AWS_0213]
#   compliance: {cis-aws-1.5: ["2.1.5"]}
package policy.aws.s3.public_acl

import data.lib.attribute
import data.lib.graph
import data.lib.s3

# Written in the bucket itself, as up to version 3 of the provider.
deny contains {
	"resource": bucket.id,
	"path": grant.path,
	"needs": doubts(bucket),
	"message": grant.message,
} if {
	some bucket in input.resources.aws_s3_bucket
	some grant in array.concat(canned(bucket.attributes), own_grants(bucket.attributes))
	not neutralised(bucket)
}

# Written in a resource of its own.
deny contains {
	"resource": bucket.id,
	"at": acl.id,
	"path": grant.path,
	"needs": doubts(bucket),
	"message": grant.message,
} if {
	some bucket in input.resources.aws_s3_bucket
	some acl in graph.referrers_via(bucket, "aws_s3_bucket_acl", "bucket")
	some grant in array.concat(canned(acl.attributes), policy_grants(acl.attributes))
	not neutralised(bucket)
}

# For a bucket that is made elsewhere.
deny contains {
	"resource": acl.id,
	"path": grant.path,
	"needs": s3.access_block_doubts(acl, ["ignore_public_acls"]),
	"message": grant.message,
} if {
	some acl in input.resources.aws_s3_bucket_acl
	count(graph.targets_via(acl, "aws_s3_bucket", "bucket")) == 0
	some grant in array.concat(canned(acl.attributes), policy_grants(acl.attributes))
	not s3.account_sets(acl.root, "ignore_public_acls")
}

# Grants are lists of at most one element, or one for each grantee.
canned(attributes) := [{"path": ["acl"], "message": message} |
	audience := {
		"public-read": "lets anyone on the internet list and read",
		"public-read-write": "lets anyone on the internet read and write",
		"authenticated-read": "lets every AWS account in the world list and read",
	}[attributes.acl]
	message := sprintf("The canned ACL `%s` %s the bucket", [attributes.acl, audience])
]

own_grants(attributes) := [{"path": ["grant", i, "uri"], "message": message(grant.uri)} |
	some i, grant in attributes.grant
	grant.uri in public_groups
]

policy_grants(attributes) := [{"path": path, "message": message(grantee.uri)} |
	some i, policy in attributes.access_control_policy
	some j, grant in policy.grant
	some k, grantee in grant.grantee
	grantee.uri in public_groups
	path := ["access_control_policy", i, "grant", j, "grantee", k, "uri"]
]

public_groups := {
	"http://acs.amazonaws.com/groups/global/AllUsers",
	"http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
}

message(group) := "A grant names AllUsers, which is anyone on the internet" if endswith(group, "/AllUsers")

message(group) := "A grant names AuthenticatedUsers, which is every AWS account in the world" if {
	endswith(group, "/AuthenticatedUsers")
}

# `block_public_acls` alone is no protection: it refuses new public ACLs and leaves those alone that were set first.
neutralised(bucket) if {
	some block in graph.referrers_via(bucket, "aws_s3_bucket_public_access_block", "bucket")
	attribute.is_true(block.attributes.ignore_public_acls)
}

neutralised(bucket) if {
	some controls in graph.referrers_via(bucket, "aws_s3_bucket_ownership_controls", "bucket")
	some rule in controls.attributes.rule
	rule.object_ownership == "BucketOwnerEnforced"
}

neutralised(bucket) if s3.account_sets(bucket.root, "ignore_public_acls")

doubts(bucket) := array.concat(
	s3.access_block_doubts(bucket, ["ignore_public_acls"]),
	[doubt |
		some kind, path in {
			"aws_s3_bucket_public_access_block": ["ignore_public_acls"],
			"aws_s3_bucket_ownership_controls": ["rule", 0, "object_ownership"],
		}
		some setting in graph.referrers_via(bucket, kind, "bucket")
		doubt := {"resource": setting.id, "path": path}
	],
)
