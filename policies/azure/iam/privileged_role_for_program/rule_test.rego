package policy.azure.iam.privileged_role_for_program_test

import data.policy.azure.iam.privileged_role_for_program

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

found(who, exposures) := denied if {
	denied := privileged_role_for_program.deny with input as {"identities": [who], "exposures": exposures}
}

owner := right("*", {"anywhere": true, "sweeping": true})

app := object.union(who("system-identity", "administrator", {}), {
	"administrator": [owner],
	"holders": [{"id": "app", "via": ["identity"], "how": "app"}],
})

reached(fields) := object.union({"id": "app", "kind": "azurerm_linux_web_app", "standing": "open", "unknown": []}, fields)

test_a_program_that_owns_the_subscription if {
	some finding in found(app, [])
	finding.message == "The resource's own identity may do everything in the whole subscription"
	finding.evidence[1].note == "runs as the identity"
	every fields in [{"standing": "possible"}, {"unknown": [{}]}, {"kind": "Service"}] {
		count(found(app, [reached(fields)])) == 1
	}
}

test_the_rest_passes if {
	count(found(app, [reached({})])) == 0
	count(found(object.union(app, {"form": "group"}), [])) == 0
	count(found(object.union(app, {"administrator": []}), [])) == 0
}
