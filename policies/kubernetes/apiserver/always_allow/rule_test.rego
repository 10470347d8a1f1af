package policy.kubernetes.apiserver.always_allow_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.always_allow as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found(["--authorization-mode=AlwaysAllow"]) == {"kube-apiserver has AlwaysAllow in --authorization-mode, so that every request of every user is allowed"}
	found(["--authorization-mode=RBAC,AlwaysAllow"]) == {"kube-apiserver has AlwaysAllow in --authorization-mode, so that every request of every user is allowed"}
}

test_allows if {
	found([]) == set()
	found(["--authorization-mode=RBAC"]) == set()
	found(["--authorization-mode=$(LIST)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--authorization-mode=AlwaysAllow"])
	count(found) == 0
}
