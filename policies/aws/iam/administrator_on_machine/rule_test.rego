package policy.aws.iam.administrator_on_machine_test

import data.policy.aws.iam.administrator_on_machine

right(action, fields) := object.union(
	{
		"action": action, "resource": action, "path": ["policy"], "needs": [], "evidence": [], "anywhere": true, "itself": false,
		"sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
	},
	fields,
)

found(how) := denied if {
	one := {
	"id": "r", "form": "role", "power": "administrator", "administrator": [right("*", {})],
	"holders": [{"id": "h", "kind": "k", "via": ["role"], "how": how}],
}
	denied := administrator_on_machine.deny with input.identities as [one]
}

test_each_way_is_found if {
	every how in administrator_on_machine.hows {
		count(found(how)) == 1
	}
}

test_others_are_not if count(found("redshift")) == 0
