package policy.azure.iam.broad_role_over_stronger_identity_test

import data.policy.azure.iam.broad_role_over_stronger_identity

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

found(who) := denied if {
	denied := broad_role_over_stronger_identity.deny with input.identities as [who]
}

over(fields) := right("*", object.union({"sweeping": true, "targets": [target("administrator")]}, fields))

test_one_role_is_one_finding if {
	some finding in found(who("group", "ordinary", {"x": [over({})], "y": [over({})]}))
	finding.message == "The group may change what acts as a stronger identity (* on group)"
	count(found(who("group", "ordinary", {"x": [over({})], "y": [over({})]}))) == 1
}

test_the_rest_passes if {
	every fields in [{"anywhere": true}, {"narrowed": true}, {"sweeping": false}, {"targets": [target("ordinary")]}] {
		count(found(who("group", "ordinary", {"x": [over(fields)]}))) == 0
	}
	count(found(who("group", "administrator", {"x": [over({})]}))) == 0
}

test_custom_roles_that_give_roles_are_reported_where_they_are_defined if {
	defined := over({"path": ["permissions", 0, "actions", 0]})
	count(found(who("group", "ordinary", {"x": [defined]}))) == 1
	count(found(who("group", "ordinary", {"x": [defined], "Microsoft.Authorization/roleAssignments/write": [defined]}))) == 0
}
