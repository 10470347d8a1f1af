package policy.kubernetes.etcd.server_certificate_test

import data.lib.cluster
import data.policy.kubernetes.etcd.server_certificate as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("etcd", arguments)
}

test_denies if {
	found([]) == {"etcd does not set --cert-file and --key-file, so that clients talk to it in plain text"}
	found(["--cert-file=", "--key-file=/etc/kubernetes/pki/file"]) == {"etcd does not set --cert-file, so that clients talk to it in plain text"}
	found(["--cert-file=/etc/kubernetes/pki/file"]) == {"etcd does not set --key-file, so that clients talk to it in plain text"}
}

test_allows if {
	found(["--cert-file=/etc/kubernetes/pki/file", "--key-file=/etc/kubernetes/pki/file"]) == set()
	found(["--cert-file=$(FILE)", "--key-file=$(FILE)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
