# METADATA
# title: Program has a permission of Microsoft Graph that leads to all rights in the directory
# description: |
#   With RoleManagement.ReadWrite.Directory a program gives itself any role of the directory, with
#   AppRoleAssignment.ReadWrite.All any permission, with Application.ReadWrite.All it signs in as any application.
#   These are permissions of the program itself, with no person in between.
#
#   Whoever gets hold of the program's secret or token gets the directory, and with it the subscriptions.
# related_resources:
#   - https://learn.microsoft.com/graph/permissions-reference
#   - https://learn.microsoft.com/entra/identity-platform/permissions-consent-overview
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the program a narrower permission, such as Application.ReadWrite.OwnedBy or Directory.Read.All, or let
#     people do what needs this one.
package policy.azure.entra.graph_permission_over_directory

import data.lib.azure
import data.lib.entra
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": right.needs,
	"evidence": identity.evidence([right]),
	"message": sprintf("%s has a permission that leads to all rights in the directory (%s)", [azure.title(who), right.action]),
} if {
	some who in entra.programs
	some right in entra.leading(who)
	right.path == ["app_role_id"]
}
