package policy.kubernetes.controller_manager.bind_address_test

import data.lib.cluster
import data.policy.kubernetes.controller_manager.bind_address as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-controller-manager", arguments)
}

test_denies if {
	found(["--bind-address=0.0.0.0"]) == {"kube-controller-manager sets --bind-address=0.0.0.0 and is reached from other machines"}
	found([]) == {"kube-controller-manager does not set --bind-address and is reached from other machines"}
}

test_allows if {
	found(["--bind-address=127.0.0.1"]) == set()
	found(["--bind-address=::1"]) == set()
	found(["--bind-address=localhost"]) == set()
	found(["--bind-address=$(V)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--bind-address=0.0.0.0"])
	count(found) == 0
}
