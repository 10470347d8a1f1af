package policy.kubernetes.controller_manager.terminated_pods_test

import data.lib.cluster
import data.policy.kubernetes.controller_manager.terminated_pods as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-controller-manager", arguments)
}

test_denies if {
	found([]) == {"kube-controller-manager does not set --terminated-pod-gc-threshold"}
	found(["--terminated-pod-gc-threshold=0"]) == {"kube-controller-manager sets --terminated-pod-gc-threshold=0"}
}

test_denies_what_holds_anyway if {
	found(["--terminated-pod-gc-threshold=12500"]) == {"kube-controller-manager sets --terminated-pod-gc-threshold=12500, which is what holds without it"}
}

test_allows if {
	found(["--terminated-pod-gc-threshold=1"]) == set()
	found(["--terminated-pod-gc-threshold=$(N)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
