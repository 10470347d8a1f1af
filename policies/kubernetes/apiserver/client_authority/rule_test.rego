package policy.kubernetes.apiserver.client_authority_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.client_authority as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not set --client-ca-file, so that nobody can sign in with a certificate"}
	found(["--client-ca-file="]) == {"kube-apiserver does not set --client-ca-file, so that nobody can sign in with a certificate"}
}

test_allows if {
	found(["--client-ca-file=/etc/kubernetes/pki/file"]) == set()
	found(["--client-ca-file=$(FILE)"]) == set()
	found(["--authentication-config=/etc/kubernetes/authentication-config.yaml"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
