package policy.kubernetes.apiserver.token_file_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.token_file as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found(["--token-auth-file=/etc/kubernetes/tokens.csv"]) == {"kube-apiserver sets --token-auth-file=/etc/kubernetes/tokens.csv, which holds tokens that never expire"}
	found(["--token-auth-file", "/etc/kubernetes/tokens.csv"]) == {"kube-apiserver sets --token-auth-file=/etc/kubernetes/tokens.csv, which holds tokens that never expire"}
}

test_allows if {
	found([]) == set()
	found(["--token-auth-file="]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--token-auth-file=/etc/kubernetes/tokens.csv"])
	count(found) == 0
}
