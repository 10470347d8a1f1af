package policy.kubernetes.apiserver.service_account_lookup_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.service_account_lookup as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found(["--service-account-lookup=false"]) == {"kube-apiserver sets --service-account-lookup=false, so that tokens of deleted service accounts keep working"}
}

test_allows if {
	found(["--service-account-lookup=true"]) == set()
	found(["--service-account-lookup=$(FLAG)"]) == set()
	found([]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--service-account-lookup=false"])
	count(found) == 0
}
