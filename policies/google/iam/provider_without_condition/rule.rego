# METADATA
# title: Identity pool takes tokens of every customer of another service
# description: |
#   A workload identity pool lets pipelines from outside act in Google Cloud without a key. Its provider takes the word of a
#   service such as GitHub for who somebody is, and that service signs tokens for all of its customers.
#
#   Without a condition on who it is, tokens of strangers are taken too. One binding that does not name the repository or
#   organization then is enough to let everybody in.
# related_resources:
#   - https://cloud.google.com/iam/docs/best-practices-for-using-workload-identity-federation
#   - https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines#conditions
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `attribute_condition` to a claim that only your own tokens have, for example
#     `assertion.repository_owner_id == '<number>'` for GitHub, `assertion.namespace_id == '<number>'` for GitLab, or
#     `assertion.terraform_organization_id == '<id>'` for HCP Terraform.
#   aliases: [CKV_GCP_118, GCP-0068]
package policy.google.iam.provider_without_condition

import data.lib.pool

deny contains {
	"resource": open.provider.id,
	"path": ["attribute_condition"],
	"needs": [{"resource": open.provider.id, "path": [block]} | some block in pool.words],
	"message": sprintf("The provider takes tokens of every customer of %s", [open.issuer]),
} if {
	some open in pool.open
	not lets_anybody_in(open.provider)
}

# A binding lets everybody in: that is worse, and another rule's.
lets_anybody_in(provider) if count(pool.anybody_of(pool.of(provider))) > 0
