package policy.kubernetes.rbac.anonymous_rights_test

import data.policy.kubernetes.rbac.anonymous_rights as rule

found(role, subject) := paths if {
	binding := {"id": "b", "attributes": {"roleRef": {"name": role}, "subjects": [subject]}}
	paths := {violation.path | some violation in rule.deny} with input.resources.ClusterRoleBinding as [binding]
}

test_denies_everybody if {
	found("view", {"kind": "Group", "name": "system:unauthenticated"}) == {["subjects", 0, "name"]}
	found("view", {"kind": "User", "name": "system:anonymous"}) == {["subjects", 0, "name"]}
}

test_allows_what_is_public_anyway_and_named_subjects if {
	found("system:discovery", {"kind": "Group", "name": "system:authenticated"}) == set()
	found("view", {"kind": "Group", "name": "staff"}) == set()
	found("view", {"kind": "ServiceAccount", "name": "system:anonymous"}) == set()
}

test_message_says_who_that_is if {
	subjects := [{"kind": "Group", "name": "system:authenticated"}]
	binding := {"id": "b", "attributes": {"roleRef": {"name": "view"}, "subjects": subjects}}
	messages := {violation.message | some violation in rule.deny} with input.resources.RoleBinding as [binding]
	messages == {"view is given to system:authenticated, which is whoever has any credentials for the API server, each pod included"}
}
