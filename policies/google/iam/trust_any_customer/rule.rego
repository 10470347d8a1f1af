# METADATA
# title: Every customer of another service may act in the project
# description: |
#   A workload identity pool takes the word of a service such as GitHub for who somebody is, and that service signs tokens for
#   all of its customers. Here neither the pool asks whose token it is, nor the binding that gives a role to whoever comes by
#   the pool.
#
#   A workflow in anybody's repository can use the role.
# related_resources:
#   - https://cloud.google.com/iam/docs/best-practices-for-using-workload-identity-federation
#   - https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines#conditions
# custom:
#   severity: critical
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `attribute_condition` of the provider to a claim that only your own tokens have (`assertion.repository_owner_id`,
#     `assertion.namespace_id`, `assertion.terraform_organization_id`), and name the repository or workspace in the binding:
#     `principalSet://iam.googleapis.com/<pool>/attribute.repository/<owner>/<repository>`.
#   aliases: [CKV_GCP_118, GCP-0068]
package policy.google.iam.trust_any_customer

import data.lib.member
import data.lib.pool

deny contains {
	"resource": open.provider.id,
	"path": ["attribute_condition"],
	"needs": [{"resource": open.provider.id, "path": [block]} | some block in pool.words],
	"evidence": evidence,
	"message": sprintf("Tokens of every customer of %s are taken, and have %s", [open.issuer, concat(", ", roles)]),
} if {
	some open in pool.open
	anybody := pool.anybody_of(pool.of(open.provider))
	roles := {role | some who in anybody; some grant in who.grants; some role in grant.actions}
	evidence := [{"resource": named.resource, "path": named.path, "note": "gives a role to whoever comes by the pool"} |
		some who in anybody
		some grant in who.grants
		named := member.member_of(grant)
	]
	count(evidence) > 0
}

# It is unknown which pool the provider is of.
deny contains {"resource": open.provider.id, "path": path, "message": "Whoever comes by the pool may have a role"} if {
	some open in pool.open
	not pool.of(open.provider)
	some path in open.provider.unknown
	path[0] == "workload_identity_pool_id"
}

# It is unknown who has a role by a binding, or which bindings a policy has.
deny contains {
	"resource": open.provider.id,
	"path": ["attribute_condition"],
	"needs": member.unknown_members,
	"message": "Whoever comes by the pool may have a role",
} if {
	some open in pool.open
	the_pool := pool.of(open.provider)
	count(pool.anybody_of(the_pool)) == 0
	count(member.unknown_members) > 0
}
