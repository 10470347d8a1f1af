package policy.kubernetes.apiserver.kubelet_client_certificate_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.kubelet_client_certificate as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not set --kubelet-client-certificate and --kubelet-client-key, and asks kubelets as nobody"}
	found(["--kubelet-client-certificate=", "--kubelet-client-key=/etc/kubernetes/pki/file"]) == {"kube-apiserver does not set --kubelet-client-certificate, and asks kubelets as nobody"}
	found(["--kubelet-client-certificate=/etc/kubernetes/pki/file"]) == {"kube-apiserver does not set --kubelet-client-key, and asks kubelets as nobody"}
}

test_allows if {
	found(["--kubelet-client-certificate=/etc/kubernetes/pki/file", "--kubelet-client-key=/etc/kubernetes/pki/file"]) == set()
	found(["--kubelet-client-certificate=$(FILE)", "--kubelet-client-key=$(FILE)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
