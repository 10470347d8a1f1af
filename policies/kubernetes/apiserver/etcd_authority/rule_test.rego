package policy.kubernetes.apiserver.etcd_authority_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.etcd_authority as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not set --etcd-cafile, so that it does not know whether it talks to etcd"}
	found(["--etcd-cafile="]) == {"kube-apiserver does not set --etcd-cafile, so that it does not know whether it talks to etcd"}
}

test_allows if {
	found(["--etcd-cafile=/etc/kubernetes/pki/file"]) == set()
	found(["--etcd-cafile=$(FILE)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
