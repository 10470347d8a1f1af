# METADATA
# title: Everyone has a role on a resource that holds data, keys or messages
# description: |
#   `allUsers` means everyone on the internet, without logging in. `allAuthenticatedUsers` means everyone with any Google
#   account, not only the members of your organization. Names of resources can be guessed, and are no secret.
#
#   Whoever has the role reads or uses what the resource holds: a secret, a key, a table, messages, images of containers.
# related_resources:
#   - https://cloud.google.com/iam/docs/principals-overview
#   - https://cloud.google.com/resource-manager/docs/organization-policy/restricting-domains
# custom:
#   severity: high
#   profiles: [default, security]
#   remediation: >-
#     Name the users, groups or service accounts that need the role.
#   aliases: [CKV_GCP_98, CKV_GCP_99, CKV_GCP_100, CKV_GCP_101, CKV_GCP_102, CKV_GCP_107, CKV_GCP_112, CKV_GCP_113, CKV2_GCP_6, CKV2_GCP_8]
package policy.google.iam.public_resource

import data.lib.graph
import data.lib.member

deny contains {
	"resource": member.at_fault(who, grant),
	"at": named.resource,
	"path": named.path,
	"by_reference": true,
	"needs": member.needs(who, grant),
	"evidence": [{"resource": grant.resource, "path": grant.path, "note": "the role"}],
	"message": message,
} if {
	some who in input.identities
	who.form == "everyone"
	some grant in who.grants
	not member.level(grant)
	kind := split(grant.resources[0], "/")[0]
	not of_another_rule(kind, grant)
	named := member.member_of(grant)
	message := sprintf("%s has the role %s on the %s", [who.name, concat(", ", grant.actions), replace(kind, "_", " ")])
}

# What the role is on has the fault too.
deny contains {
	"resource": about,
	"at": named.resource,
	"path": named.path,
	"by_reference": true,
	"needs": member.needs(who, grant),
	"evidence": [{"resource": grant.resource, "path": grant.path, "note": "the role"}],
	"message": message,
} if {
	some who in input.identities
	who.form == "everyone"
	some grant in who.grants
	not member.level(grant)
	kind := split(grant.resources[0], "/")[0]
	not of_another_rule(kind, grant)
	some about in subjects[grant.resource]
	named := member.member_of(grant)
	message := sprintf("%s has the role %s on the %s", [who.name, concat(", ", grant.actions), replace(kind, "_", " ")])
}

# By the id of what gives a role on something, or holds the role: that something.
subjects := object.union(given_by, held_by)

given_by := {giver.id: ids |
	some kind, givers in input.resources
	startswith(kind, "google_")
	some end in ["_iam_member", "_iam_binding", "_iam_policy"]
	endswith(kind, end)
	some giver in givers
	ids := [subject.id | some subject in graph.targets(giver, trim_suffix(kind, end))]
	count(ids) > 0
}

held_by := {policy.id: ids |
	some policy in input.resources["data.google_iam_policy"]
	ids := [id |
		some reference in policy.referred_by
		some id in given_by[reference.id]
	]
	count(ids) > 0
}

# A policy that nothing here has yet.
deny contains {
	"resource": policy.id,
	"path": ["binding", i, "members", j],
	"needs": member.unknown_members,
	"message": sprintf("%s has the role %s by this policy", [name, binding.role]),
} if {
	some policy in input.resources["data.google_iam_policy"]
	count(policy.referred_by) == 0
	some i, binding in policy.attributes.binding
	some j, name in binding.members
	lower(name) in {"allauthenticatedusers", "allusers"}
}

# Buckets, service accounts, and services that are there to be called have rules of their own.
of_another_rule(kind, _) if kind in {"serviceAccounts", "storage_bucket"}

of_another_rule(kind, _) if startswith(kind, "iap_")

of_another_rule(kind, grant) if {
	startswith(kind, "cloud")
	some role in grant.actions
	endswith(lower(role), "invoker")
}
