package policy.kubernetes.apiserver.audit_log_size_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.audit_log_size as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not set --audit-log-maxsize for audit logs of 100 megabytes"}
	found(["--audit-log-maxsize=99"]) == {"kube-apiserver sets --audit-log-maxsize=99 for audit logs of 100 megabytes"}
}

test_allows if {
	found(["--audit-log-maxsize=100"]) == set()
	found(["--audit-log-maxsize=$(N)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
