# METADATA
# title: Bucket is public
# description: Anyone can read it.
# custom:
#   severity: high
#   profiles: [default]
#   remediation: Set `acl` to `private`.
package policy.test.bucket.public

deny contains {"resource": bucket.id, "path": ["acl"], "message": msg} if {
	some bucket in input.resources.bucket
	bucket.attributes.acl in {"public-read", "public-read-write"}
	msg := sprintf("ACL %s lets anyone read the bucket", [bucket.attributes.acl])
}
