package policy.azure.iam.reads_every_secret_test

import data.policy.azure.iam.reads_every_secret

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

found(form, fields) := denied if {
	permissions := {"Microsoft.KeyVault/vaults/secrets/getSecret/action": [right("Microsoft.KeyVault/vaults/secrets/*", fields)]}
	one := object.union(who(form, "ordinary", permissions), {"holders": [{"id": "app", "via": ["identity"], "how": "app"}]})
	denied := reads_every_secret.deny with input.identities as [one]
}

test_every_vault if {
	some finding in found("system-identity", {"anywhere": true})
	finding.message == "The resource's own identity may read the secrets of every key vault (Microsoft.KeyVault/vaults/secrets/* on everything)"
}

test_the_rest_passes if {
	count(found("system-identity", {})) == 0
	count(found("group", {"anywhere": true})) == 0
}
