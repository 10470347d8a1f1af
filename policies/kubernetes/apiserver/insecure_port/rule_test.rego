package policy.kubernetes.apiserver.insecure_port_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.insecure_port as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found(["--insecure-port=8080"]) == {"kube-apiserver sets --insecure-port=8080, where every request is one of an administrator"}
}

test_allows if {
	found(["--insecure-port=0"]) == set()
	found(["--insecure-port=$(V)"]) == set()
	found([]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--insecure-port=8080"])
	count(found) == 0
}
