# METADATA
# title: Storage bucket is open to everyone
# description: |
#   `allUsers` means everyone on the internet, without logging in. `allAuthenticatedUsers` means everyone with
#   any Google account, not only the members of your organisation.
#
#   Whoever holds the role can list or read what lies in the bucket, and with a writing role replace it.
#   Data that became public this way is usually found by people who search for such buckets.
# related_resources:
#   - https://cloud.google.com/storage/docs/access-control/making-data-public
#   - https://cloud.google.com/storage/docs/public-access-prevention
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Grant the role to named users, groups or service accounts, and set `public_access_prevention = "enforced"`
#     on the bucket. Content that is meant for everyone belongs in a bucket of its own.
#   aliases:
#     - CKV_GCP_28
#     - GCP-0001
#     - AC_GCP_0237
#     - AC_GCP_0238
#   compliance:
#     cis-gcp-2.0: ["5.1"]
package policy.google.storage.public_bucket

import data.lib.graph

deny contains violation(grant, ["member"], grant.attributes.member) if {
	some grant in input.resources.google_storage_bucket_iam_member
	is_everyone(grant.attributes.member)
	not is_prevented(grant)
}

deny contains violation(grant, ["members", i], member) if {
	some grant in input.resources.google_storage_bucket_iam_binding
	some i, member in grant.attributes.members
	is_everyone(member)
	not is_prevented(grant)
}

deny contains violation(grant, ["policy_data", "bindings", i, "members", j], member) if {
	some grant in input.resources.google_storage_bucket_iam_policy
	some i, binding in grant.attributes.policy_data.bindings
	some j, member in binding.members
	is_everyone(member)
	not is_prevented(grant)
}

deny contains violation(grant, ["entity"], grant.attributes.entity) if {
	some grant in input.resources.google_storage_bucket_access_control
	is_everyone(grant.attributes.entity)
	not is_prevented(grant)
}

deny contains violation(grant, ["role_entity", i], entity) if {
	some grant in input.resources.google_storage_bucket_acl
	some i, role_entity in grant.attributes.role_entity
	is_string(role_entity)
	entity := split(role_entity, ":")[1]
	is_everyone(entity)
	not is_prevented(grant)
}

deny contains violation(grant, ["predefined_acl"], "allUsers") if {
	some grant in input.resources.google_storage_bucket_acl
	grant.attributes.predefined_acl in {"publicRead", "publicReadWrite"}
	not is_prevented(grant)
}

violation(grant, path, member) := {
	"resource": grant.id,
	"path": path,
	"message": sprintf("%s: %s", [member, meaning[member]]),
	"needs": array.concat(
		[{"resource": bucket.id, "path": ["public_access_prevention"]} |
			some bucket in graph.targets_via(grant, "google_storage_bucket", "bucket")
		],
		[{"resource": grant.id, "path": ["bucket"]} |
			some bucket in input.resources.google_storage_bucket
			bucket.root == grant.root
			bucket.attributes.public_access_prevention == "enforced"
		],
	),
}

# Compared as they are written: of a text that is known in part it is then known that it is neither.
meaning := {
	"allUsers": anybody,
	"allusers": anybody,
	"allAuthenticatedUsers": anybody_signed_in,
	"allauthenticatedusers": anybody_signed_in,
}

anybody := "everyone on the internet has access to the bucket"

anybody_signed_in := "everyone with a Google account has access to the bucket"

is_everyone(member) if member in {"allUsers", "allusers", "allAuthenticatedUsers", "allauthenticatedusers"}

# The bucket itself refuses what is granted to everyone.
is_prevented(grant) if {
	some bucket in graph.targets_via(grant, "google_storage_bucket", "bucket")
	bucket.attributes.public_access_prevention == "enforced"
}
