# METADATA
# title: Identity may give itself every role on a project
# description: |
#   Who has which role on a project, folder or organization stands in its policy. Who may change that policy gives
#   themselves the role of an owner: the right to say who may do what is the right to do everything.
#
#   Administrators need it. A pipeline, a program or a role with a harmless name does not.
# related_resources:
#   - https://cloud.google.com/iam/docs/understanding-roles#resource-manager-roles
#   - https://cloud.google.com/iam/docs/setting-limits-on-granting-roles
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give roles in the configuration, by an account that only the pipeline for it uses. Where somebody has to give roles, add
#     a condition on `api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', [])` that names those they may give.
package policy.google.iam.project_policy

import data.lib.identity
import data.lib.member

deny contains {
	"resource": member.at_fault(who, right),
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": identity.needs([right]),
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in member.identities
	some right in identity.anywhere(who, permissions)
	message := sprintf("%s may give itself every role on the %s (%s)", [member.title(who), member.level(right), right.action])
}

permissions := [
	"resourcemanager.folders.setIamPolicy",
	"resourcemanager.organizations.setIamPolicy",
	"resourcemanager.projects.setIamPolicy",
]
