# METADATA
# title: Custom role allows actions by a pattern
# description: |
#   A `*` in a custom role takes in every action of a service or of all services, those to come included: reading
#   keys, deleting, changing networks.
#
#   A list of actions says what a role is for, and stays that way.
# related_resources:
#   - https://learn.microsoft.com/azure/role-based-access-control/custom-roles
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     List the actions that are needed; a pattern that ends in `/read` is kept. The activity log shows which actions
#     were used.
package policy.azure.iam.custom_role_wildcard

import data.lib.azure_role

deny contains {
	"resource": definition.id,
	"path": listed.path,
	"message": sprintf("The role allows whatever `%s` takes in", [listed.action]),
} if {
	some definition in input.resources.azurerm_role_definition
	some listed in azure_role.actions(definition)
	contains(listed.action, "*")
	not endswith(lower(listed.action), "/read")
	# That is another rule's subject, and worse.
	count(azure_role.gives(listed)) == 0
}
