package policy.kubernetes.kubelet.client_authority_test

import data.lib.cluster
import data.policy.kubernetes.kubelet.client_authority as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kubelet", arguments)
}

test_denies if {
	found([]) == {"kubelet does not set --client-ca-file, so that it cannot tell the API server from others"}
	found(["--client-ca-file="]) == {"kubelet does not set --client-ca-file, so that it cannot tell the API server from others"}
}

test_allows if {
	found(["--client-ca-file=/etc/kubernetes/pki/file"]) == set()
	found(["--client-ca-file=$(FILE)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
