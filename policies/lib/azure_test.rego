package lib.azure_test

import data.lib.azure

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

test_identities_of_azure if {
	given := [who("user", "ordinary", {}), who("deployer", "ordinary", {}), {"provider": "aws", "form": "user"}]
	all := azure.identities with input.identities as given
	count(all) == 1
}

test_programs if {
	held := object.union(who("service-principal", "ordinary", {}), {"holders": [{"how": "cluster"}]})
	every one in [who("kubelet-identity", "ordinary", {}), who("managed-identity", "ordinary", {}), held] {
		azure.is_program(one)
	}
	service := object.union(who("system-identity", "ordinary", {}), {"holders": [{"how": "service"}]})
	trusted := object.union(who("managed-identity", "ordinary", {}), {"trust": [{}]})
	every one in [who("group", "ordinary", {}), who("service-principal", "ordinary", {}), service, trusted] {
		not azure.is_program(one)
	}
	all := azure.programs with input.identities as [held, service]
	count(all) == 1
}

test_exposed_machines if {
	given := [
		{"id": "a", "kind": "azurerm_linux_web_app", "standing": "open"},
		{"id": "b", "kind": "azurerm_linux_web_app", "standing": "possible"},
		{"id": "c", "kind": "azurerm_kubernetes_cluster", "standing": "open"},
	]
	found := azure.exposed with input.exposures as given
	object.keys(found) == {"a"}
}

test_gaining if {
	over := right("x", {"targets": [target("administrator")]})
	some_over := right("x", {"targets": [target("escalating")]})
	weak := right("x", {"targets": [target("ordinary")]})
	count(azure.gaining(who("user", "ordinary", {"x": [over]}), ["x"])) == 1
	count(azure.gaining(who("user", "ordinary", {"x": [some_over]}), ["x"])) == 1
	count(azure.gaining(who("user", "escalating", {"x": [over]}), ["x"])) == 1
	count(azure.gaining(who("user", "escalating", {"x": [some_over]}), ["x"])) == 0
	count(azure.gaining(who("user", "ordinary", {"x": [weak]}), ["x"])) == 0
	count(azure.gaining(who("user", "ordinary", {"x": [object.union(over, {"sweeping": true})]}), ["x"])) == 0
}

test_one_a_place if {
	sure := right("x", {})
	unsure := right("y", {"needs": [{"resource": "a", "path": ["scope"]}]})
	[one.action | some one in azure.one_a_place([unsure, sure, sure])] == ["x"]
	count(azure.one_a_place([sure, object.union(sure, {"path": ["other"]}), object.union(sure, {"resource": "b"})])) == 3
}

test_needs if {
	doubtful := object.union(target("ordinary"), {"doubts": [{"resource": "t", "path": ["y"]}]})
	azure.needs(right("x", {"targets": [doubtful], "needs": [{"resource": "a", "path": ["x"]}]})) == [
		{"resource": "a", "path": ["x"]},
		{"resource": "t", "path": ["y"]},
	]
}

test_privileged_rights if {
	all := right("*", {"anywhere": true, "sweeping": true})
	roles := right("Microsoft.Authorization/*", {"anywhere": true})
	owner := object.union(who("user", "administrator", {}), {"administrator": [all]})
	[azure.worth(owner, one) | some one in azure.privileged(owner)] == ["do everything"]
	contributor := who("user", "escalating", {"x": [all], "y": [all]})
	[azure.worth(contributor, one) | some one in azure.privileged(contributor)] == ["do everything but give roles"]
	access := who("user", "escalating", {azure.gives_roles: [roles]})
	[azure.worth(access, one) | some one in azure.privileged(access)] == ["give itself any role"]
	every permissions in [
		{"x": [roles]},
		{azure.gives_roles: [object.union(roles, {"narrowed": true})]},
		{azure.gives_roles: [object.union(roles, {"anywhere": false})]},
		{azure.gives_roles: [object.union(roles, {"path": ["permissions"]})]},
		{"x": [object.union(all, {"action": "Global Administrator"})]},
	] {
		azure.privileged(who("user", "escalating", permissions)) == []
	}
}

test_titles if {
	azure.title({"form": "group"}) == "The group"
	count(azure.titles) == 11
}
