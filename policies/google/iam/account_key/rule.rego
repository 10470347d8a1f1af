# METADATA
# title: Key is made for a service account
# description: |
#   A key of a service account is a file that is good from anywhere and until somebody deletes it. Terraform keeps it in its
#   state, readable for everybody who can read that.
#
#   Pipelines, people and programs can act as an account without a key.
# related_resources:
#   - https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys
#   - https://cloud.google.com/iam/docs/workload-identity-federation
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Let pipelines act as the account by workload identity federation, people by impersonation, programs in Google Cloud by
#     running as it.
#   compliance:
#     cis-gcp-2.0: ["1.4"]
package policy.google.iam.account_key

deny contains {
	"resource": key.id,
	"path": ["service_account_id"],
	"by_reference": true,
	"needs": [need | some who in owners(key); some need in who.unknown],
	"message": "The key is good from anywhere until it is deleted",
} if {
	some key in input.resources.google_service_account_key
	not belongs_to_strong(key)
}

# Those are worse, and another rule's.
belongs_to_strong(key) if {
	some who in owners(key)
	who.power != "ordinary"
}

owners(key) := [who |
	some who in input.identities
	some holder in who.holders
	holder.id == key.id
]
