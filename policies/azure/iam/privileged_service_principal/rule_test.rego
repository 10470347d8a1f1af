package policy.azure.iam.privileged_service_principal_test

import data.policy.azure.iam.privileged_service_principal as rule

right(action, sweeping) := {
	"action": action, "resource": "a", "path": ["role_definition_name"], "needs": [], "evidence": [], "anywhere": true,
	"itself": false, "sweeping": sweeping, "narrowed": false, "targets": [], "resources": ["subscription"], "conditions": [], "tags": [],
}

owner := {"power": "administrator", "administrator": [right("*", true)]}

found(changes) := denied if {
	base := {"id": "i", "provider": "azure", "form": "service-principal", "power": "ordinary", "permissions": {}, "administrator": [], "holders": [], "trust": []}
	denied := rule.deny with input as {"identities": [object.union(base, changes)]}
}

test_denies_owners_and_those_who_give_roles if {
	{finding.message | some finding in found(owner)} == {"The service principal may do everything in the whole subscription"}
	giver := right("Microsoft.Authorization/roleAssignments/write", false)
	gives := {"power": "escalating", "permissions": {"Microsoft.Authorization/roleAssignments/write": [giver]}}
	{finding.message | some finding in found(gives)} == {"The service principal may give itself any role in the whole subscription"}
}

test_allows_others if {
	found({}) == set()
	found(object.union(owner, {"form": "group"})) == set()
	found(object.union(owner, {"trust": [{"principal": "repo:example/infrastructure:ref:refs/heads/main"}]})) == set()
	found(object.union(owner, {"holders": [{"id": "vm", "via": [], "how": "vm"}]})) == set()
	writes := "Microsoft.Compute/virtualMachines/write"
	found({"power": "escalating", "permissions": {writes: [right(writes, true)]}}) == set()
}
