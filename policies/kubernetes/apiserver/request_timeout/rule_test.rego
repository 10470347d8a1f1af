package policy.kubernetes.apiserver.request_timeout_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.request_timeout as rule

found(value) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", [concat("=", ["--request-timeout", value])])
}

test_denies_long_times if {
	found("300s") == {"kube-apiserver sets --request-timeout=300s, which is five minutes or more"}
	found("1s9m3h") == {"kube-apiserver sets --request-timeout=1s9m3h, which is five minutes or more"}
	found("4m60s") == {"kube-apiserver sets --request-timeout=4m60s, which is five minutes or more"}
}

test_denies_what_is_no_duration if {
	found("2") == {"kube-apiserver sets --request-timeout=2, which is no duration"}
}

test_allows_short_times if {
	every value in ["60s", "1m0s", "2m3.5s", "500000ms", "$(TIMEOUT)", ""] {
		found(value) == set()
	}
}

test_allows_unset if {
	count(rule.deny) == 0 with input as cluster.starting("kube-apiserver", [])
}
