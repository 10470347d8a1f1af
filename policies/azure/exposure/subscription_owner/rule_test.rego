package policy.azure.exposure.subscription_owner_test

import data.policy.azure.exposure.subscription_owner

right(fields) := object.union(
	{
		"action": "*", "resource": "a", "path": ["role_definition_name"], "needs": [], "evidence": [], "anywhere": true,
		"sweeping": true, "narrowed": false, "targets": [], "resources": ["/"],
	},
	fields,
)

who(fields) := object.union(
	{
		"id": "i", "provider": "azure", "form": "managed-identity", "power": "administrator", "permissions": {},
		"administrator": [right({})], "holders": [{"id": "m", "via": ["identity"], "how": "vm"}], "trust": [], "unknown": [],
	},
	fields,
)

found(identity, exposure) := denied if {
	reached := object.union(
		{"id": "m", "kind": "azurerm_linux_virtual_machine", "standing": "open", "stations": [{"note": "opens it"}], "unknown": []},
		exposure,
	)
	denied := subscription_owner.deny with input as {"identities": [identity], "exposures": [reached]}
}

test_owners_of_the_whole_are_denied if {
	some finding in found(who({}), {})
	finding.at == "a"
	finding.message == "The internet reaches azurerm_linux_virtual_machine, and its identity may do everything in the subscription"
	[sign.note | some sign in finding.evidence] == ["opens it", "runs as the identity", "allows *"]
	contributor := who({"power": "escalating", "administrator": [], "permissions": {"x": [right({})]}})
	count(found(contributor, {})) == 1
}

test_what_is_unknown_is_needed if {
	place := {"resource": "a", "path": ["role_definition_name"]}
	some finding in found(who({"power": "ordinary", "administrator": [], "unknown": [place]}), {})
	finding.needs == [place]
	some open in found(who({}), {"unknown": [place]})
	open.needs == [place]
}

test_the_rest_passes if {
	count(found(who({"administrator": [], "power": "ordinary"}), {})) == 0
	count(found(who({"holders": []}), {})) == 0
	count(found(who({}), {"standing": "possible"})) == 0
}
