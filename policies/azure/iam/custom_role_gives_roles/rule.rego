# METADATA
# title: Custom role lets its holder give roles
# description: |
#   Whoever may write role assignments gives itself any role, up to Owner, in the scope where it has the right.
#   Whoever may write role definitions adds actions to a role that it already has.
#
#   Here a custom role allows one of these, by name or by a pattern that takes it in.
# related_resources:
#   - https://learn.microsoft.com/azure/role-based-access-control/custom-roles
#   - https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-overview
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Take the action out of the role, or add it to `not_actions`. Where somebody has to give some roles, assign Role
#     Based Access Control Administrator with a condition that names them.
#   aliases: [AZU-0052]
package policy.azure.iam.custom_role_gives_roles

import data.lib.azure_role

deny contains {
	"resource": definition.id,
	"path": listed.path,
	"needs": listed.needs,
	"message": sprintf("The role's `%s` allows %s", [listed.action, concat(" and ", given)]),
} if {
	some definition in input.resources.azurerm_role_definition
	some listed in azure_role.actions(definition)
	listed.action != "*"
	given := azure_role.gives(listed)
	count(given) > 0
}
