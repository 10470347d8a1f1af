package policy.kubernetes.apiserver.extended_tokens_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.extended_tokens as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found(["--service-account-extend-token-expiration=true"]) == {"kube-apiserver sets --service-account-extend-token-expiration=true, so that the tokens of pods live for a year"}
	found(["--service-account-extend-token-expiration"]) == {"kube-apiserver sets --service-account-extend-token-expiration, so that the tokens of pods live for a year"}
	found([]) == {"kube-apiserver does not set --service-account-extend-token-expiration, so that the tokens of pods live for a year"}
}

test_allows if {
	found(["--service-account-extend-token-expiration=false"]) == set()
	found(["--service-account-extend-token-expiration=$(FLAG)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--service-account-extend-token-expiration=true"])
	count(found) == 0
}
