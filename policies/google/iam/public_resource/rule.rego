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
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the users, groups or service accounts that need the role.
#   aliases: [CKV_GCP_98, CKV_GCP_99, CKV_GCP_100, CKV_GCP_101, CKV_GCP_102, CKV_GCP_107, CKV_GCP_112, CKV_GCP_113, CKV2_GCP_6, CKV2_GCP_8]
package policy.google.iam.public_resource

import data.lib.granted_on
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
	"resource": about.id,
	"at": named.resource,
	"path": named.path,
	"by_reference": true,
	"needs": member.needs(who, grant),
	"evidence": [{"resource": grant.resource, "path": grant.path, "note": "the role"}],
	"message": message,
} if {
	some subject in subjects
	some about in input.resources[subject]
	givers := granted_on.givers(about, subject)
	some who in input.identities
	may_be_everyone(who)
	some grant in who.grants
	grant.resource in givers
	not member.level(grant)
	kind := split(grant.resources[0], "/")[0]
	not of_another_rule(kind, grant)
	named := member.member_of(grant)
	message := sprintf("%s has the role %s on the %s", [object.get(who, "name", "Whoever is named"), concat(", ", grant.actions), replace(kind, "_", " ")])
}

subjects := {
	"google_artifact_registry_repository",
	"google_bigquery_dataset",
	"google_bigquery_table",
	"google_bigtable_instance",
	"google_dataproc_cluster",
	"google_kms_crypto_key",
	"google_kms_key_ring",
	"google_pubsub_subscription",
	"google_pubsub_topic",
	"google_secret_manager_secret",
	"google_sourcerepo_repository",
	"google_spanner_database",
	"google_spanner_instance",
}

may_be_everyone(who) if who.form == "everyone"

# Undecided by what the violation needs.
may_be_everyone(who) if member.is_nobody_known(who)

# A policy that nothing here has yet.
deny contains {
	"resource": policy.id,
	"path": ["binding", i, "members", j],
	"needs": member.unknown_members,
	"message": sprintf("%s has the role %s by this policy", [everybody, binding.role]),
} if {
	some policy in input.resources["data.google_iam_policy"]
	count(policy.referred_by) == 0
	some i, binding in policy.attributes.binding
	some everybody in ["allAuthenticatedUsers", "allUsers", "allauthenticatedusers", "allusers"]
	some j, name in binding.members
	name == everybody
}

# Buckets, service accounts, and services that are there to be called have rules of their own.
of_another_rule(kind, _) if kind in {"serviceAccounts", "storage_bucket"}

of_another_rule(kind, _) if startswith(kind, "iap_")

of_another_rule(kind, grant) if {
	startswith(kind, "cloud")
	some role in grant.actions
	endswith(lower(role), "invoker")
}
