package policy.kubernetes.apiserver.external_addresses_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.external_addresses as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not have DenyServiceExternalIPs in --enable-admission-plugins"}
	found(["--enable-admission-plugins=NodeRestriction"]) == {"kube-apiserver does not have DenyServiceExternalIPs in --enable-admission-plugins"}
}

test_allows if {
	found(["--enable-admission-plugins=NodeRestriction,DenyServiceExternalIPs"]) == set()
	found(["--enable-admission-plugins=$(LIST)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
