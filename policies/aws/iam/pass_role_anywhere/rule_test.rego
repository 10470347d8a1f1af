package policy.aws.iam.pass_role_anywhere_test

import data.lib.passing
import data.policy.aws.iam.pass_role_anywhere

right(action) := {
	"action": action, "resource": action, "services": passing.services.anywhere, "path": ["policy"], "needs": [], "evidence": [], "anywhere": true,
	"itself": false, "sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
}

who(actions) := {
	"id": "u", "form": "user", "power": "ordinary",
	"permissions": {action: [right(action)] | some action in actions},
}

test_each_way_is_found if {
	every way in passing.ways.anywhere {
		one := who(array.concat(["iam:PassRole"], [step[0] | some step in way]))
		found := pass_role_anywhere.deny with input.identities as [one]
		count(found) >= 1
		some finding in found
		finding.at == "iam:PassRole"
	}
}

test_a_way_needs_all_its_steps if {
	alone := who(["iam:PassRole"])
	found := pass_role_anywhere.deny with input.identities as [alone]
	count(found) == 0
	without := who([step[0] | some way in passing.ways.anywhere; some step in way])
	none := pass_role_anywhere.deny with input.identities as [without]
	count(none) == 0
}
