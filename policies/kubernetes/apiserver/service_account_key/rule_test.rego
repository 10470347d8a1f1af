package policy.kubernetes.apiserver.service_account_key_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.service_account_key as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not set --service-account-key-file"}
	found(["--service-account-key-file="]) == {"kube-apiserver does not set --service-account-key-file"}
}

test_allows if {
	found(["--service-account-key-file=/etc/kubernetes/pki/file"]) == set()
	found(["--service-account-key-file=$(FILE)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
