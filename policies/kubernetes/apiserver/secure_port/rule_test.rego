package policy.kubernetes.apiserver.secure_port_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.secure_port as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found(["--secure-port=0"]) == {"kube-apiserver sets --secure-port=0, so that no port asks who it is talking to"}
}

test_allows if {
	found(["--secure-port=6443"]) == set()
	found(["--secure-port=$(V)"]) == set()
	found([]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--secure-port=0"])
	count(found) == 0
}
