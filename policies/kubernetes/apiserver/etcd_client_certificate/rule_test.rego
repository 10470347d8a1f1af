package policy.kubernetes.apiserver.etcd_client_certificate_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.etcd_client_certificate as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not set --etcd-certfile and --etcd-keyfile, so that etcd has to take requests of anybody"}
	found(["--etcd-certfile=", "--etcd-keyfile=/etc/kubernetes/pki/file"]) == {"kube-apiserver does not set --etcd-certfile, so that etcd has to take requests of anybody"}
	found(["--etcd-certfile=/etc/kubernetes/pki/file"]) == {"kube-apiserver does not set --etcd-keyfile, so that etcd has to take requests of anybody"}
}

test_allows if {
	found(["--etcd-certfile=/etc/kubernetes/pki/file", "--etcd-keyfile=/etc/kubernetes/pki/file"]) == set()
	found(["--etcd-certfile=$(FILE)", "--etcd-keyfile=$(FILE)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
