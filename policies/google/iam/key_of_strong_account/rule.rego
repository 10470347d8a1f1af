# METADATA
# title: Key is made for a service account that can get all rights
# description: |
#   A key of a service account is a file that is good from anywhere and until somebody deletes it. It lies in the state of
#   Terraform, and then wherever it is handed to: in pipelines, on laptops, in backups.
#
#   This one belongs to an account with all rights on a project or more, or enough to get them.
# related_resources:
#   - https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys
#   - https://cloud.google.com/iam/docs/workload-identity-federation
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Do without the key: let pipelines act as the account by workload identity federation, people by impersonation, programs in
#     Google Cloud by running as it. Else take the strong role from the account.
#   compliance:
#     cis-gcp-2.0: ["1.4"]
package policy.google.iam.key_of_strong_account

import data.lib.member

deny contains {
	"resource": who.id,
	"at": holder.id,
	"path": holder.via,
	"by_reference": true,
	"evidence": giving,
	"message": sprintf("The key is good for an account that %s", [worth[who.power]]),
} if {
	some who in member.accounts
	who.power in {"administrator", "escalating"}
	some holder in who.holders
	holder.how == "key"
	giving := [{"resource": grant.resource, "path": grant.path, "note": sprintf("gives it %s", [concat(", ", grant.actions)])} |
		some grant in who.grants
		member.level(grant)
	]
}

worth := {"administrator": "may do everything", "escalating": "can give itself all rights"}
