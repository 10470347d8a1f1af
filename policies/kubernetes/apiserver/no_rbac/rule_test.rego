package policy.kubernetes.apiserver.no_rbac_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.no_rbac as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not have RBAC in --authorization-mode, so that roles and bindings limit nobody"}
	found(["--authorization-mode=Node"]) == {"kube-apiserver does not have RBAC in --authorization-mode, so that roles and bindings limit nobody"}
}

test_allows if {
	found(["--authorization-mode=Node,RBAC"]) == set()
	found(["--authorization-mode=$(LIST)"]) == set()
	found(["--authorization-config=/etc/kubernetes/authorization-config.yaml"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
