package policy.kubernetes.controller_manager.root_authority_test

import data.lib.cluster
import data.policy.kubernetes.controller_manager.root_authority as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-controller-manager", arguments)
}

test_denies if {
	found([]) == {"kube-controller-manager does not set --root-ca-file, so that pods cannot check the API server"}
	found(["--root-ca-file="]) == {"kube-controller-manager does not set --root-ca-file, so that pods cannot check the API server"}
}

test_allows if {
	found(["--root-ca-file=/etc/kubernetes/pki/file"]) == set()
	found(["--root-ca-file=$(FILE)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
