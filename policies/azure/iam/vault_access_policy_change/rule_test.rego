package policy.azure.iam.vault_access_policy_change_test

import data.policy.azure.iam.vault_access_policy_change

right(action, fields) := object.union(
	{
		"action": action, "resource": "a", "path": ["role_definition_name"], "needs": [], "evidence": [], "anywhere": false,
		"itself": false, "sweeping": false, "narrowed": false, "targets": [], "resources": ["group"], "conditions": [], "tags": [],
	},
	fields,
)

who(form, power, permissions) := {
	"id": "i", "provider": "azure", "form": form, "power": power, "permissions": permissions, "administrator": [],
	"holders": [], "trust": [],
}

target(power) := {"id": "t", "power": power, "services": [], "needs": [], "doubts": []}

found(power, fields) := denied if {
	permissions := {action: [right("Microsoft.KeyVault/*", fields)] | some action in vault_access_policy_change.actions}
	denied := vault_access_policy_change.deny with input.identities as [who("group", power, permissions)]
}

test_a_vault_that_goes_by_access_policies if {
	some finding in found("ordinary", {"resources": ["azurerm_key_vault.shop"]})
	finding.message == "The group may change who reads the secrets of azurerm_key_vault.shop"
	count(found("ordinary", {})) == 1
}

test_the_rest_passes if {
	count(found("ordinary", {"narrowed": true})) == 0
	count(found("ordinary", {"sweeping": true})) == 0
	count(found("escalating", {})) == 0
}
