package policy.kubernetes.apiserver.kubelet_certificate_authority_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.kubelet_certificate_authority as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not set --kubelet-certificate-authority, so that it does not know whether it talks to a kubelet"}
	found(["--kubelet-certificate-authority="]) == {"kube-apiserver does not set --kubelet-certificate-authority, so that it does not know whether it talks to a kubelet"}
}

test_allows if {
	found(["--kubelet-certificate-authority=/etc/kubernetes/pki/file"]) == set()
	found(["--kubelet-certificate-authority=$(FILE)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
