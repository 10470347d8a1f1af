# METADATA
# title: Identity may have a deployment made with the rights of an editor
# description: |
#   Deployment Manager makes what a configuration says, and acts as an account that Google keeps for the project, which is
#   by default an editor of it. Whoever may make or change a deployment needs no right of their own on what is in it.
#
#   So a role for deployments is worth the role of an editor.
# related_resources:
#   - https://cloud.google.com/deployment-manager/docs/access-control
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Leave these roles to those who may be editors, or take the role `roles/editor` from the account
#     `<number>@cloudservices.gserviceaccount.com`. Deployments that act as an account of their own can be made with
#     Infrastructure Manager.
package policy.google.iam.deployment_as_editor

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
	message := sprintf("%s may make deployments of the %s, which act as an editor (%s)", [member.title(who), member.level(right), right.action])
}

permissions := ["deploymentmanager.deployments.create", "deploymentmanager.deployments.update"]
