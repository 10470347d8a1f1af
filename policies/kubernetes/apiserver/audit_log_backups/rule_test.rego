package policy.kubernetes.apiserver.audit_log_backups_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.audit_log_backups as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not set --audit-log-maxbackup for keeping 10 old audit logs"}
	found(["--audit-log-maxbackup=9"]) == {"kube-apiserver sets --audit-log-maxbackup=9 for keeping 10 old audit logs"}
}

test_allows if {
	found(["--audit-log-maxbackup=10"]) == set()
	found(["--audit-log-maxbackup=$(N)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
