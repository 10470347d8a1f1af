# METADATA
# title: Basic role is given on a project or more
# description: |
#   Owner, Editor and Viewer are older than the other roles and cover nearly every service, also those that a project begins
#   to use later: an editor may change every resource, a viewer may read most of what is stored.
#
#   Predefined roles say what somebody does, for the services that they do it in.
# related_resources:
#   - https://cloud.google.com/iam/docs/understanding-roles#basic
#   - https://cloud.google.com/iam/docs/recommender-overview
# custom:
#   severity: low
#   worst_case: {gain: everything, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Give predefined roles for the services in question, or a custom role.
#   aliases: [CKV_GCP_115, CKV_GCP_116, CKV_GCP_117]
package policy.google.iam.basic_role

import data.lib.member

deny contains {
	"resource": member.at_fault(who, grant),
	"at": grant.resource,
	"path": grant.path,
	"by_reference": true,
	"needs": member.needs(who, grant),
	"evidence": grant.evidence,
	"message": message,
} if {
	some who in member.identities
	some grant in who.grants
	some role in grant.actions
	role in basic
	level := member.level(grant)
	not of_another_rule(who, role)
	message := sprintf("%s has the basic role %s on the %s", [member.title(who), role, level])
}

basic := {"roles/admin", "roles/editor", "roles/owner", "roles/reader", "roles/viewer", "roles/writer"}

# Programs with such a role are worse.
of_another_rule(who, role) if {
	endswith(who.form, "service-account")
	role in member.full
}

of_another_rule(who, _) if who.form == "everyone"
