package policy.kubernetes.apiserver.serving_certificate_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.serving_certificate as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not set --tls-cert-file and --tls-private-key-file and serves a certificate that nobody has signed"}
	found(["--tls-cert-file=", "--tls-private-key-file=/etc/kubernetes/pki/file"]) == {"kube-apiserver does not set --tls-cert-file and serves a certificate that nobody has signed"}
	found(["--tls-cert-file=/etc/kubernetes/pki/file"]) == {"kube-apiserver does not set --tls-private-key-file and serves a certificate that nobody has signed"}
}

test_allows if {
	found(["--tls-cert-file=/etc/kubernetes/pki/file", "--tls-private-key-file=/etc/kubernetes/pki/file"]) == set()
	found(["--tls-cert-file=$(FILE)", "--tls-private-key-file=$(FILE)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
