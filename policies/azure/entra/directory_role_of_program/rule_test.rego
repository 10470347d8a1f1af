package policy.azure.entra.directory_role_of_program_test

import data.policy.azure.entra.directory_role_of_program

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

found(path) := denied if {
	held := right("X", {"anywhere": true, "path": [path]})
	one := who("service-principal", "escalating", {"microsoft.directory/applications/credentials/update": [held]})
	denied := directory_role_of_program.deny with input.identities as [one]
}

test_what_leads_to_all if {
	some finding in found("role_id")
	finding.message == "The service principal has a role that leads to all rights in the directory (X)"
}

test_by_another_way if count(found("app_role_id")) == 0
