package policy.kubernetes.apiserver.audit_log_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.audit_log as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not set --audit-log-path, so that nothing tells who did what"}
	found(["--audit-log-path="]) == {"kube-apiserver does not set --audit-log-path, so that nothing tells who did what"}
}

test_allows if {
	found(["--audit-log-path=/etc/kubernetes/pki/file"]) == set()
	found(["--audit-log-path=$(FILE)"]) == set()
	found(["--audit-webhook-config-file=/etc/kubernetes/audit-webhook-config-file.yaml"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
