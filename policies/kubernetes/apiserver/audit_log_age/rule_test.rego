package policy.kubernetes.apiserver.audit_log_age_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.audit_log_age as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not set --audit-log-maxage for keeping audit logs 30 days"}
	found(["--audit-log-maxage=29"]) == {"kube-apiserver sets --audit-log-maxage=29 for keeping audit logs 30 days"}
}

test_allows if {
	found(["--audit-log-maxage=30"]) == set()
	found(["--audit-log-maxage=$(N)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
