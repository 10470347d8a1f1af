package policy.kubernetes.controller_manager.shared_credentials_test

import data.lib.cluster
import data.policy.kubernetes.controller_manager.shared_credentials as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-controller-manager", arguments)
}

test_denies if {
	found(["--use-service-account-credentials=false"]) == {"kube-controller-manager sets --use-service-account-credentials=false, so that all controllers share one set of rights"}
	found([]) == {"kube-controller-manager does not set --use-service-account-credentials, so that all controllers share one set of rights"}
}

test_allows if {
	found(["--use-service-account-credentials=true"]) == set()
	found(["--use-service-account-credentials=$(FLAG)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--use-service-account-credentials=false"])
	count(found) == 0
}
