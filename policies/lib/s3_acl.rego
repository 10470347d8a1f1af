# Access control lists of S3 buckets that name everybody, in all forms that Terraform has for them.
package lib.s3_acl

import data.lib.attribute
import data.lib.graph
import data.lib.s3

# Each place where strangers are named: whose list it is, where that stands, what must be known for it to hold, what it
# says, and whether it lets them change things.
openings := array.concat(in_buckets, array.concat(beside_buckets, of_others))

# Written in the bucket itself, as up to version 3 of the provider.
in_buckets := [object.union(grant, {"resource": bucket.id, "at": bucket.id, "needs": doubts(bucket)}) |
	some bucket in input.resources.aws_s3_bucket
	some grant in array.concat(canned(bucket.attributes), own_grants(bucket.attributes))
	not neutralised(bucket)
]

# Written in a resource of its own.
beside_buckets := [object.union(grant, {"resource": bucket.id, "at": acl.id, "needs": doubts(bucket)}) |
	some bucket in input.resources.aws_s3_bucket
	some acl in graph.referrers_via(bucket, "aws_s3_bucket_acl", "bucket")
	some grant in array.concat(canned(acl.attributes), policy_grants(acl.attributes))
	not neutralised(bucket)
]

# For a bucket that is made elsewhere.
of_others := [object.union(grant, {"resource": acl.id, "at": acl.id, "needs": needs}) |
	some acl in input.resources.aws_s3_bucket_acl
	count(graph.targets_via(acl, "aws_s3_bucket", "bucket")) == 0
	some grant in array.concat(canned(acl.attributes), policy_grants(acl.attributes))
	not s3.account_sets(acl.root, "ignore_public_acls")
	needs := s3.access_block_doubts(acl, ["ignore_public_acls"])
]

# Grants are lists of at most one element, or one for each grantee.
canned(attributes) := [{"path": ["acl"], "message": message, "writes": attributes.acl == "public-read-write"} |
	audience := {
		"public-read": "lets anyone on the internet list",
		"public-read-write": "lets anyone on the internet list and change",
		"authenticated-read": "lets every AWS account in the world list",
	}[attributes.acl]
	message := sprintf("The canned ACL `%s` %s the bucket", [attributes.acl, audience])
]

own_grants(attributes) := [{"path": ["grant", i, "uri"], "message": message(grant.uri), "writes": writes} |
	some i, grant in attributes.grant
	grant.uri in public_groups
	writes := count([permission | some permission in grant.permissions; permission in changing]) > 0
]

policy_grants(attributes) := [{"path": path, "message": message(grantee.uri), "writes": writes} |
	some i, policy in attributes.access_control_policy
	some j, grant in policy.grant
	some k, grantee in grant.grantee
	grantee.uri in public_groups
	path := ["access_control_policy", i, "grant", j, "grantee", k, "uri"]
	writes := object.get(grant, "permission", "") in changing
]

# Who may change the list may give themselves the rest.
changing := {"WRITE", "WRITE_ACP", "FULL_CONTROL"}

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
