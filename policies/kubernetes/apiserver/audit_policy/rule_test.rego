package policy.kubernetes.apiserver.audit_policy_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.audit_policy as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not set --audit-policy-file, so that no request is recorded"}
	found(["--audit-policy-file="]) == {"kube-apiserver does not set --audit-policy-file, so that no request is recorded"}
}

test_allows if {
	found(["--audit-policy-file=/etc/kubernetes/pki/file"]) == set()
	found(["--audit-policy-file=$(FILE)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
