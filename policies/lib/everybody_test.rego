package lib.everybody_test

import data.lib.everybody

given(role_name, rules, subject) := list if {
	role := {"id": "r", "unknown": [["rules", 0, "verbs", 1]], "attributes": {"rules": rules}}
	binding := {
		"id": "b",
		"root": "here",
		"attributes": {"roleRef": {"name": role_name}, "subjects": [subject]},
		"references": [{"kind": "Role", "index": 0} | count(rules) > 0],
	}
	list := everybody.given with input.resources as {"Role": [role], "RoleBinding": [binding]}
}

reading := [{"apiGroups": ["a.example.com"], "resources": ["as"], "verbs": ["get"]}]

everyone := {"kind": "Group", "name": "system:authenticated"}

anonymous := {"kind": "User", "name": "system:anonymous"}

test_who_is_everybody if {
	[one.path | some one in given("view", [], everyone)] == [["subjects", 0, "name"]]
	[one.who | some one in given("view", [], anonymous)] == ["system:anonymous"]
	given("view", [], {"kind": "ServiceAccount", "name": "system:anonymous"}) == []
	given("view", [], {"kind": "Group", "name": "staff"}) == []
	given("system:discovery", [], everyone) == []
}

test_what_is_expected if {
	use := [{"apiGroups": ["policy"], "resources": ["podsecuritypolicies"], "resourceNames": ["restricted"], "verbs": ["use"]}]
	every one in given("restricted", use, everyone) {
		everybody.is_expected(one)
	}
	every one in array.concat(given("restricted", reading, everyone), given("restricted", use, anonymous)) {
		not everybody.is_expected(one)
	}
}

test_what_is_harmless if {
	everybody.is_harmless(given("reader", reading, everyone)[0])
	everybody.is_harmless(given("system:service-account-issuer-discovery", [], anonymous)[0])
	not everybody.is_harmless(given("reader", reading, anonymous)[0])
	not everybody.is_harmless(given("reader", [], everyone)[0])
	writing := [object.union(reading[0], {"verbs": ["create"]})]
	not everybody.is_harmless(given("writer", writing, everyone)[0])
}

test_messages if {
	start := "reader is given to system:anonymous, which is everybody who can reach the API server, without signing in"
	everybody.message(given("reader", [], anonymous)[0]) == start
	everybody.message(given("reader", reading, anonymous)[0]) == concat("", [start, ": it allows get on as of a.example.com"])
}

test_what_it_rests_on if {
	name := {"resource": "b", "path": ["roleRef", "name"]}
	everybody.needs(given("reader", reading, anonymous)[0]) == [name]
	everybody.needs(given("reader", reading, everyone)[0]) == [name, {"resource": "r", "path": ["rules", 0, "verbs", 1]}]
	everybody.evidence(given("reader", reading, everyone)[0]) == [{"resource": "r", "path": ["rules"], "note": "what the role allows"}]
	everybody.needs(given("view", [], everyone)[0]) == [name]
}
