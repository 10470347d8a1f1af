package policy.kubernetes.controller_manager.service_account_key_test

import data.lib.cluster
import data.policy.kubernetes.controller_manager.service_account_key as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-controller-manager", arguments)
}

test_denies if {
	found([]) == {"kube-controller-manager does not set --service-account-private-key-file"}
	found(["--service-account-private-key-file="]) == {"kube-controller-manager does not set --service-account-private-key-file"}
}

test_allows if {
	found(["--service-account-private-key-file=/etc/kubernetes/pki/file"]) == set()
	found(["--service-account-private-key-file=$(FILE)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
