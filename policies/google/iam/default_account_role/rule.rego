# METADATA
# title: Service account that every project has is given a role
# description: |
#   Google makes some service accounts with a project: that of Compute Engine, of App Engine, of Cloud Build. Whatever names
#   no account of its own runs as one of them: every machine, every cluster, most builds and functions.
#
#   A role that one program needs is given to all of them this way, and to what is added later.
# related_resources:
#   - https://cloud.google.com/iam/docs/best-practices-service-accounts
#   - https://cloud.google.com/iam/docs/service-account-types#default
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Make a service account for the program (`google_service_account`), give the role to it, and let the program run as it.
#   aliases: [CKV_GCP_46, CKV_GCP_47, CKV_GCP_48, GCP-0004, GCP-0006, GCP-0008]
package policy.google.iam.default_account_role

import data.lib.member

deny contains {
	"resource": member.at_fault(who, grant),
	"at": named.resource,
	"path": named.path,
	"by_reference": true,
	"needs": member.needs(who, grant),
	"evidence": grant.evidence,
	"message": message,
} if {
	some who in member.accounts
	some grant in who.grants
	who.form == "default-service-account"
	level := member.level(grant)
	some role in grant.actions
	not role in member.full
	named := member.member_of(grant)
	message := sprintf("The default service account has the role %s on the %s", [role, level])
}
