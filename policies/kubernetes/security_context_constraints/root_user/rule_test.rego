package policy.kubernetes.security_context_constraints.root_user_test

import data.policy.kubernetes.security_context_constraints.root_user as rule

found(user) := {[violation.path, violation.message] | some violation in violations({"runAsUser": user})}

violations(attributes) := found if {
	all := {"SecurityContextConstraints": [{"id": "c", "attributes": attributes}]}
	found := rule.deny with input.resources as all
}

test_denies if {
	found({"type": "RunAsAny"}) == {[["runAsUser", "type"], "Containers may run as root: `runAsUser` is `RunAsAny`"]}
	found({"type": "MustRunAs", "uid": 0}) == {[["runAsUser", "uid"], "Containers run as root: `runAsUser` is 0"]}
}

test_allows if {
	every user in [{}, {"type": "MustRunAsRange"}, {"type": "MustRunAsNonRoot"}, {"type": "MustRunAs", "uid": 1000}] {
		found(user) == set()
	}
}

test_users_of_its_own if {
	every user in [{"type": "RunAsAny"}, {"type": "MustRunAs", "uid": 0}] {
		violations({"runAsUser": user, "userNamespaceLevel": "RequirePodLevel"}) == set()
		count(violations({"runAsUser": user, "userNamespaceLevel": "AllowHostLevel"})) == 1
	}
}

test_needs if {
	found := violations({"runAsUser": {"type": "RunAsAny"}})
	{need | some one in found; some need in one.needs} == {{"resource": "c", "path": ["userNamespaceLevel"]}}
}
