package policy.kubernetes.apiserver.insecure_address_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.insecure_address as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found(["--insecure-bind-address=0.0.0.0"]) == {"kube-apiserver sets --insecure-bind-address=0.0.0.0, where every request is one of an administrator"}
	found(["--insecure-bind-address", "0.0.0.0"]) == {"kube-apiserver sets --insecure-bind-address=0.0.0.0, where every request is one of an administrator"}
}

test_allows if {
	found([]) == set()
	found(["--insecure-bind-address="]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--insecure-bind-address=0.0.0.0"])
	count(found) == 0
}
