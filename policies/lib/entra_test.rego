package lib.entra_test

import data.lib.entra

right(action, path, fields) := object.union(
	{
		"action": action, "resource": "a", "path": [path], "needs": [], "evidence": [], "anywhere": true, "itself": false,
		"sweeping": false, "narrowed": false, "targets": [], "resources": ["/"],
	},
	fields,
)

who(form, fields) := object.union(
	{"id": "i", "provider": "azure", "form": form, "power": "escalating", "permissions": {}, "administrator": [], "holders": [], "trust": []},
	fields,
)

test_programs_only if {
	all := entra.programs with input.identities as [who("service-principal", {}), who("user", {}), who("system-identity", {})]
	count(all) == 2
}

test_rights_that_lead_to_all if {
	every action in entra.actions {
		count(entra.leading(who("application", {"permissions": {action: [right("X", "role_id", {})]}}))) == 1
	}
	count(entra.leading(who("application", {"administrator": [right("Global Administrator", "role_id", {"sweeping": true})]}))) == 1
	count(entra.leading(who("application", {"administrator": [right("*", "role_definition_name", {"sweeping": true})]}))) == 0
	held := {entra.actions[0]: [right("X", "role_id", {"anywhere": false})], "other": [right("X", "role_id", {})]}
	count(entra.leading(who("application", {"permissions": held}))) == 0
}
