# METADATA
# title: Service account is an owner, editor or administrator
# description: |
#   A service account is what programs act as, and its credentials lie wherever they run: on machines, in pipelines, in
#   files. An owner may do everything in the project, an editor may change all that is in it, an organization's administrator
#   may give themselves both.
#
#   Whoever gets hold of one of these credentials, through a hole in the program or a file that was left behind, has all that.
# related_resources:
#   - https://cloud.google.com/iam/docs/understanding-roles#basic
#   - https://cloud.google.com/iam/docs/best-practices-service-accounts
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Give the account the predefined roles that its program needs. Where it applies configurations, let only the pipeline for
#     that act as it, and only from its main branch.
#   aliases: [CKV_GCP_42, CKV_GCP_44, CKV_GCP_45, CKV_GCP_46, CKV_GCP_47, CKV_GCP_48, CKV_GCP_49, GCP-0004, GCP-0005, GCP-0006, GCP-0007, GCP-0008, GCP-0009, AC_GCP_0005]
#   compliance:
#     cis-gcp-2.0: ["1.5"]
package policy.google.iam.account_with_full_rights

import data.lib.member

deny contains {
	"resource": member.at_fault(who, grant),
	"at": grant.resource,
	"path": grant.path,
	"by_reference": true,
	"needs": member.needs(who, grant),
	"evidence": array.concat(grant.evidence, holding),
	"message": message,
} if {
	some who in member.accounts
	some grant in who.grants
	some role in grant.actions
	role in member.full
	level := member.level(grant)
	holding := [{"resource": holder.id, "path": holder.via, "note": "acts as the account"} | some holder in who.holders]
	message := sprintf("%s has the role %s on the %s", [member.title(who), role, level])
}
