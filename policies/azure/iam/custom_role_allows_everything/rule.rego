# METADATA
# title: Custom role allows every action
# description: |
#   A custom role lists the actions that whoever has it may take. This one lists `*`: reading, changing and deleting
#   every resource, and giving oneself and others any role, as Azure's own role Owner does.
#
#   A role of one's own with the same rights is overlooked where people look for owners.
# related_resources:
#   - https://learn.microsoft.com/azure/role-based-access-control/custom-roles
#   - https://learn.microsoft.com/azure/role-based-access-control/best-practices
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     List the actions that are needed. Where somebody has to own the subscription, assign Owner, for a short time.
#   aliases: [CKV_AZURE_39, AZU-0030, AZU-0052]
package policy.azure.iam.custom_role_allows_everything

import data.lib.azure_role

deny contains {
	"resource": definition.id,
	"path": listed.path,
	"needs": listed.needs,
	"message": "The role allows every action, giving roles included (`*`)",
} if {
	some definition in input.resources.azurerm_role_definition
	some listed in azure_role.actions(definition)
	listed.action == "*"
	count(azure_role.gives(listed)) > 0
}
