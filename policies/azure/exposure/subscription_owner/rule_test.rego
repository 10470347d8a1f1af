package policy.azure.exposure.subscription_owner_test

import data.policy.azure.exposure.subscription_owner

exposed(id, kind, more) := object.union(
	{
		"id": id,
		"kind": kind,
		"index": 0,
		"standing": "open",
		"hops": 0,
		"stations": [{"resource": "door", "path": ["opens"], "note": "opens it"}],
		"openings": [],
		"entries": ["door"],
		"reaches": [],
		"workloads": [0],
		"unknown": [],
	},
	more,
)


at(scope, references, reaches, via) := {
	"exposures": [exposed("m", "azurerm_linux_virtual_machine", {"reaches": reaches})],
	"resources": {
		"azurerm_linux_virtual_machine": [{"id": "m", "referred_by": [{"kind": "azurerm_role_assignment", "index": 0, "via": [via]}]}],
		"azurerm_user_assigned_identity": [{"id": "i", "referred_by": [{"kind": "azurerm_role_assignment", "index": 0, "via": ["principal_id"]}]}],
		"azurerm_role_assignment": [{
			"id": "a",
			"attributes": scope,
			"references": references,
			"unknown": [[key] | some key in {"role_definition_name", "scope"}; not scope[key]],
		}],
	},
}

subscription := [{"kind": "data.azurerm_subscription", "index": 0, "via": ["scope"]}]

test_owners_of_the_whole_are_denied if {
	every case in [
		at({"role_definition_name": "Owner", "scope": "/subscriptions/0"}, [], [], "principal_id"),
		at({"role_definition_name": "Owner", "scope": "/providers/Microsoft.Management/managementGroups/x"}, [], [], "principal_id"),
		at({"role_definition_name": "Owner"}, subscription, [], "principal_id"),
		at({"role_definition_name": "Owner"}, subscription, [{"kind": "azurerm_user_assigned_identity", "index": 0}], "other"),
	] {
		some denied in subscription_owner.deny with input as case
		denied.at == "a"
	}
}

test_what_is_unknown_is_needed if {
	given := at({}, [], [], "principal_id")
	some denied in subscription_owner.deny with input as given
	denied.path == ["role_definition_name"]
	denied.needs == [{"resource": "a", "path": ["scope"]}]
}

test_the_rest_passes if {
	every case in [
		at({}, [{"kind": "azurerm_resource_group", "index": 0, "via": ["scope"]}], [], "principal_id"),
		at({"role_definition_name": "Owner", "scope": "/subscriptions/0/resourceGroups/x"}, [], [], "principal_id"),
		at({"role_definition_name": "Reader"}, subscription, [], "principal_id"),
		at({"role_definition_name": "Owner"}, subscription, [], "other"),
	] {
		found := subscription_owner.deny with input as case
		count(found) == 0
	}
}
