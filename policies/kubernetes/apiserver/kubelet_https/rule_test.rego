package policy.kubernetes.apiserver.kubelet_https_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.kubelet_https as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found(["--kubelet-https=false"]) == {"kube-apiserver sets --kubelet-https=false, so that requests to kubelets are not encrypted"}
}

test_allows if {
	found(["--kubelet-https=true"]) == set()
	found(["--kubelet-https=$(FLAG)"]) == set()
	found([]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--kubelet-https=false"])
	count(found) == 0
}
