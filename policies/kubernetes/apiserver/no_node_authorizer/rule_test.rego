package policy.kubernetes.apiserver.no_node_authorizer_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.no_node_authorizer as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not have Node in --authorization-mode, so that rights of a kubelet are not held to its node"}
	found(["--authorization-mode=RBAC"]) == {"kube-apiserver does not have Node in --authorization-mode, so that rights of a kubelet are not held to its node"}
}

test_allows if {
	found(["--authorization-mode=RBAC,Node"]) == set()
	found(["--authorization-mode=$(LIST)"]) == set()
	found(["--authorization-config=/etc/kubernetes/authorization-config.yaml"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
