# METADATA
# title: Identity may run code as every service account of a project
# description: |
#   Whatever runs in a project runs as a service account: a machine, a function, a service, a job. Who may start one and
#   act as every account of the project picks the strongest, and runs their own code as it.
#
#   The right to start things is meant; which account they get is what the role Service Account User decides.
# related_resources:
#   - https://cloud.google.com/iam/docs/service-account-permissions
#   - https://cloud.google.com/iam/docs/service-accounts-actas
# custom:
#   severity: high
#   profiles: [default, security]
#   remediation: >-
#     Give the role Service Account User on the accounts that have to be used (`google_service_account_iam_member`), not on
#     the project.
#   aliases: [CKV_GCP_41, CKV_GCP_44, CKV_GCP_45, CKV_GCP_49, GCP-0005, GCP-0009, GCP-0011, AC_GCP_0006, AC_GCP_0007]
#   compliance:
#     cis-gcp-2.0: ["1.6"]
package policy.google.iam.run_as_every_account

import data.lib.identity
import data.lib.member

deny contains {
	"resource": member.at_fault(who, right),
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": identity.needs([right, run]),
	"evidence": identity.evidence([right, run]),
	"message": message,
} if {
	some who in member.identities
	some right in identity.anywhere(who, ["iam.serviceAccounts.actAs"])
	run := member.running(who)
	message := sprintf("%s may act as every service account of the %s (%s), in what it may run (%s)", [
		member.title(who),
		member.level(right),
		right.action,
		run.action,
	])
}
