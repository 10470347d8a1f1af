package policy.kubernetes.etcd.peer_certificate_test

import data.lib.cluster
import data.policy.kubernetes.etcd.peer_certificate as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("etcd", arguments)
}

test_denies if {
	found([]) == {"etcd does not set --peer-cert-file and --peer-key-file, so that members talk to each other in plain text"}
	found(["--peer-cert-file=", "--peer-key-file=/etc/kubernetes/pki/file"]) == {"etcd does not set --peer-cert-file, so that members talk to each other in plain text"}
	found(["--peer-cert-file=/etc/kubernetes/pki/file"]) == {"etcd does not set --peer-key-file, so that members talk to each other in plain text"}
}

test_allows if {
	found(["--peer-cert-file=/etc/kubernetes/pki/file", "--peer-key-file=/etc/kubernetes/pki/file"]) == set()
	found(["--peer-cert-file=$(FILE)", "--peer-key-file=$(FILE)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
