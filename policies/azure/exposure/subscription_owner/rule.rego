# METADATA
# title: Machine that the internet reaches may change the whole subscription
# description: |
#   The internet reaches this machine, and its managed identity has the role of an owner or contributor of a
#   subscription or management group.
#
#   Whoever runs a program on it asks the metadata service for a token, without any password, and reads, changes and
#   deletes what the subscription holds.
# related_resources:
#   - https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview
# custom:
#   severity: critical
#   profiles: [default, security]
#   remediation: >-
#     Assign a role with few rights on the resource group or the single resource that the program uses, instead of
#     this one.
package policy.azure.exposure.subscription_owner

import data.lib.attribute
import data.lib.exposure
import data.lib.graph

deny contains {
	"resource": reached.id,
	"at": assignment.id,
	"path": ["role_definition_name"],
	"needs": array.concat(reached.unknown, doubts),
	"evidence": array.concat(reached.stations, [{
		"resource": assignment.id,
		"path": ["scope"],
		"note": "the whole subscription, or more",
	}]),
	"message": sprintf("The internet reaches %s, and this makes its identity %s of the subscription", [reached.kind, role]),
} if {
	some kind in [
		"azurerm_container_app",
		"azurerm_container_group",
		"azurerm_linux_function_app",
		"azurerm_linux_virtual_machine",
		"azurerm_linux_web_app",
		"azurerm_virtual_machine",
		"azurerm_windows_function_app",
		"azurerm_windows_virtual_machine",
		"azurerm_windows_web_app",
	]
	some reached in exposure.of_kind(kind)
	some holder in array.concat([input.resources[kind][reached.index]], identities(reached))
	some assignment in graph.referrers_via(holder, "azurerm_role_assignment", "principal_id")
	role := role_of(assignment)
	doubts := whole(assignment)
}

role_of(assignment) := role if {
	role := assignment.attributes.role_definition_name
	role in {"Owner", "Contributor", "User Access Administrator"}
}

role_of(assignment) := "an owner" if attribute.is_unknown(assignment, "role_definition_name")

identities(reached) := [input.resources.azurerm_user_assigned_identity[step.index] |
	some step in reached.reaches
	step.kind == "azurerm_user_assigned_identity"
]

# That the scope is a whole subscription, or more: what would have to be known for it.
whole(assignment) := [] if {
	regex.match(`^/subscriptions/[^/]+/?$`, assignment.attributes.scope)
} else := [] if {
	startswith(assignment.attributes.scope, "/providers/Microsoft.Management/managementGroups/")
} else := [] if {
	names_subscription(assignment)
} else := [{"resource": assignment.id, "path": ["scope"]}] if {
	attribute.is_unknown(assignment, "scope")
	not refers(assignment)
}

names_subscription(assignment) if {
	some reference in assignment.references
	reference.via[0] == "scope"
	reference.kind in {"data.azurerm_subscription", "azurerm_subscription", "azurerm_management_group"}
}

# To something smaller.
refers(assignment) if {
	some reference in assignment.references
	reference.via[0] == "scope"
}
